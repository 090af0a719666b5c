package dev.vmkit.layers.hypervisor;

import dev.vmkit.language.ir.Instruction;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.isa.IsaModel;
import dev.vmkit.language.isa.Privilege;
import dev.vmkit.language.isa.RegisterFile;
import dev.vmkit.language.isa.StateKind;
import dev.vmkit.machine.execute.BitsRead;
import dev.vmkit.machine.execute.TranslateKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The instructions after which a monitor has to look at a guest that runs them itself, as they may change which tables are in use,
 * what may interrupt, when a timer is due, or what is shared.
 */
final class Settling implements Predicate<Instruction> {
    /** By the name of the register file: what is derived from a definition may have other roles. */
    private final Map<String, Long> bits = new HashMap<>();

    Settling(Isa isa) {
        IsaModel model = isa.model();
        Privilege privilege = model.privilege().orElseThrow();
        Map<String, Long> interrupts = BitsRead.decidingInterrupts(isa);
        List<TranslateKey> keys = model.spaces().values().stream()
                .map(space -> new TranslateKey(model, space))
                .toList();
        for (RegisterFile file : model.registers()) {
            long some = privilege.bits(file, StateKind.MODE) | interrupts.getOrDefault(file.name(), 0L);
            for (TranslateKey key : keys) {
                for (int i = 0; i < file.count(); i++) {
                    some |= key.bitsOf(file.slot() + i);
                }
            }
            bits.put(file.name(), isTimed(model, file) || file.role() == RegisterFile.Role.LINES ? file.mask() : some);
        }
        privilege.shared().forEach(part -> bits.merge(part.file().name(), part.mask(), (a, b) -> a | b));
    }

    /** Whether a timer is in it, or what is added to the time that one is compared with. */
    private static boolean isTimed(IsaModel model, RegisterFile file) {
        return model.registers().stream()
                .filter(timer -> timer.role() == RegisterFile.Role.TIMER)
                .anyMatch(timer -> timer.name().equals(file.name())
                        || timer.offset().filter(file.name()::equals).isPresent());
    }

    @Override
    public boolean test(Instruction instruction) {
        return Writes.of(instruction).bits().entrySet().stream()
                .anyMatch(w -> (w.getValue() & bits.getOrDefault(w.getKey().name(), 0L)) != 0);
    }
}
