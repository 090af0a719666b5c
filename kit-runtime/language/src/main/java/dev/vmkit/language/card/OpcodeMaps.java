package dev.vmkit.language.card;

import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.isa.Encoding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Derives the opcode maps of an ISA: one for each width of the first word, and one for each prefix, a wholly fixed word
 * that several forms share.
 */
final class OpcodeMaps {
    private static final int MOST_MAPS = 12;
    /** A word shared by more forms than this is a prefix with a map of its own. */
    private static final int MOST_FORMS_IN_A_CELL = 4;

    private final int unit;
    private final Optional<DecodedWords> decoded;
    private final List<Section> maps = new ArrayList<>();

    /** A form with its words. */
    record Opcode(InstructionEntry entry, List<WordPattern> words) {}

    private OpcodeMaps(Isa isa) {
        this.unit = isa.model().fetch().unit();
        this.decoded = DecodedWords.of(isa);
    }

    /** The maps; {@code entries} are those of the ISA's instructions, in their order. */
    static List<Section> of(Isa isa, List<InstructionEntry> entries) {
        Map<Integer, List<Opcode>> byWidth = new TreeMap<>();
        for (int i = 0; i < entries.size(); i++) {
            List<WordPattern> words = words(isa.instructions().get(i).form().encoding());
            if (!words.isEmpty()) {
                byWidth.computeIfAbsent(words.getFirst().width(), w -> new ArrayList<>())
                        .add(new Opcode(entries.get(i), words));
            }
        }
        OpcodeMaps maps = new OpcodeMaps(isa);
        byWidth.forEach((width, opcodes) ->
                maps.add(byWidth.size() == 1 ? "Opcode map" : "Opcode map, " + width + " bits", opcodes, 0));
        return maps.maps;
    }

    private static List<WordPattern> words(Encoding encoding) {
        return encoding.words().stream()
                .takeWhile(word -> word.width() > 0 && word.width() <= 64)
                .map(WordPattern::of)
                .toList();
    }

    private void add(String title, List<Opcode> opcodes, int word) {
        if (maps.size() == MOST_MAPS) {
            return;
        }
        List<WordPattern> patterns =
                opcodes.stream().map(o -> o.words().get(word)).toList();
        List<Integer> bits = OpcodeBits.choose(patterns);
        int split = OpcodeBits.split(bits);
        List<Integer> high = bits.subList(0, split);
        List<Integer> low = bits.subList(split, bits.size());
        // A page has more room for rows.
        List<Integer> down = high.size() >= low.size() ? high : low;
        List<Integer> across = down == high ? low : high;
        List<OpcodeMap.Row> rows = new ArrayList<>();
        for (int r = 0; r < 1 << down.size(); r++) {
            OpcodeMap.Row row = row(opcodes, word, down, across, r);
            if (!row.cells().stream().allMatch(OpcodeMap.Cell::isUndefined)) {
                rows.add(row);
            }
        }
        List<String> columns = IntStream.range(0, 1 << across.size())
                .mapToObj(c -> OpcodeBits.digits(across, c))
                .toList();
        maps.add(new Section.Opcodes(title, new OpcodeMap(down, across, columns, rows, summary(patterns, word, rows))));
        prefixes(opcodes, word)
                .forEach((value, shared) -> add("After " + String.format("0x%02X", value), shared, word + 1));
    }

    private OpcodeMap.Row row(List<Opcode> opcodes, int word, List<Integer> down, List<Integer> across, int r) {
        long mask = OpcodeBits.mask(down) | OpcodeBits.mask(across);
        List<OpcodeMap.Cell> cells = new ArrayList<>();
        for (int c = 0; c < 1 << across.size(); c++) {
            cells.add(cell(opcodes, word, mask, OpcodeBits.spread(down, r) | OpcodeBits.spread(across, c)));
        }
        return new OpcodeMap.Row(OpcodeBits.digits(down, r), cells);
    }

    private OpcodeMap.Cell cell(List<Opcode> opcodes, int word, long mask, long value) {
        List<InstructionEntry> here = opcodes.stream()
                .filter(o -> o.words().get(word).agrees(mask, value))
                .map(Opcode::entry)
                .toList();
        List<String> mnemonics =
                here.stream().map(InstructionEntry::mnemonic).distinct().toList();
        List<Family> families =
                here.stream().map(InstructionEntry::family).distinct().toList();
        return new OpcodeMap.Cell(
                mnemonics,
                families.size() == 1 ? Optional.of(families.getFirst()) : Optional.empty(),
                word > 0 ? OptionalDouble.empty() : DecodedWords.share(decoded, mask, value));
    }

    private String summary(List<WordPattern> patterns, int word, List<OpcodeMap.Row> rows) {
        int width = patterns.getFirst().width();
        if (word == 0 && width == unit && decoded.isPresent()) {
            return decoded.get().summary();
        }
        if (word == 0 && width == 8) {
            long used = rows.stream()
                    .flatMap(row -> row.cells().stream())
                    .filter(c -> !c.isUndefined())
                    .count();
            return used + " of 256 first bytes begin an instruction";
        }
        return "";
    }

    private static Map<Long, List<Opcode>> prefixes(List<Opcode> opcodes, int word) {
        Map<Long, List<Opcode>> prefixes = new TreeMap<>();
        for (Opcode o : opcodes) {
            if (o.words().get(word).isWhollyFixed() && o.words().size() > word + 1) {
                prefixes.computeIfAbsent(o.words().get(word).value(), v -> new ArrayList<>())
                        .add(o);
            }
        }
        Map<Long, List<Opcode>> crowded = new LinkedHashMap<>();
        prefixes.forEach((value, shared) -> {
            if (shared.size() > MOST_FORMS_IN_A_CELL && sameWidth(shared, word + 1)) {
                crowded.put(value, shared);
            }
        });
        return crowded;
    }

    private static boolean sameWidth(List<Opcode> opcodes, int word) {
        return opcodes.stream().map(o -> o.words().get(word).width()).distinct().count() == 1;
    }
}
