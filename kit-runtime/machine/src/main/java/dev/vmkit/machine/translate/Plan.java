package dev.vmkit.machine.translate;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Instructions that are going to be one region.
 *
 * @param entries the addresses where it may be entered: the one it was made for comes first
 * @param blocks by their addresses; every one can be reached from an entry
 * @param unknown addresses whose instructions are for the interpreter
 * @param returns addresses of blocks that calls keep as where to return
 */
record Plan(List<Long> entries, Map<Long, Block> blocks, Set<Long> unknown, List<Long> returns) {

    /** The blocks where it is entered. */
    List<Block> heads() {
        return entries.stream()
                .map(pc -> Objects.requireNonNull(blocks.get(pc)))
                .toList();
    }

    /** Where it ended though execution goes straight on: it was long enough. */
    List<Long> cuts() {
        return all().stream()
                .map(Block::last)
                .filter(last -> last.falls() && !last.jumps())
                .map(GuestInstruction::next)
                .filter(next -> !blocks.containsKey(next) && !unknown.contains(next))
                .toList();
    }

    /** How many instructions it has. */
    int size() {
        return blocks.values().stream().mapToInt(Block::length).sum();
    }

    /** About half of it: the blocks that were found first, at least one. */
    Plan half() {
        Map<Long, Block> kept = new LinkedHashMap<>();
        int left = size() / 2;
        for (Block block : all()) {
            left -= block.length();
            if (kept.isEmpty() || left >= 0) {
                kept.put(block.pc(), block);
            }
        }
        return new Plan(within(kept, entries), kept, unknown, within(kept, returns));
    }

    private static List<Long> within(Map<Long, Block> kept, List<Long> some) {
        return some.stream().filter(kept::containsKey).toList();
    }

    Collection<Block> all() {
        return blocks.values();
    }

    /** The blocks of the plan where execution may go on after one. */
    List<Block> after(Block block) {
        Map<Long, Block> found = new LinkedHashMap<>();
        block.successors().forEach(pc -> find(pc, found));
        guessed(block.last()).forEach(pc -> find(pc, found));
        return List.copyOf(found.values());
    }

    /** Where a computed jump may lead of which nothing is known: to the returns. */
    List<Long> guessed(GuestInstruction jump) {
        return jump.jumpsAnywhere() && jump.likely().isEmpty() ? returns : List.of();
    }

    private void find(long pc, Map<Long, Block> found) {
        Block block = blocks.get(pc);
        if (block != null) {
            found.put(pc, block);
        }
    }

    /** All instructions, block by block. */
    List<GuestInstruction> instructions() {
        return all().stream().flatMap(b -> b.instructions().stream()).toList();
    }

    /** Whether the instructions that were looked at still lie where they did. */
    boolean isStill() {
        return all().stream()
                .flatMap(block -> block.instructions().stream())
                .allMatch(instruction -> instruction.site().isStill());
    }

    /** The same, with each block as short as it can be told. */
    Plan retold() {
        Map<Long, Block> shorter = new LinkedHashMap<>();
        blocks.forEach((pc, block) -> shorter.put(pc, Retold.of(block)));
        return new Plan(entries, shorter, unknown, returns);
    }
}
