package dev.vmkit.layers.hypervisor;

import dev.vmkit.machine.hart.Hart;

/** The registers of a hart as they were when its latest instruction began that may have to be taken back. */
final class Beginning {
    private final Hart hart;
    private final long[] registers;
    private long cycles;

    Beginning(Hart hart) {
        this.hart = hart;
        this.registers = hart.state().slots().clone();
    }

    /** Such an instruction begins. */
    void remember() {
        System.arraycopy(hart.state().slots(), 0, registers, 0, registers.length);
        cycles = hart.cycles();
    }

    /** It has stopped: the registers are as before. The cycles that went by since. */
    long restore() {
        System.arraycopy(registers, 0, hart.state().slots(), 0, registers.length);
        return hart.cycles() - cycles;
    }
}
