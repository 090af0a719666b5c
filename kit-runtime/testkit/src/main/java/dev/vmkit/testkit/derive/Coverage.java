package dev.vmkit.testkit.derive;

import dev.vmkit.language.ir.Instruction;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.machine.hart.Engine;
import dev.vmkit.testkit.report.Case;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How many branches of the semantics are reached when every instruction runs from corner states. */
final class Coverage {
    private static final int STATES = 64;
    private static final int MOST_NAMED = 6;

    private Coverage() {}

    /** Passes whatever the number is: it is for the author to judge. */
    static Case of(Isa isa, Engine.Factory engine, Share share) {
        Probes probes = Probes.into(isa);
        BitSet hit = new BitSet();
        CornerStates states = new CornerStates(probes.isa(), engine, Map.of(Probes.EXTERN, arguments -> {
            hit.set((int) arguments[0]);
            return 0;
        }));
        for (Instruction instruction : probes.isa().instructions()) {
            List<long[]> operands = states.operands(instruction);
            for (int i = 0; i < share.part(Math.max(STATES, 4 * operands.size())); i++) {
                states.set(instruction, operands.get(i % operands.size()), IsaTests.SEED + i);
                states.hart().run(1);
            }
        }
        return report(probes, hit);
    }

    private static Case report(Probes probes, BitSet hit) {
        int all = probes.arms().size();
        int reached = hit.cardinality();
        String missed = java.util.stream.IntStream.range(0, all)
                .filter(arm -> !hit.get(arm))
                .mapToObj(arm -> probes.arms().get(arm))
                .distinct()
                .limit(MOST_NAMED)
                .collect(Collectors.joining(", "));
        String percent = all == 0 ? "100" : String.valueOf(100L * reached / all);
        return Case.passed(
                "semantics coverage is " + percent + " %",
                reached + " of " + all + " branches" + (missed.isEmpty() ? "" : "; not reached: " + missed + " ..."));
    }
}
