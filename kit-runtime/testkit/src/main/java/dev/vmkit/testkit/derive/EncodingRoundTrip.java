package dev.vmkit.testkit.derive;

import dev.vmkit.language.codec.Decoder;
import dev.vmkit.language.codec.Decoding;
import dev.vmkit.language.codec.Encoder;
import dev.vmkit.language.codec.OperandDomain;
import dev.vmkit.language.ir.Instruction;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.testkit.report.Case;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Random;

/** Encoder and decoder are inverse to each other. */
final class EncodingRoundTrip {
    /** Where the opcode space is not tried exhaustively, so many words are drawn. */
    private static final int WORDS = 200_000;

    private final Encoder encoder;
    private final Decoder decoder;
    private final Isa isa;

    private EncodingRoundTrip(Isa isa) {
        this.isa = isa;
        this.encoder = Encoder.of(isa);
        this.decoder = Decoder.of(isa);
    }

    /** Every form with every combination of operands, or their corners and a sample. */
    static Case encodeThenDecode(Isa isa, Share share) {
        String name = "every instruction decodes to itself";
        EncodingRoundTrip trip = new EncodingRoundTrip(isa);
        long seen = 0;
        long tried = 0;
        for (Instruction instruction : isa.instructions()) {
            Iterator<long[]> values = OperandDomain.of(isa, instruction)
                    .values(IsaTests.SAMPLES, IsaTests.SEED)
                    .iterator();
            for (long n = 0; values.hasNext(); n++) {
                long[] operands = values.next();
                if (!share.takes(n, seen++)) {
                    continue;
                }
                tried++;
                if (!trip.returns(instruction, operands)) {
                    return Case.failed(name, trip.show(instruction, operands));
                }
            }
        }
        return Case.passed(name, tried + " encodings of " + isa.instructions().size() + " forms");
    }

    private boolean returns(Instruction instruction, long[] operands) {
        long[] units = encoder.encode(instruction, operands);
        return decode(units) instanceof Decoding.Decoded d
                && d.instruction() == instruction
                && d.units() == units.length
                && Arrays.equals(d.values(), operands);
    }

    private Decoding decode(long[] units) {
        return decoder.decode(offset -> offset < units.length ? units[offset] : 0);
    }

    private String show(Instruction instruction, long[] operands) {
        long[] units = encoder.encode(instruction, operands);
        String found = decode(units) instanceof Decoding.Decoded d
                ? d.instruction().id() + " " + Arrays.toString(d.values())
                : "nothing";
        return instruction.id() + " " + Arrays.toString(operands) + " is encoded as " + hex(units)
                + ", which decodes to " + found;
    }

    /** Words of the opcode space: all of them if there are 16 bits in the first two bytes or first unit, else a sample. */
    static Case decodeThenEncode(Isa isa, Share share) {
        String name = "what is decoded encodes to the same bits";
        EncodingRoundTrip trip = new EncodingRoundTrip(isa);
        Random random = new Random(IsaTests.SEED);
        int decoded = 0;
        int undefined = 0;
        int total = 0;
        for (int i = 0; i < (1 << 16) + WORDS; i++) {
            long[] units = trip.word(i, random);
            if (!share.takes(i, i)) {
                continue;
            }
            total++;
            switch (trip.decode(units)) {
                case Decoding.Undefined _ -> undefined++;
                case Decoding.Decoded d -> {
                    decoded++;
                    if (!trip.same(d, units)) {
                        return Case.failed(
                                name,
                                hex(units) + " decodes to " + d.instruction().id() + " "
                                        + Arrays.toString(d.values()) + ", which is encoded as "
                                        + hex(trip.encoder.encode(d.instruction(), d.values())));
                    }
                }
            }
        }
        return Case.passed(name, total + " words: " + decoded + " decoded, " + undefined + " undefined");
    }

    /** First every value of the first 16 bits, with random bits behind them; then random bits alone. */
    private long[] word(int index, Random random) {
        int unit = isa.model().fetch().unit();
        long[] units = new long[Math.max(1, 128 / unit)];
        Arrays.setAll(units, i -> random.nextLong() & (-1L >>> (64 - unit)));
        if (index < 1 << 16) {
            units[0] = unit == 8 ? index & 0xFF : index & (-1L >>> (64 - unit));
            if (unit == 8) {
                units[1] = index >> 8;
            }
        }
        return units;
    }

    /** Equal in all bits the form does not ignore: encoding again must decode to the same instruction. */
    private boolean same(Decoding.Decoded decoded, long[] units) {
        long[] again = encoder.encode(decoded.instruction(), decoded.values());
        boolean ignores = decoded.instruction().form().encoding().words().stream()
                .flatMap(w -> w.pieces().stream())
                .anyMatch(p -> p instanceof dev.vmkit.language.isa.Encoding.Ignored
                        || p instanceof dev.vmkit.language.isa.Encoding.LebBytes);
        return ignores
                ? decode(again) instanceof Decoding.Decoded d && d.instruction() == decoded.instruction()
                : Arrays.equals(again, Arrays.copyOf(units, decoded.units()));
    }

    private static String hex(long[] units) {
        StringBuilder out = new StringBuilder();
        for (long unit : units) {
            out.append(out.isEmpty() ? "" : " ").append(Long.toHexString(unit));
        }
        return out.toString();
    }
}
