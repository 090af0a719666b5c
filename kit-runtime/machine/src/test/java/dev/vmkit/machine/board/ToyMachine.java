package dev.vmkit.machine.board;

import dev.vmkit.language.isa.ByteOrder;
import dev.vmkit.machine.hart.Hart;
import dev.vmkit.machine.hart.Stop;
import dev.vmkit.machine.memory.AddressSpace;
import dev.vmkit.machine.memory.Ram;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The parts of a small machine whose instructions are written in Java, for tests. */
abstract class ToyMachine {
    static final long GIGAHERTZ = 1_000_000_000;

    final MachineBuilder builder = new MachineBuilder("toy", GIGAHERTZ);
    final AddressSpace mem = new AddressSpace("mem", 16, 8, ByteOrder.LITTLE, false);
    final Ram ram = new Ram(0x100, 1, true);
    final List<String> log = new ArrayList<>();

    ToyMachine() {
        builder.space(mem).memory("ram", mem, 0, ram);
    }

    /** The machine, with a hart that executes this. */
    Machine machine(ToyEngine.Program program) {
        return builder.hart("cpu", ToyEngine.hart(mem, program)).build();
    }

    /** What an instruction answers after which there is another. */
    static Optional<Stop> go() {
        return Optional.empty();
    }

    /** The same of an instruction that waits. */
    static Optional<Stop> idle(Hart hart) {
        hart.await();
        return Optional.empty();
    }
}
