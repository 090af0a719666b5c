package dev.vmkit.tools.cli;

import dev.vmkit.language.codec.Disassembler;
import dev.vmkit.language.codec.Symbols;
import dev.vmkit.language.ir.IrPrinter;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.ir.Stmt;
import dev.vmkit.language.yaml.Json;
import dev.vmkit.machine.translate.Objection;
import dev.vmkit.machine.translate.RegionListing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A region of translated code on a page: guest assembly, its meaning, and the JVM code, side by side if there is room. */
final class RegionPage {
    private static final int ONE_COLUMN_BELOW = 100;
    private static final int LEAST_ASSEMBLY = 12;
    private static final int MOST_ASSEMBLY = 34;
    private static final String GAP = "  ";
    private static final String BELOW_CODE = "      ";

    private final RegionListing region;
    private final Disassembler disassembler;
    private final Symbols symbols;
    private final String addressFormat;
    private final int width;
    private final int assemblyWidth;
    private final StringBuilder out = new StringBuilder();

    /**
     * A page.
     *
     * @param width characters of a line, at least 40; longer words are not broken
     */
    RegionPage(RegionListing region, Isa isa, Symbols symbols, int width) {
        this.region = region;
        this.disassembler = Disassembler.of(isa);
        this.symbols = symbols;
        this.addressFormat = "%0" + Math.min(8, (isa.model().fetch().addressWidth() + 3) / 4) + "x";
        this.width = width;
        this.assemblyWidth = Math.clamp(
                region.parts().stream()
                        .mapToInt(part -> guest(part).length())
                        .max()
                        .orElse(0),
                LEAST_ASSEMBLY,
                MOST_ASSEMBLY);
    }

    String text() {
        line("region at " + place(region.entries().getFirst()));
        fact("size", size());
        fact("entered", region.entries().stream().map(this::place).collect(Collectors.joining(", ")));
        fact("variables", variables());
        if (!region.inArray().isEmpty()) {
            fact("in the array", String.join(", ", region.inArray()) + ": which one is computed");
        }
        region.exits()
                .forEach((pc, why) ->
                        fact("left", place(pc) + why.map(RegionPage::handedOver).orElse("")));
        if (region.computesTarget()) {
            fact("left", "wherever a computed jump leads, unless that is an entry");
        }
        code("on the way in", region.entry());
        region.parts().forEach(this::part);
        code("ways out", region.exit());
        return out.toString();
    }

    private String size() {
        return "%,d instructions, %,d bytes of JVM code of at most %,d%s"
                .formatted(
                        region.instructions(),
                        region.bytes(),
                        RegionListing.MOST_BYTES,
                        region.isTooLarge() ? ": too large, so it is not made" : "");
    }

    private static String handedOver(Objection why) {
        return ": for the interpreter, because " + why.reason();
    }

    private String variables() {
        return region.variables().isEmpty() ? "none" : String.join(", ", region.variables());
    }

    private String place(long pc) {
        String address = addressFormat.formatted(pc);
        return symbols.at(pc).map(name -> address + " " + name).orElse(address);
    }

    /** A fact may take several lines. */
    private void fact(String name, String text) {
        List<String> lines = Wrapping.lines(text, width - 16, "");
        for (int i = 0; i < lines.size(); i++) {
            line("  %-13s %s".formatted(i == 0 ? name : "", lines.get(i)));
        }
    }

    private void code(String name, List<String> bytecode) {
        line("");
        line(name + ":");
        columns("", List.of(), bytecode);
    }

    private void part(RegionListing.Part part) {
        if (part.first()) {
            line("");
            line(symbols.at(part.pc()).orElse(addressFormat.formatted(part.pc())) + ":"
                    + (part.counts() ? "  (a loop; it looks how many are left)" : ""));
        }
        columns(guest(part), meaning(part), part.bytecode());
    }

    private String guest(RegionListing.Part part) {
        return addressFormat.formatted(part.pc()) + "  " + assembly(part);
    }

    private String assembly(RegionListing.Part part) {
        return disassembler.print(part.decoded(), part.pc(), symbols);
    }

    /** What it means and, if that is less, what is left of it. */
    private static List<String> meaning(RegionListing.Part part) {
        List<String> lines = new ArrayList<>(ir(part.meaning()));
        List<String> rest = ir(part.rest());
        if (!rest.equals(lines)) {
            lines.add(rest.isEmpty() ? "of which nothing is left" : "of which is left:");
            lines.addAll(rest);
        }
        return lines;
    }

    private static List<String> ir(Stmt body) {
        return IrPrinter.print(body).lines().toList();
    }

    private void columns(String guest, List<String> meaning, List<String> bytecode) {
        if (width < ONE_COLUMN_BELOW) {
            stacked(guest, meaning, bytecode);
        } else {
            sideBySide(guest, meaning, bytecode);
        }
    }

    private void stacked(String guest, List<String> meaning, List<String> bytecode) {
        if (!guest.isEmpty()) {
            line("  " + guest);
        }
        wrapped(meaning, width - 4, "    ").forEach(text -> line("    " + text));
        wrapped(bytecode, width - 4, BELOW_CODE).forEach(text -> line("    " + text));
    }

    private void sideBySide(String guest, List<String> meaning, List<String> bytecode) {
        int rest = width - assemblyWidth - 2 * GAP.length();
        int middle = rest * 2 / 5;
        List<String> first = Wrapping.lines(guest, assemblyWidth, "      ");
        List<String> second = wrapped(meaning, middle, "    ");
        List<String> third = wrapped(bytecode, rest - middle, BELOW_CODE);
        int rows = Math.max(Math.max(first.size(), second.size()), third.size());
        String format = "%-" + assemblyWidth + "s" + GAP + "%-" + middle + "s" + GAP + "%s";
        for (int i = 0; i < rows; i++) {
            line(format.formatted(cell(first, i), cell(second, i), cell(third, i)));
        }
    }

    private static List<String> wrapped(List<String> texts, int width, String indent) {
        return texts.stream()
                .flatMap(text -> Wrapping.lines(text, width, indent).stream())
                .toList();
    }

    private static String cell(List<String> column, int row) {
        return row < column.size() ? column.get(row) : "";
    }

    private void line(String text) {
        out.append(text.stripTrailing()).append('\n');
    }

    /** For scripts. */
    Json json() {
        return Json.object()
                .put(
                        "entries",
                        Json.array(region.entries().stream().map(Json::of).toList()))
                .put("bytes", region.bytes())
                .put("tooLarge", region.isTooLarge())
                .put("variables", Json.texts(List.copyOf(region.variables())))
                .put("inArray", Json.texts(region.inArray()))
                .put(
                        "exits",
                        Json.array(region.exits().entrySet().stream()
                                .map(RegionPage::exit)
                                .toList()))
                .put("entry", Json.texts(region.entry()))
                .put(
                        "instructions",
                        Json.array(region.parts().stream().map(this::json).toList()))
                .put("exit", Json.texts(region.exit()))
                .build();
    }

    private static Json exit(Map.Entry<Long, Optional<Objection>> exit) {
        Json.Builder json = Json.object().put("address", exit.getKey());
        exit.getValue().ifPresent(why -> json.put("interpreted", why.reason()));
        return json.build();
    }

    private Json json(RegionListing.Part part) {
        return Json.object()
                .put("address", part.pc())
                .put("assembly", assembly(part))
                .put("beginsBlock", part.first())
                .put("looksAtCount", part.counts())
                .put("meaning", Json.texts(ir(part.meaning())))
                .put("rest", Json.texts(ir(part.rest())))
                .put("bytecode", Json.texts(part.bytecode()))
                .build();
    }
}
