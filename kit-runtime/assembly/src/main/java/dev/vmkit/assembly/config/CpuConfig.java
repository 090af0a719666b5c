package dev.vmkit.assembly.config;

import dev.vmkit.language.text.Text;
import java.util.List;
import java.util.Optional;

/**
 * The processor.
 *
 * @param params numbers that replace the variant's
 * @param features switches that replace the variant's
 * @param engine what runs it; the kit's choice if empty
 * @param startsAt the first instruction's address; that of the firmware, the program or the definition if empty
 * @param speed instructions a virtual second, within [1 Hz, 9 GHz]
 * @param timebase ticks a virtual second of the time counter, within [1 Hz, 1 GHz]
 * @param harts how many of it there are, within [1, 64]
 * @param registers what registers, or fields of them, hold when a hart starts, after the reset that the definition speaks of
 */
public record CpuConfig(
        Text isa,
        Optional<Text> variant,
        List<Named<Long>> params,
        List<Named<Boolean>> features,
        Optional<Text> engine,
        Optional<Located<Long>> startsAt,
        Optional<Located<Long>> speed,
        Optional<Located<Long>> timebase,
        int harts,
        List<Named<Long>> registers) {
    /** The most harts a machine may have. */
    public static final int MOST_HARTS = 64;

    /** A value under a name that the instruction set defines. */
    public record Named<T>(Text name, T value) {}

    public CpuConfig {
        params = List.copyOf(params);
        features = List.copyOf(features);
        registers = List.copyOf(registers);
    }

    /** The same processor run by another engine. */
    CpuConfig withEngine(Text other) {
        return new CpuConfig(
                isa, variant, params, features, Optional.of(other), startsAt, speed, timebase, harts, registers);
    }
}
