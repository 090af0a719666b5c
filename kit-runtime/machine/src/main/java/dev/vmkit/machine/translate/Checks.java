package dev.vmkit.machine.translate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Where a region looks at how many instructions are left: at the blocks to which a jump leads back, so once in every round
 * of every loop. There it makes sure that enough are left for the longest way to the next such place.
 */
final class Checks {
    private final Plan plan;
    private final Set<Long> heads = new HashSet<>();
    private final Map<Long, Integer> ways = new HashMap<>();

    private Checks(Plan plan) {
        this.plan = plan;
    }

    static Checks of(Plan plan) {
        Checks checks = new Checks(plan);
        Set<Long> done = new HashSet<>();
        for (Block entry : plan.heads()) {
            if (!done.contains(entry.pc())) {
                checks.findHeads(entry, new HashSet<>(), done);
            }
        }
        return checks;
    }

    /** The addresses of the blocks where it looks. */
    Set<Long> heads() {
        return heads;
    }

    /** Depth first; what leads to a block that is still being visited leads back. */
    private void findHeads(Block block, Set<Long> visiting, Set<Long> done) {
        visiting.add(block.pc());
        for (Block next : plan.after(block)) {
            if (visiting.contains(next.pc())) {
                heads.add(next.pc());
            } else if (!done.contains(next.pc())) {
                findHeads(next, visiting, done);
            }
        }
        visiting.remove(block.pc());
        done.add(block.pc());
    }

    /** Whether it is looked at before this block. */
    boolean isAt(Block block) {
        return heads.contains(block.pc());
    }

    /** The most instructions that may be executed from a block on before it is looked at again. */
    int longestWay(Block from) {
        Integer known = ways.get(from.pc());
        if (known == null) {
            int rest = 0;
            for (Block next : plan.after(from)) {
                rest = Math.max(rest, isAt(next) ? 0 : longestWay(next));
            }
            known = from.length() + rest;
            ways.put(from.pc(), known);
        }
        return known;
    }
}
