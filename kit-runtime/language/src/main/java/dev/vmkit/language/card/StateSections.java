package dev.vmkit.language.card;

import dev.vmkit.language.isa.IsaModel;
import dev.vmkit.language.isa.RegisterFile;
import dev.vmkit.language.isa.RegisterMap;
import dev.vmkit.language.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The sections on what an ISA remembers: registers, their fields, register maps. */
final class StateSections {
    private static final int LONGEST_NAMES = 30;

    private StateSections() {}

    static Section registers(IsaModel model) {
        Map<List<String>, List<String>> names = new LinkedHashMap<>();
        for (RegisterFile r : model.registers()) {
            List<String> shape = List.of(Integer.toString(r.width()), reset(r), note(r));
            names.computeIfAbsent(shape, s -> new ArrayList<>()).add(name(r));
        }
        List<List<String>> rows = new ArrayList<>();
        names.forEach((shape, same) ->
                lines(same).forEach(line -> rows.add(List.of(line, shape.get(0), shape.get(1), shape.get(2)))));
        model.views()
                .values()
                .forEach(v ->
                        rows.add(List.of(v.name(), "", "", "= " + v.expression().value())));
        return Section.Table.of("Registers", List.of("Name", "Bits", "Reset", ""), rows);
    }

    /** The names joined, a few a line. */
    private static List<String> lines(List<String> names) {
        List<String> lines = new ArrayList<>();
        for (String name : names) {
            String longer = lines.isEmpty() ? name : lines.getLast() + ", " + name;
            if (!lines.isEmpty() && longer.length() <= LONGEST_NAMES) {
                lines.removeLast();
                lines.add(longer);
            } else {
                lines.add(name);
            }
        }
        return lines;
    }

    private static String name(RegisterFile r) {
        if (r.count() == 1) {
            return r.names().isEmpty() ? r.name() : r.names().getFirst();
        }
        return r.names().getFirst() + " to " + r.names().getLast();
    }

    private static String reset(RegisterFile r) {
        return r.reset() == 0 ? "0" : "0x" + Long.toHexString(r.reset()).toUpperCase(Locale.ROOT);
    }

    private static String note(RegisterFile r) {
        String role = switch (r.role()) {
            case NONE -> "";
            case PC -> "program counter";
            case LINES -> "interrupt lines";
            case TIMER -> "raises interrupt line " + r.line() + " when time() reaches it";
            case RESERVATION -> "0 once its line is written";
        };
        String zero = r.zero().isPresent() ? r.names().get(r.zero().getAsInt()) + " is always 0" : "";
        String array = r.count() > 1 ? "written " + r.name() + "[n] in the semantics" : "";
        return String.join(
                "; ", Stream.of(role, zero, array).filter(s -> !s.isEmpty()).toList());
    }

    static Section fields(IsaModel model) {
        List<Section.Named> diagrams = new ArrayList<>();
        for (RegisterFile r : model.registers()) {
            if (!r.fields().isEmpty()) {
                diagrams.add(new Section.Named(r.name(), BitDiagram.of(r)));
            }
        }
        model.layouts()
                .values()
                .forEach(layout -> diagrams.add(
                        new Section.Named(layout.name(), BitDiagram.fields(layout.width(), layout.fields()))));
        return new Section.Diagrams("Fields", diagrams);
    }

    static Section map(RegisterMap map) {
        int digits = (map.indexWidth() + 3) / 4;
        List<List<String>> rows = map.entries().stream()
                .map(e -> List.of(String.format("0x%0" + digits + "X", e.index()), e.name(), shows(e), e.doc()))
                .toList();
        return Section.Table.of(map.name() + "[n]", List.of("n", "Name", "Shows", ""), rows);
    }

    private static String shows(RegisterMap.Entry e) {
        String value = e.value()
                .or(e::read)
                .map(Text::value)
                .or(e::of)
                .filter(v -> !v.equals(e.name()))
                .orElse("");
        return Stream.of(value, e.readMask().map(m -> "read & " + m.value()).orElse(""), writable(e.writeMask()))
                .filter(s -> !s.isEmpty())
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
    }

    private static String writable(Optional<Text> mask) {
        return mask.map(m -> m.value().equals("0") ? "read only" : "write & " + m.value())
                .orElse("");
    }
}
