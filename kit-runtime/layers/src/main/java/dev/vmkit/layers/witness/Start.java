package dev.vmkit.layers.witness;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A state before one instruction, as data.
 *
 * @param code the instruction, in address units
 * @param registers those that do not hold what they do after reset, by name
 * @param memory what every word of memory holds that is not the instruction
 * @param clock what the counters of instructions, cycles and time say
 */
public record Start(List<Long> code, Map<String, Long> registers, long memory, long clock) {
    public Start {
        code = List.copyOf(code);
        registers = Collections.unmodifiableMap(new LinkedHashMap<>(registers));
    }

    /** The same with another value in a register. */
    Start with(String register, long value) {
        Map<String, Long> others = new LinkedHashMap<>(registers);
        others.put(register, value);
        return new Start(code, others, memory, clock);
    }

    /** The same with a register as reset leaves it. */
    Start without(String register) {
        Map<String, Long> others = new LinkedHashMap<>(registers);
        others.remove(register);
        return new Start(code, others, memory, clock);
    }

    Start withMemory(long word) {
        return new Start(code, registers, word, clock);
    }

    Start withClock(long time) {
        return new Start(code, registers, memory, time);
    }
}
