package dev.vmkit.tools.analysis;

import dev.vmkit.language.isa.IsaModel;
import dev.vmkit.language.isa.Privilege.Setting;
import dev.vmkit.language.sensitivity.Classes;
import dev.vmkit.language.sensitivity.Verdict;
import dev.vmkit.layers.witness.Analysis;
import dev.vmkit.layers.witness.Finding;
import dev.vmkit.layers.witness.MappingWitness;
import dev.vmkit.layers.witness.Witness;
import dev.vmkit.tools.analysis.Page.Row;
import dev.vmkit.tools.analysis.Page.Section;
import dev.vmkit.tools.analysis.Page.Shown;
import dev.vmkit.tools.analysis.Page.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts an analysis into words. */
public final class PageWriter {
    private final Analysis analysis;
    private final Verdict verdict;
    private final String low;
    private final String high;

    private PageWriter(Analysis analysis) {
        this.analysis = analysis;
        this.verdict = analysis.verdict();
        this.low = verdict.pair().low().name();
        this.high = verdict.pair().high().name();
    }

    /** All that is to be said. */
    public static Page of(Analysis analysis) {
        PageWriter writer = new PageWriter(analysis);
        IsaModel model = analysis.isa().model();
        return new Page(
                model.name(),
                model.doc(),
                "Kernels written for " + writer.high + " mode, run in " + writer.low + " mode",
                writer.statements(),
                writer.sections(),
                Caveats.of(mediates(analysis), writer.low, writer.high));
    }

    private static boolean mediates(Analysis analysis) {
        return analysis.verdict().classes().stream().anyMatch(Classes::mediated);
    }

    private List<Statement> statements() {
        Set<Setting> settings = verdict.configuration();
        String provided = settings.isEmpty()
                ? ""
                : ", provided that the monitor sets "
                        + settings.stream().map(Setting::toString).collect(Collectors.joining(", "));
        return List.of(
                statement(
                        "Theorem 1, trap and emulate",
                        verdict.isVirtualizable(),
                        "every sensitive instruction traps in " + low + " mode" + provided,
                        verdict.critical()),
                statement(
                        "Hybrid monitor",
                        verdict.isHybridVirtualizable(),
                        "every instruction that is sensitive in " + low + " mode traps there" + provided,
                        verdict.hybridCritical()),
                new Statement(
                        "Theorem 2, nesting",
                        verdict.isVirtualizable(),
                        verdict.isVirtualizable()
                                ? "a monitor runs in its own machine if it does not depend on timing (assumed, not"
                                        + " derived)"
                                : "theorem 1 is needed for it"));
    }

    private static Statement statement(String theorem, boolean holds, String why, List<Classes> against) {
        String names = ids(against);
        return new Statement(
                theorem,
                holds,
                holds
                        ? "the sufficient condition holds: " + why
                        : "the sufficient condition does not hold: critical are " + names);
    }

    private static String ids(List<Classes> some) {
        return some.stream().map(c -> c.what().id()).distinct().collect(Collectors.joining(", "));
    }

    private List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        add(
                sections,
                "Critical",
                "sensitive, and nobody notices in " + low + " mode",
                Classes::isCriticalWhateverIsSet);
        add(
                sections,
                "Conditional",
                "sensitive, and trapping in " + low + " mode only if the monitor sees to it",
                c -> c.isCritical() && !c.settings().isEmpty());
        add(
                sections,
                "Emulated",
                "trap in " + low + " mode and not in " + high + " mode: the monitor does them on the guest's state",
                Classes::isPrivileged);
        add(sections, "Trapping in both modes", "calls of the kernel, and what is nobody's", Classes::trapsAlways);
        add(
                sections,
                "Sensitive where it traps",
                "of the " + high + " mode's state, they reach in " + low + " mode nothing without a trap",
                c -> c.isSensitive() && !c.isCritical() && !c.isPrivileged() && !c.trapsAlways());
        if (!analysis.mappings().isEmpty()) {
            sections.add(mappings());
        }
        return sections;
    }

    private void add(List<Section> sections, String title, String about, Predicate<Classes> which) {
        List<Finding> found = analysis.findings().stream()
                .filter(finding -> which.test(finding.classes()))
                .toList();
        if (!found.isEmpty()) {
            sections.add(new Section(
                    title, about, Likeness.of(found).stream().map(this::row).toList()));
        }
    }

    /** Of instructions that are alike, the first one's states stand for all. */
    private Row row(Likeness alike) {
        Finding first = alike.first();
        Stream<Shown> excluded = first.unconfirmed().stream()
                .map(claim -> new Shown(claim, "", List.of("not excluded, but no state was found that shows it")));
        return new Row(
                alike.names(),
                ClassWords.of(first.classes()),
                ClassWords.note(first.classes()),
                Stream.concat(first.witnesses().stream().map(this::shown), excluded)
                        .toList());
    }

    private Shown shown(Witness witness) {
        return new Shown(witness.kind(), witness.instruction(), witness.story(analysis.isa()));
    }

    private Section mappings() {
        List<Shown> shown = analysis.mappings().stream()
                .map(m -> new Shown(m.access(), "", List.of(m.text(), state(m))))
                .toList();
        List<Classes> mediated =
                verdict.classes().stream().filter(Classes::mediated).toList();
        return new Section(
                "mmu-mediated",
                "what they find in memory depends on the mode by way of translation or protection alone: the monitor"
                        + " gives each mode of the guest page tables of its own",
                List.of(new Row(ids(mediated), "mmu-mediated", "", shown)));
    }

    private static String state(MappingWitness mapping) {
        String registers = mapping.low().start().registers().entrySet().stream()
                .map(e -> e.getKey() + " = 0x" + Long.toHexString(e.getValue()))
                .collect(Collectors.joining(", "));
        return "with " + registers + ", every word of memory 0x"
                + Long.toHexString(mapping.low().start().memory());
    }
}
