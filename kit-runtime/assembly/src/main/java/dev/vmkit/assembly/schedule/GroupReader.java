package dev.vmkit.assembly.schedule;

import dev.vmkit.api.TaskInfo;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.Suggestion;
import dev.vmkit.language.text.Text;
import dev.vmkit.language.yaml.MappingReader;
import dev.vmkit.language.yaml.Values;
import dev.vmkit.language.yaml.YamlMapping;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code groups:}; groups are numbered from 1, in the order in which the file describes them. */
final class GroupReader {
    private static final int MOST_GROUPS = 100;

    private final Diagnostics diagnostics;
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final List<TaskInfo.Group> groups = new ArrayList<>();

    GroupReader(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    List<TaskInfo.Group> groups() {
        return groups;
    }

    void read(List<YamlMapping.Entry> entries) {
        if (entries.size() > MOST_GROUPS) {
            diagnostics.report(
                    WorkloadProblem.AMOUNT,
                    entries.getFirst().key().span(),
                    "a workload has at most " + MOST_GROUPS + " groups");
            return;
        }
        for (YamlMapping.Entry entry : entries) {
            new Values(diagnostics)
                    .mapping(entry.value(), "group '" + entry.name() + "'")
                    .ifPresent(in -> group(entry.name(), in));
        }
    }

    /** A group lies in one that stands before it, so that there are no circles. */
    private void group(String name, MappingReader in) {
        Times times = new Times(diagnostics);
        int weight = in.integer("weight", 1, TaskInfo.MOST_WEIGHT).orElse(1);
        int parent = in.text("in").map(this::number).orElse(0);
        long quota = times.read(in, "quota", 1).orElse(0L);
        long period = times.read(in, "period", 1).orElse(0L);
        in.finish();
        if ((quota == 0) != (period == 0)) {
            diagnostics.report(WorkloadProblem.GROUP, in.at("quota"), "a quota has a period, and a period a quota");
            return;
        }
        numbers.put(name, numbers.size() + 1);
        groups.add(new TaskInfo.Group(numbers.size(), name, parent, weight, quota, period));
    }

    /** The number of a group that stands before; 0 if there is none, which is reported. */
    int number(Text name) {
        Integer number = numbers.get(name.value());
        if (number == null) {
            diagnostics.report(
                    WorkloadProblem.GROUP,
                    name.span(),
                    "no group '" + name + "' stands before this",
                    Suggestion.didYouMean(name.value(), numbers.keySet()));
            return 0;
        }
        return number;
    }
}
