package dev.vmkit.machine.execute;

import dev.vmkit.language.ir.Operations;
import dev.vmkit.language.isa.BitRange;
import dev.vmkit.language.isa.IsaModel;
import dev.vmkit.language.isa.RegisterFile;
import dev.vmkit.language.isa.Space;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The state that the translations of a space depend on. */
public final class TranslateKey {
    /** A part: some bits of a register. */
    private record Part(int slot, long mask) {}

    private final Part[] parts;

    public TranslateKey(IsaModel model, Space space) {
        this.parts = space.key().stream().map(name -> part(model, name)).toArray(Part[]::new);
    }

    private static Part part(IsaModel model, String name) {
        int dot = name.indexOf('.');
        RegisterFile file =
                model.register(dot < 0 ? name : name.substring(0, dot)).orElseThrow();
        if (dot < 0) {
            return new Part(file.slot(), file.mask());
        }
        BitRange bits = Objects.requireNonNull(file.fields().get(name.substring(dot + 1)), name);
        return new Part(file.slot(), Operations.mask(bits.width()) << bits.low());
    }

    /** Without parts nothing is known of when a translation ends. */
    public boolean isEmpty() {
        return parts.length == 0;
    }

    /** The bits of a slot that belong to it. */
    public long bitsOf(int slot) {
        long bits = 0;
        for (Part part : parts) {
            bits |= part.slot == slot ? part.mask : 0;
        }
        return bits;
    }

    /** The slots of which it has bits. */
    public Set<Integer> slots() {
        return Arrays.stream(parts).map(Part::slot).collect(Collectors.toSet());
    }

    /** What it is now. */
    public long[] read(long[] registers) {
        long[] values = new long[parts.length];
        for (int i = 0; i < parts.length; i++) {
            values[i] = registers[parts[i].slot] & parts[i].mask;
        }
        return values;
    }

    /** Whether it is now what it was. */
    public boolean is(long[] values, long[] registers) {
        for (int i = 0; i < parts.length; i++) {
            if (values[i] != (registers[parts[i].slot] & parts[i].mask)) {
                return false;
            }
        }
        return true;
    }
}
