package dev.vmkit.testkit.differential;

import dev.vmkit.language.codec.Encoder;
import dev.vmkit.language.ir.Effects;
import dev.vmkit.language.ir.Instruction;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.isa.Operand;
import dev.vmkit.language.isa.RegisterFile;
import java.util.HashMap;
import java.util.Map;

/** For each size an instruction that does nothing, found by what definitions say instructions do. */
final class NoOperations {
    private final Isa isa;
    private final Map<Integer, Piece> bySize = new HashMap<>();

    NoOperations(InstructionPool pool) {
        this.isa = pool.isa();
        Encoder encoder = pool.encoder();
        for (Instruction instruction : isa.instructions()) {
            for (long[] values : pool.samples(instruction)) {
                if (doesNothing(instruction, values)) {
                    Piece piece = Piece.of(encoder.encode(instruction, values));
                    bySize.putIfAbsent(piece.size(), piece);
                }
            }
        }
    }

    private static boolean doesNothing(Instruction instruction, long[] values) {
        Effects effects = instruction.effects();
        boolean harmless = effects.signals().isEmpty()
                && !(effects.mayLoad()
                        || effects.mayStore()
                        || effects.mayTrap()
                        || effects.mayJump()
                        || effects.callsExterns());
        return harmless && effects.writes().stream().allMatch(file -> writesZero(instruction, values, file));
    }

    /** Whether all the registers of a file that are named are the one that always is 0. */
    private static boolean writesZero(Instruction instruction, long[] values, RegisterFile file) {
        boolean named = false;
        for (int i = 0; i < values.length; i++) {
            if (instruction.form().operands().get(i) instanceof Operand.Register r
                    && r.file().equals(file)) {
                named = true;
                if (file.zero().isEmpty() || file.zero().getAsInt() != values[i]) {
                    return false;
                }
            }
        }
        return named;
    }

    /** One as large as a piece; the piece itself if there is none. */
    Piece ofSize(Piece piece) {
        return bySize.getOrDefault(piece.size(), piece);
    }

    int pcSlot() {
        return isa.model().pc().slot();
    }
}
