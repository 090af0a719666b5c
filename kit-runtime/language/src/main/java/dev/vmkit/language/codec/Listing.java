package dev.vmkit.language.codec;

import dev.vmkit.language.codec.Decoding.Decoded;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.isa.Operand;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Memory as lines of assembly, one an instruction; what is no instruction, or not the one the assembler would make again,
 * as data.
 *
 * @param start the directive that sets the address
 * @param symbols the labels given, and those made for branch targets
 */
public record Listing(String start, List<Line> lines, Symbols symbols) {

    /** Units at an address, and the line that makes them. */
    public record Line(long address, List<Long> units, Optional<String> label, String text, boolean instruction) {}

    /**
     * Lists the units from an address on.
     *
     * @param symbols labels to use where a line starts at their address and the assembler understands their name; targets
     *     of branches that have none are given one
     */
    public static Listing of(Isa isa, long address, long[] units, Symbols symbols) {
        return new Lister(isa, address, units).list(symbols);
    }

    /** The whole as a source that assembles to the same units. */
    public String source() {
        return lines.stream()
                .map(line -> line.label().map(l -> l + ":\n").orElse("") + "    " + line.text() + "\n")
                .collect(Collectors.joining("", start + "\n", ""));
    }

    /** Goes through the units. */
    private static final class Lister {
        private final Grammar grammar;
        private final Decoder decoder;
        private final Disassembler disassembler;
        private final OperandPrinter numbers;
        private final long start;
        private final long[] units;
        private final String datum;

        Lister(Isa isa, long start, long[] units) {
            this.grammar = new Grammar(isa);
            this.decoder = Decoder.of(isa);
            this.disassembler = Disassembler.of(isa);
            this.numbers = new OperandPrinter(grammar);
            this.start = start;
            this.units = units;
            this.datum = datum(isa.model().fetch().unit());
        }

        /** The directive for one address unit. */
        private String datum(int unit) {
            return switch (unit) {
                case 8 -> ".byte";
                case 16 ->
                    DirectiveReader.wordBits(grammar.isa.model()) == 16 ? grammar.directives.spelt(".word") : ".int16";
                case 32 -> ".int32";
                default -> ".int64";
            };
        }

        Listing list(Symbols given) {
            Map<Integer, Optional<Decoded>> found = new TreeMap<>();
            for (int at = 0; at < units.length; ) {
                Optional<Decoded> decoded = decode(at);
                found.put(at, decoded);
                at += decoded.map(Decoded::units).orElse(1);
            }
            Symbols symbols = new Symbols(withTargets(found, usable(found, given)));
            List<Line> lines = new ArrayList<>();
            found.forEach((at, decoded) -> lines.add(line(at, decoded, symbols)));
            return new Listing(grammar.directives.spelt(".org") + " " + numbers.hex(start), lines, symbols);
        }

        /** The instruction here, if it is whole and encodes to the same units. */
        private Optional<Decoded> decode(int at) {
            try {
                return decoder.decode(i -> units[at + i]) instanceof Decoded d && sameUnits(d, at)
                        ? Optional.of(d)
                        : Optional.empty();
            } catch (ArrayIndexOutOfBoundsException cutOff) {
                return Optional.empty();
            }
        }

        private boolean sameUnits(Decoded d, int at) {
            return Arrays.equals(
                    grammar.encoder.encode(d.instruction(), d.values()), Arrays.copyOfRange(units, at, at + d.units()));
        }

        /** The labels that the source of this listing can define. */
        private Symbols usable(Map<Integer, Optional<Decoded>> found, Symbols given) {
            Map<String, Long> usable = new TreeMap<>();
            given.addresses().forEach((name, address) -> {
                if (isLine(found, address) && Tokenizer.isName(name) && grammar.isFree(name)) {
                    usable.put(name, address);
                }
            });
            return new Symbols(usable);
        }

        private boolean isLine(Map<Integer, Optional<Decoded>> found, long address) {
            long offset = address - start;
            return offset >= 0 && offset < units.length && found.containsKey((int) offset);
        }

        /** Adds labels for the starts of lines that relative operands reach. */
        private Map<String, Long> withTargets(Map<Integer, Optional<Decoded>> found, Symbols given) {
            Map<String, Long> labels = new TreeMap<>(given.addresses());
            found.forEach((at, decoded) -> decoded.ifPresent(d -> {
                for (int i = 0; i < d.values().length; i++) {
                    long target = target(d, i, start + at);
                    if (isRelative(d, i)
                            && isLine(found, target)
                            && given.at(target).isEmpty()) {
                        labels.put("L_" + Long.toHexString(target), target);
                    }
                }
            }));
            return labels;
        }

        private static boolean isRelative(Decoded d, int i) {
            return d.instruction().form().operands().get(i) instanceof Operand.Immediate o
                    && o.relative() != Operand.Relative.NONE;
        }

        private long target(Decoded d, int i, long pc) {
            Operand operand = d.instruction().form().operands().get(i);
            int width = grammar.isa.model().fetch().addressWidth();
            return OperandText.written(operand, d.values()[i], pc, pc + d.units(), width);
        }

        private Line line(int at, Optional<Decoded> decoded, Symbols symbols) {
            long address = start + at;
            int size = decoded.map(Decoded::units).orElse(1);
            String text = decoded.map(d -> disassembler.print(d, address, symbols))
                    .orElseGet(() -> datum + " " + numbers.hex(units[at]));
            return new Line(
                    address,
                    Arrays.stream(units, at, at + size).boxed().toList(),
                    symbols.at(address),
                    text,
                    decoded.isPresent());
        }
    }
}
