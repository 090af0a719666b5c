package dev.vmkit.assembly.config;

import java.util.Optional;

/**
 * What ends a run that does not end by itself.
 *
 * @param instructions at most so many, all harts together
 * @param time nanoseconds of the host's time
 * @param memory bytes of memory the machine may have
 */
public record LimitsConfig(
        Optional<Located<Long>> instructions, Optional<Located<Long>> time, Optional<Located<Long>> memory) {
    public static final LimitsConfig NONE = new LimitsConfig(Optional.empty(), Optional.empty(), Optional.empty());
}
