package dev.vmkit.tools.analysis;

import dev.vmkit.layers.witness.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Instructions of which the same is said, of the same cases.
 *
 * @param instructions ids of forms
 * @param cases what one of their operands names; empty if nothing
 */
record Likeness(Finding first, List<String> instructions, List<String> cases) {
    /** More cases than this are counted. */
    private static final int MOST_NAMED = 16;

    private static final int FIRST_NAMED = 6;

    private record Kind(String instruction, String classes, String note) {}

    private record Group(List<String> cases, String classes, String note) {}

    /** Puts together what is alike, in the order of the first of each. */
    static List<Likeness> of(List<Finding> findings) {
        Map<Kind, List<Finding>> kinds = new LinkedHashMap<>();
        for (Finding finding : findings) {
            Kind kind = new Kind(
                    finding.classes().what().id(),
                    ClassWords.of(finding.classes()),
                    ClassWords.note(finding.classes()));
            kinds.computeIfAbsent(kind, _ -> new ArrayList<>()).add(finding);
        }
        Map<Group, Likeness> groups = new LinkedHashMap<>();
        kinds.forEach((kind, alike) -> {
            List<String> cases = alike.stream()
                    .map(finding -> finding.classes().what().name())
                    .filter(name -> !name.isEmpty())
                    .distinct()
                    .toList();
            groups.computeIfAbsent(
                            new Group(cases, kind.classes, kind.note),
                            group -> new Likeness(alike.getFirst(), new ArrayList<>(), group.cases))
                    .instructions
                    .add(kind.instruction);
        });
        return List.copyOf(groups.values());
    }

    /** Which ones, as text. */
    String names() {
        String ids = String.join(", ", instructions);
        if (cases.isEmpty()) {
            return ids;
        }
        return ids + " of "
                + (cases.size() <= MOST_NAMED
                        ? String.join(", ", cases)
                        : String.join(", ", cases.subList(0, FIRST_NAMED)) + " and " + (cases.size() - FIRST_NAMED)
                                + " more");
    }
}
