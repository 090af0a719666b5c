package dev.vmkit.language.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.language.Golden;
import dev.vmkit.language.codec.Decoding.Decoded;
import dev.vmkit.language.ir.Instruction;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.isa.ByteOrder;
import dev.vmkit.language.isa.Samples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RoundTripTests {

    /** Instructions of every form, at most {@code most} of each, spread over the domain of its operands. */
    private static List<Decoded> instructions(Isa isa, int most) {
        Encoder encoder = Encoder.of(isa);
        List<Decoded> all = new ArrayList<>();
        for (Instruction i : isa.instructions()) {
            List<long[]> values = OperandDomain.of(isa, i).values(most / 4, 42).toList();
            int stride = Math.max(1, values.size() / most) | 1;
            for (int v = 0; v < values.size(); v += stride) {
                all.add(new Decoded(i, values.get(v), encoder.size(i, values.get(v))));
            }
        }
        return all;
    }

    /** The golden file keeps count, so that no form drops out unseen. */
    @Test
    void everyFormGoesThereAndBack() {
        StringBuilder counts = new StringBuilder();
        for (String name : Samples.ALL) {
            Isa isa = SampleIsas.load(name);
            counts.append("%s: %d forms, %d encoded and decoded, %s\n"
                    .formatted(name, isa.instructions().size(), encodedAndDecoded(isa), printedAndAssembled(isa)));
        }
        Golden.check("codec/round-trips.txt", counts.toString());
    }

    private static int encodedAndDecoded(Isa isa) {
        Encoder encoder = Encoder.of(isa);
        Decoder decoder = Decoder.of(isa);
        List<Decoded> all = instructions(isa, 500);
        for (Decoded d : all) {
            long[] units = encoder.encode(d.instruction(), d.values());
            assertThat(decoder.decode(i -> units[i])).isEqualTo(d);
        }
        return all.size();
    }

    private static String printedAndAssembled(Isa isa) {
        Encoder encoder = Encoder.of(isa);
        Disassembler disassembler = Disassembler.of(isa);
        long size = 1L << Math.min(isa.model().fetch().addressWidth(), 20);
        List<String> lines = new ArrayList<>();
        List<long[]> expected = new ArrayList<>();
        long address = 0;
        int printed = 0;
        int byId = 0;
        for (Decoded d : instructions(isa, 40)) {
            if (address + d.units() > size) {
                check(isa, lines, expected);
                address = 0;
            }
            String line = disassembler.print(d, address, Symbols.NONE);
            String mnemonic = d.instruction().form().mnemonic();
            byId += line.startsWith(d.instruction().id())
                            && !mnemonic.equals(d.instruction().id())
                    ? 1
                    : 0;
            printed++;
            lines.add(line);
            expected.add(encoder.encode(d.instruction(), d.values()));
            address += d.units();
        }
        check(isa, lines, expected);
        return printed + " printed and assembled, " + byId + " of them by the form's id";
    }

    /** The tree finds what going through all forms one by one finds, and that is one form at most. */
    @Test
    void theTreeAgreesWithALinearScan() {
        Random random = new Random(11);
        for (String name : Samples.ALL) {
            Isa isa = SampleIsas.load(name);
            Decoder decoder = Decoder.of(isa);
            List<Candidate> forms =
                    isa.instructions().stream().map(i -> Candidate.of(isa, i)).toList();
            List<Decoded> near = instructions(isa, 20);
            for (int run = 0; run < 4000; run++) {
                long[] units =
                        run % 2 == 0 ? noise(isa, random) : mutated(isa, near.get(random.nextInt(near.size())), random);
                List<Decoding> found = scan(isa, forms, units);
                assertThat(found).hasSizeLessThan(2);
                Decoding decoding = decoder.decode(i -> units[i]);
                assertThat(decoding instanceof Decoded ? List.of(decoding) : List.of())
                        .isEqualTo(found);
            }
        }
    }

    private static long[] noise(Isa isa, Random random) {
        return random.longs(16)
                .map(u -> u & BitField.ones(isa.model().fetch().unit()))
                .toArray();
    }

    /** An instruction with one bit wrong. */
    private static long[] mutated(Isa isa, Decoded d, Random random) {
        long[] units = noise(isa, random);
        long[] own = Encoder.of(isa).encode(d.instruction(), d.values());
        System.arraycopy(own, 0, units, 0, own.length);
        units[random.nextInt(own.length)] ^=
                1L << random.nextInt(isa.model().fetch().unit());
        return units;
    }

    private static List<Decoding> scan(Isa isa, List<Candidate> forms, long[] units) {
        List<Decoding> found = new ArrayList<>();
        for (Candidate form : forms) {
            long bits = 0;
            for (int u = 0; u < form.units; u++) {
                bits |= units[u] << u * isa.model().fetch().unit();
            }
            Decoding decoded = form.match(bits, i -> units[i]);
            if (decoded != null) {
                found.add(decoded);
            }
        }
        return found;
    }

    @Test
    void everyCompressedRiscVWordIsDecodedFromTwoBytesAlone() {
        Isa isa = SampleIsas.load("rv64iac");
        Decoder decoder = Decoder.of(isa);
        Encoder encoder = Encoder.of(isa);
        int instructions = 0;
        for (int word = 0; word < 1 << 16; word++) {
            if ((word & 3) != 3) {
                long[] units = {word & 0xFF, word >> 8};
                Decoding decoding = decoder.decode(i -> units[i]);
                assertThat(decoding.units()).isEqualTo(2);
                if (decoding instanceof Decoded d) {
                    assertThat(encoder.encode(d.instruction(), d.values())).isEqualTo(units);
                    instructions++;
                }
            }
        }
        assertThat(instructions).isEqualTo(38_551);
    }

    private static void check(Isa isa, List<String> lines, List<long[]> expected) {
        Program program = AssemblerTests.program(isa, String.join("\n", lines));
        assertThat(units(isa, program.segments().getFirst().bytes()))
                .isEqualTo(expected.stream().flatMapToLong(Arrays::stream).toArray());
        lines.clear();
        expected.clear();
    }

    static long[] units(Isa isa, byte[] bytes) {
        int size = isa.model().fetch().unit() / 8;
        boolean big = isa.model().byteOrder() == ByteOrder.BIG;
        return LongStream.range(0, bytes.length / size)
                .map(u -> {
                    long unit = 0;
                    for (int b = 0; b < size; b++) {
                        unit |= (bytes[(int) u * size + b] & 0xFFL) << 8 * (big ? size - 1 - b : b);
                    }
                    return unit;
                })
                .toArray();
    }

    @Test
    void everyWordOfLc3IsListedAndAssembledAgain() {
        Isa isa = SampleIsas.load("lc3");
        long[] words = LongStream.range(0, 1 << 16).toArray();
        listed(isa, words);
    }

    @Test
    void everyWordOfChip8IsListedAndAssembledAgain() {
        Isa isa = SampleIsas.load("chip8");
        for (int block = 0; block < 32; block++) {
            long first = block << 11;
            listed(
                    isa,
                    LongStream.range(0, 1 << 12)
                            .map(i -> first + i / 2 >> ((i & 1) == 0 ? 8 : 0) & 0xFF)
                            .toArray());
        }
    }

    private static void listed(Isa isa, long[] units) {
        Listing listing = Listing.of(isa, 0, units, Symbols.NONE);
        Program program = AssemblerTests.program(isa, listing.source());
        assertThat(units(isa, program.segments().getFirst().bytes())).isEqualTo(units);
    }
}
