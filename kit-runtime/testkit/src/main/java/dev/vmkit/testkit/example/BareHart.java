package dev.vmkit.testkit.example;

import dev.vmkit.language.codec.Program;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.isa.Space;
import dev.vmkit.machine.hart.Engine;
import dev.vmkit.machine.hart.ExternBinding;
import dev.vmkit.machine.hart.Hart;
import dev.vmkit.machine.memory.AddressSpace;
import dev.vmkit.machine.memory.Ram;
import java.util.HashMap;
import java.util.Map;

/** A processor with nothing but memory: what an example needs that is about instructions alone. */
final class BareHart {
    /** The most address units of each space; examples are small. */
    private static final long MOST_UNITS = 1 << 20;

    private BareHart() {}

    /** A hart with the program in memory, about to execute its first instruction. */
    static Hart of(Isa isa, Program program, Map<String, ExternBinding> externs, Engine.Factory engine) {
        Map<String, AddressSpace> spaces = new HashMap<>();
        for (Space space : isa.model().spaces().values()) {
            if (space.over().isEmpty()) {
                spaces.put(space.name(), memory(isa, space, program));
            }
        }
        Hart hart = new Hart(isa, spaces, BareExterns.of(isa, externs), engine);
        for (Program.Segment segment : program.segments()) {
            hart.space(segment.space()).install(segment.address(), segment.bytes());
        }
        hart.reset(start(isa, program));
        return hart;
    }

    /** Memory from the first address of the program on, or from 0 if there is room for that. */
    private static AddressSpace memory(Isa isa, Space space, Program program) {
        AddressSpace memory = AddressSpace.of(isa.model(), space);
        long units = space.addressWidth() >= 20 ? MOST_UNITS : 1L << space.addressWidth();
        long first =
                program.segments().isEmpty() ? 0 : program.segments().getFirst().address();
        long start = Long.compareUnsigned(first, units / 2) < 0 || space.addressWidth() < 20 ? 0 : first;
        memory.map(start, new Ram(units, space.unit() / 8, true));
        return memory;
    }

    private static long start(Isa isa, Program program) {
        String fetched = isa.model().fetch().name();
        long first = program.segments().stream()
                .filter(s -> s.space().equals(fetched))
                .mapToLong(Program.Segment::address)
                .findFirst()
                .orElse(0);
        return program.entry().orElse(first);
    }
}
