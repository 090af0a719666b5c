package dev.vmkit.testkit.derive;

import dev.vmkit.language.ir.Instruction;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.machine.hart.Engine;
import dev.vmkit.testkit.report.Case;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Every instruction, from corner states, does the same every time and on every engine, and never breaks the kit. */
final class CornerSteps {
    private static final int STATES = 6;

    private final Isa isa;
    private final List<CornerStates> harts;
    private long steps;

    CornerSteps(Isa isa, List<Engine.Factory> engines) {
        this.isa = isa;
        // The first engine twice: equal runs of one engine must be equal too.
        this.harts = Stream.concat(engines.stream().limit(1), engines.stream())
                .map(engine -> new CornerStates(isa, engine, Map.of()))
                .toList();
    }

    Case run(Share share) {
        long seen = 0;
        String name = "every instruction does the same in equal states, whichever engine runs it";
        for (Instruction instruction : isa.instructions()) {
            List<long[]> all = harts.getFirst().operands(instruction);
            for (int n = 0; n < all.size(); n++) {
                long[] operands = all.get(n);
                for (int state = 0; state < STATES && share.takes(n, seen++); state++) {
                    Optional<String> wrong = step(instruction, operands, IsaTests.SEED + state);
                    if (wrong.isPresent()) {
                        return Case.failed(name, wrong.get());
                    }
                }
            }
        }
        return Case.passed(name, steps + " steps");
    }

    private Optional<String> step(Instruction instruction, long[] operands, long seed) {
        CornerStates first = harts.getFirst();
        String expected = "";
        for (CornerStates states : harts) {
            states.set(instruction, operands, seed);
            long before = states.hart().retired();
            try {
                String stop = states.hart().run(1).getClass().getSimpleName();
                String found = stop + " " + (states.hart().retired() - before);
                if (states != first && !(found.equals(expected) && states.sameAs(first))) {
                    return Optional.of(where(states, instruction, operands, seed) + " ends in different states");
                }
                expected = found;
                steps++;
            } catch (RuntimeException fault) { // of the kit, or of the definition: either way a finding
                return Optional.of(where(states, instruction, operands, seed) + " breaks the engine: " + fault);
            }
        }
        return Optional.empty();
    }

    private static String where(CornerStates states, Instruction instruction, long[] operands, long seed) {
        return "'" + states.show(instruction, operands) + "' from the state of seed " + seed;
    }
}
