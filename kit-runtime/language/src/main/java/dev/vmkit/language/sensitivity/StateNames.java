package dev.vmkit.language.sensitivity;

import dev.vmkit.language.isa.BitRange;
import dev.vmkit.language.isa.RegisterFile;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What people call some bits of a register: its fields, and the register for those in no field. */
public final class StateNames {
    /** What is remembered of where addresses lead. */
    public static final String TRANSLATIONS = "translations";

    public static final String MEMORY = "memory";

    /** At which address, or whether only after an interrupt, or not at all. */
    public static final String ONWARD = "where it goes on";

    public static final String WAITING = "waiting";
    public static final String HALTING = "halting";

    private StateNames() {}

    /** The names for these bits of a file, at least one where there is a bit. */
    public static Set<String> of(RegisterFile file, long bits) {
        Set<String> names = new LinkedHashSet<>();
        long rest = bits;
        for (Map.Entry<String, BitRange> field : file.fields().entrySet()) {
            long mask = mask(field.getValue());
            if ((bits & mask) != 0) {
                names.add(file.name() + "." + field.getKey());
                rest &= ~mask;
            }
        }
        if (rest != 0) {
            names.add(file.name());
        }
        return names;
    }

    private static long mask(BitRange range) {
        return -1L >>> (64 - range.width()) << range.low();
    }
}
