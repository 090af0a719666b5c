package dev.vmkit.layers.timeshare;

import dev.vmkit.language.codec.Decoding;
import java.util.Map;
import java.util.Optional;

/**
 * How programs call the monitor: by an instruction of theirs, with numbers in registers.
 *
 * @param instruction the id of its form
 * @param number says which service it is
 * @param argument the slot of the register with what the service is given
 * @param result the slot of the register for what it gives back
 * @param services by their numbers
 */
public record Calls(String instruction, Number number, int argument, int result, Map<Long, Service> services) {

    /** Where an instruction has the number of its service. */
    public sealed interface Number {
        /** In the instruction itself: the operand at that place. */
        record Operand(int index) implements Number {}

        /** In the register of that slot. */
        record Register(int slot) implements Number {}
    }

    public Calls {
        services = Map.copyOf(services);
    }

    long number(Decoding.Decoded call, long[] registers) {
        return switch (number) {
            case Number.Operand(int index) -> call.values()[index];
            case Number.Register(int slot) -> registers[slot];
        };
    }

    Optional<Service> service(long called) {
        return Optional.ofNullable(services.get(called));
    }
}
