package dev.vmkit.language.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.language.codec.Decoding.Decoded;
import dev.vmkit.language.ir.Instruction;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.isa.ByteOrder;
import dev.vmkit.language.isa.Samples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RoundTripTests {

    static Stream<String> samples() {
        return Samples.ALL.stream();
    }

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

    @ParameterizedTest
    @MethodSource("samples")
    void everyInstructionIsDecodedAsItWasEncoded(String name) {
        Isa isa = SampleIsas.load(name);
        Encoder encoder = Encoder.of(isa);
        Decoder decoder = Decoder.of(isa);
        for (Decoded d : instructions(isa, 500)) {
            long[] units = encoder.encode(d.instruction(), d.values());
            assertThat(decoder.decode(i -> units[i])).isEqualTo(d);
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyPrintedLineIsAssembledToTheSameUnits(String name) {
        Isa isa = SampleIsas.load(name);
        Encoder encoder = Encoder.of(isa);
        Disassembler disassembler = Disassembler.of(isa);
        long size = 1L << Math.min(isa.model().fetch().addressWidth(), 20);
        List<String> lines = new ArrayList<>();
        List<long[]> expected = new ArrayList<>();
        long address = 0;
        for (Decoded d : instructions(isa, 40)) {
            if (address + d.units() > size) {
                check(isa, lines, expected);
                address = 0;
            }
            lines.add(disassembler.print(d, address, Symbols.NONE));
            expected.add(encoder.encode(d.instruction(), d.values()));
            address += d.units();
        }
        check(isa, lines, expected);
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
