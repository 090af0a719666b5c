package dev.vmkit.machine.hart;

import dev.vmkit.language.isa.IsaModel;
import dev.vmkit.language.isa.RegisterFile;

/** The registers of one hart in flat slots, as {@link RegisterFile#slot} numbers them, each zero-extended. */
public final class HartState {
    private final IsaModel model;
    private final RegisterFile pc;
    private final long[] slots;

    public HartState(IsaModel model) {
        this.model = model;
        this.pc = model.pc();
        this.slots = new long[model.slots()];
    }

    public IsaModel model() {
        return model;
    }

    /** The slots themselves, for engines. */
    public long[] slots() {
        return slots;
    }

    public long get(RegisterFile file, int index) {
        return slots[file.slot() + index];
    }

    /** Sets a register as a write by an instruction would: the value is cut to its width, fixed bits stay. */
    public void set(RegisterFile file, int index, long value) {
        boolean fixed = file.zero().isPresent() && file.zero().getAsInt() == index;
        slots[file.slot() + index] = fixed ? 0 : (value | file.ones()) & file.mask();
    }

    /** Sets the register that has this slot, as a write by an instruction would. */
    public void set(int slot, long value) {
        for (RegisterFile file : model.registers()) {
            if (slot >= file.slot() && slot < file.slot() + file.count()) {
                set(file, slot - file.slot(), value);
            }
        }
    }

    /** Gives every register its value after power-on. */
    public void reset() {
        for (RegisterFile file : model.registers()) {
            for (int i = 0; i < file.count(); i++) {
                set(file, i, file.reset());
            }
        }
    }

    public long pc() {
        return get(pc, 0);
    }

    public void pc(long address) {
        set(pc, 0, address);
    }
}
