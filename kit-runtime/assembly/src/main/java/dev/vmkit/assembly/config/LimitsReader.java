package dev.vmkit.assembly.config;

import dev.vmkit.assembly.config.Quantity.Dimension;
import dev.vmkit.language.yaml.MappingReader;

/** Reads {@code limits:}. */
final class LimitsReader {
    private LimitsReader() {}

    static LimitsConfig read(MappingReader in) {
        LimitsConfig limits = new LimitsConfig(
                Reading.amount(in, "instructions", Dimension.INSTRUCTIONS),
                Reading.amount(in, "time", Dimension.DURATION),
                Reading.amount(in, "memory", Dimension.SIZE));
        in.finish();
        return limits;
    }
}
