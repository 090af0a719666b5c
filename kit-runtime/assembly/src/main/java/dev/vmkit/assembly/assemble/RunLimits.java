package dev.vmkit.assembly.assemble;

import dev.vmkit.assembly.config.LimitsConfig;
import dev.vmkit.assembly.config.Located;
import dev.vmkit.machine.board.Limits;
import java.util.Optional;

/** What ends a run, of what a file says under {@code limits:}. */
public final class RunLimits {
    private RunLimits() {}

    /** The limits; what is not said is none. */
    public static Limits of(LimitsConfig limits) {
        return new Limits(orNone(limits.instructions()), orNone(limits.time()));
    }

    private static long orNone(Optional<Located<Long>> value) {
        return value.map(Located::value).orElse(Long.MAX_VALUE);
    }
}
