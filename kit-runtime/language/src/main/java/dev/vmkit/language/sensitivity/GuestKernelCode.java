package dev.vmkit.language.sensitivity;

import dev.vmkit.language.ir.Instruction;
import dev.vmkit.language.isa.IsaModel;
import dev.vmkit.language.isa.Privilege;
import java.util.HashMap;
import java.util.Map;

/** What a kernel made for a monitor may execute itself, in the mode that it has there: what does not always trap. */
public final class GuestKernelCode {
    private final IsaModel model;
    private final Scenario scenario;
    private final Map<Key, Boolean> known = new HashMap<>();

    private record Key(String form, long picked) {}

    /** In this mode of an instruction set. */
    public GuestKernelCode(IsaModel model, Privilege privilege, Privilege.GuestKernel kernel) {
        this.model = model;
        this.scenario = Scenario.alone(privilege, kernel.mode()).with(kernel.settings());
    }

    /** Whether an instruction that picks what these operands pick may complete there, in some state. */
    public boolean mayHold(Instruction instruction, long[] operands) {
        InstructionCase what = InstructionCase.of(instruction, operands);
        return known.computeIfAbsent(
                new Key(what.id(), what.value()),
                _ -> TwinRun.of(model, what.body(), scenario).completes());
    }
}
