package dev.vmkit.testkit.judge;

import dev.vmkit.testkit.subject.Answer;
import dev.vmkit.testkit.subject.Bits;
import dev.vmkit.testkit.subject.Cell;
import dev.vmkit.testkit.subject.Ending;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Whether two executions of the same came to the same. */
record Agreement(Answer.Executed expected, Answer.Executed actual) {

    List<Miss> misses() {
        List<Miss> misses = new ArrayList<>();
        if (ends(expected) != ends(actual)) {
            misses.add(new Miss("the end", words(expected), words(actual)));
        }
        expected.values().forEach((name, value) -> {
            Bits found = actual.values().get(name);
            if (found == null || found.value() != value.value()) {
                misses.add(new Miss(
                        name,
                        value.toString(),
                        found == null ? "not there: your definition has no such register" : found.toString()));
            }
        });
        memory(misses);
        return misses;
    }

    /** Whether the instruction is through or the budget of one ends it is the same; what cannot go on, is it for whatever reason. */
    private static Ending ends(Answer.Executed executed) {
        return executed.ending() == Ending.LIMIT ? Ending.LEFT : executed.ending();
    }

    private static String words(Answer.Executed executed) {
        Ending ending = ends(executed);
        String detail = executed.detail().isEmpty() ? "" : ": " + executed.detail();
        return ending == Ending.LEFT ? "the next instruction" : ending.name().toLowerCase(Locale.ROOT) + detail;
    }

    private void memory(List<Miss> misses) {
        Map<String, Long> wanted = cells(expected);
        Map<String, Long> found = cells(actual);
        Set<String> places = new TreeSet<>(wanted.keySet());
        places.addAll(found.keySet());
        for (String place : places) {
            Long left = wanted.get(place);
            Long right = found.get(place);
            if (!java.util.Objects.equals(left, right)) {
                misses.add(new Miss(place, written(left), written(right)));
            }
        }
    }

    private static String written(@org.jspecify.annotations.Nullable Long value) {
        return value == null ? "not written" : "0x" + Long.toHexString(value);
    }

    private static Map<String, Long> cells(Answer.Executed executed) {
        Map<String, Long> cells = new LinkedHashMap<>();
        for (Cell cell : executed.changes()) {
            cells.put("%s[0x%x]".formatted(cell.space(), cell.address()), cell.value());
        }
        return cells;
    }
}
