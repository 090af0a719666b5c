package dev.vmkit.language.sensitivity;

import dev.vmkit.language.ir.Instruction;
import dev.vmkit.language.ir.Specialiser;
import dev.vmkit.language.isa.IsaModel;
import dev.vmkit.language.isa.Privilege;

/** What a kernel made for a monitor may execute itself, in the mode that it has there: what does not always trap. */
public final class GuestKernelCode {
    private final IsaModel model;
    private final Scenario scenario;

    /** In this mode of an instruction set. */
    public GuestKernelCode(IsaModel model, Privilege privilege, Privilege.GuestKernel kernel) {
        this.model = model;
        this.scenario = Scenario.alone(privilege, kernel.mode()).with(kernel.settings());
    }

    /** Whether an instruction with these operands may complete there, in some state. */
    public boolean mayHold(Instruction instruction, long[] operands) {
        Specialiser.Specialised body = Specialiser.specialise(instruction, operands);
        return TwinRun.of(model, body, scenario).completes();
    }
}
