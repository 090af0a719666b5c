package dev.vmkit.machine.translate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the instructions that belong together with one: those that can be reached from it, the near ones first, up to a
 * number. What a call keeps as its return address counts as reached, since calls return.
 */
final class Planner {
    /** To so many known places a computed jump is compared. */
    private static final int MOST_RETURNS = 8;

    /** With many ways in, loops have several heads, and HotSpot once in a while took longer over them than the guest runs. */
    private static final int MOST_ENTRIES = 12;

    private final Lifter lifter;

    Planner(Lifter lifter) {
        this.lifter = lifter;
    }

    /** A plan of at most {@code size} instructions; nothing if the first one is for the interpreter. */
    Optional<Plan> plan(long entry, int size) {
        Exploration found = new Exploration(size);
        return found.explore(entry) ? Optional.of(found.plan(entry)) : Optional.empty();
    }

    /** One search. */
    private final class Exploration {
        private final int size;
        private final Map<Long, GuestInstruction> instructions = new LinkedHashMap<>();
        private final Set<Long> leaders = new TreeSet<>();
        private final Set<Long> links = new LinkedHashSet<>();
        private final Set<Long> resumptions = new LinkedHashSet<>();
        private final Set<Long> unknown = new HashSet<>();
        private final Deque<Long> open = new ArrayDeque<>();

        private Exploration(int size) {
            this.size = size;
        }

        /** Whether there is anything: if the first one is for the interpreter, there is not. */
        private boolean explore(long entry) {
            lead(entry);
            while (!open.isEmpty()) {
                follow(open.remove());
                if (instructions.isEmpty()) {
                    return false;
                }
            }
            return true;
        }

        private void lead(long pc) {
            if (leaders.add(pc)) {
                open.add(pc);
            }
        }

        /** Takes instructions up to one that jumps, or is known already. */
        private void follow(long leader) {
            long pc = leader;
            while (!instructions.containsKey(pc) && instructions.size() < size) {
                Optional<GuestInstruction> found = lifter.lift(pc);
                if (found.isEmpty()) {
                    unknown.add(pc);
                    lifter.next(pc).ifPresent(this::resume);
                    return;
                }
                GuestInstruction instruction = found.get();
                instructions.put(pc, instruction);
                pc = instruction.next();
                if (instruction.jumps() || !instruction.falls()) {
                    leave(instruction);
                    return;
                }
            }
        }

        private void resume(long next) {
            resumptions.add(next);
            lead(next);
        }

        private void leave(GuestInstruction jump) {
            jump.targets().forEach(this::lead);
            jump.likely().forEach(this::lead);
            if (jump.falls()) {
                lead(jump.next());
            } else if (jump.links() && links.size() < MOST_RETURNS) {
                links.add(jump.next());
                lead(jump.next());
            }
        }

        private Plan plan(long entry) {
            Map<Long, Block> blocks = new LinkedHashMap<>();
            for (long leader : leaders) {
                if (instructions.containsKey(leader)) {
                    blocks.put(leader, block(leader));
                }
            }
            List<Long> returns = links.stream().filter(blocks::containsKey).toList();
            Plan all = new Plan(List.of(entry), blocks, unknown, returns);
            return reachable(new Plan(entries(all), blocks, unknown, returns));
        }

        /** Loops, returns, and what follows an instruction for the interpreter: there execution comes in from outside. */
        private List<Long> entries(Plan all) {
            Set<Long> entries = new LinkedHashSet<>(all.entries());
            entries.addAll(all.returns());
            entries.addAll(
                    resumptions.stream().filter(all.blocks()::containsKey).toList());
            entries.addAll(Checks.of(new Plan(List.copyOf(entries), all.blocks(), unknown, all.returns()))
                    .heads());
            long first = all.entries().getFirst();
            return entries.stream()
                    .filter(pc -> Entrance.isNear(first, pc))
                    .limit(MOST_ENTRIES)
                    .toList();
        }

        private Block block(long leader) {
            List<GuestInstruction> some = new ArrayList<>();
            GuestInstruction next = instructions.get(leader);
            while (next != null && (some.isEmpty() || !leaders.contains(next.pc()))) {
                some.add(next);
                next = next.jumps() || !next.falls() ? null : instructions.get(next.next());
            }
            return new Block(some);
        }

        private Plan reachable(Plan all) {
            Map<Long, Block> reached = new LinkedHashMap<>();
            Deque<Block> left = new ArrayDeque<>(all.heads());
            while (!left.isEmpty()) {
                Block block = left.remove();
                if (reached.put(block.pc(), block) == null) {
                    left.addAll(all.after(block));
                }
            }
            List<Long> returns =
                    all.returns().stream().filter(reached::containsKey).toList();
            return new Plan(all.entries(), reached, all.unknown(), returns);
        }
    }
}
