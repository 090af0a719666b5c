package dev.vmkit.testkit.report;

import java.util.List;

/** All checks of a plugin, part by part. */
public record Report(List<Group> groups) {

    /** The checks of one part, such as {@code isa lc3}. */
    public record Group(String part, List<Case> cases) {
        public Group {
            cases = List.copyOf(cases);
        }
    }

    public Report {
        groups = List.copyOf(groups);
    }

    public long count() {
        return groups.stream().mapToLong(g -> g.cases().size()).sum();
    }

    public long failed() {
        return groups.stream()
                .flatMap(g -> g.cases().stream())
                .filter(c -> !c.passed())
                .count();
    }
}
