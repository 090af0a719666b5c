package dev.vmkit.machine.execute;

import dev.vmkit.language.codec.Decoding;
import dev.vmkit.language.codec.Encoder;
import dev.vmkit.language.codec.Expansion;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.isa.ByteOrder;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The instruction that trapped last, as a trap hook may ask for it. */
final class Trapped {
    private final Isa isa;
    private @Nullable Expansion expansion;
    private @Nullable Encoder encoder;
    private @Nullable Decoding decoding;

    Trapped(Isa isa) {
        this.isa = isa;
    }

    /** Remembers it; null for one that could not be fetched. */
    void set(@Nullable Decoding trapped) {
        decoding = trapped;
    }

    /** What it is; nothing if it could not be fetched. */
    Optional<Decoding> decoding() {
        return Optional.ofNullable(decoding);
    }

    /** The bits of what it stands for, with the first unit where the byte order has it; 0 if there is none. */
    long bits() {
        return switch (decoding) {
            case Decoding.Decoded decoded -> encoded(decoded);
            case Decoding.Undefined undefined -> undefined.bits();
            case null -> 0;
        };
    }

    private long encoded(Decoding.Decoded decoded) {
        if (expansion == null || encoder == null) {
            expansion = Expansion.of(isa);
            encoder = Encoder.of(isa);
        }
        Decoding.Decoded full = expansion.of(decoded);
        return joined(encoder.encode(full.instruction(), full.values()));
    }

    private long joined(long[] units) {
        int width = isa.model().fetch().unit();
        boolean big = isa.model().byteOrder() == ByteOrder.BIG;
        long bits = 0;
        for (int i = 0; i < units.length && i * width < Long.SIZE; i++) {
            int place = big ? units.length - 1 - i : i;
            bits |= units[i] << place * width;
        }
        return bits;
    }
}
