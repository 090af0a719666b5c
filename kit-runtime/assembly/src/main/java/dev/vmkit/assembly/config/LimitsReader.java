package dev.vmkit.assembly.config;

import dev.vmkit.api.ParameterInfo.Type;
import dev.vmkit.language.yaml.MappingReader;

/** Reads {@code limits:}. */
public final class LimitsReader {
    private LimitsReader() {}

    /** The limits; mistakes are reported. */
    public static LimitsConfig read(MappingReader in) {
        LimitsConfig limits = new LimitsConfig(
                Reading.instructions(in, "instructions"),
                Reading.amount(in, "time", Type.DURATION),
                Reading.amount(in, "memory", Type.SIZE));
        in.finish();
        return limits;
    }
}
