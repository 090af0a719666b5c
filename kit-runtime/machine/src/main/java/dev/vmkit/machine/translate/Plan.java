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
 * @param entry the address where it is entered
 * @param blocks by their addresses, the entry's first; every one can be reached from there
 * @param unknown addresses whose instructions are for the interpreter
 * @param returns addresses of blocks to which a computed jump is likely to lead
 */
record Plan(long entry, Map<Long, Block> blocks, Set<Long> unknown, List<Long> returns) {

    /** The block where it is entered. */
    Block first() {
        return Objects.requireNonNull(blocks.get(entry));
    }

    /** How many instructions it has. */
    int size() {
        return blocks.values().stream().mapToInt(Block::length).sum();
    }

    Collection<Block> all() {
        return blocks.values();
    }

    /** The blocks of the plan where execution may go on after one. */
    List<Block> after(Block block) {
        Map<Long, Block> found = new LinkedHashMap<>();
        block.successors().forEach(pc -> find(pc, found));
        if (block.last().jumpsAnywhere()) {
            returns.forEach(pc -> find(pc, found));
        }
        return List.copyOf(found.values());
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
}
