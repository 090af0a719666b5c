package dev.vmkit.language.ir;

import dev.vmkit.language.isa.IsaModel;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An instruction set whose semantics are checked.
 *
 * @param instructions one a form, in the model's order
 * @param functions by name, including those the checker makes for register maps ({@code csr.read}, {@code csr.write})
 * @param externs by name
 * @param trapHook what happens at a trap; parameters: one a trap attribute in the order of {@code trapAttributes}, then
 *     {@code tval}, the value raised
 * @param trapAttributes names of all attributes of traps
 * @param interruptHook what happens when an interrupt is taken; parameters: {@code vector}, the number of the
 *     interrupting line, and {@code level}, its priority
 * @param pending when a requested interrupt is taken; without it a request is always taken
 * @param due when the interrupt hook is to run though nothing is requested, with vector and level 0
 */
public record Isa(
        IsaModel model,
        List<Instruction> instructions,
        Map<String, Function> functions,
        Map<String, Extern> externs,
        List<Trap> traps,
        List<String> trapAttributes,
        Optional<Function> trapHook,
        Optional<Function> interruptHook,
        Optional<Function> pending,
        Optional<Function> due,
        Optional<Function> resetHook,
        Optional<Function> stepHook) {

    public String name() {
        return model.name();
    }
}
