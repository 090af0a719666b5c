package dev.vmkit.machine.translate;

import java.util.List;
import java.util.Optional;

/**
 * A loop that is one block, several rounds of it one after another: so the JVM counts once for all of them, and whatever they
 * access at known distances is looked at once.
 *
 * @param blocks as many times the same, each told as short as it can be after those before it
 */
record Rounds(List<Block> blocks) {
    static final int MOST = 4;

    /** Instructions of all rounds, unless one alone has more. */
    private static final int LONGEST = 72;

    /** Up to so many rounds of a block; nothing if that is none, or if the block does not jump to itself. */
    static Optional<Rounds> of(Block block, int most) {
        int rounds = Math.min(most, Math.max(1, LONGEST / block.length()));
        return areOf(block) && rounds > 0 ? Optional.of(new Rounds(Retold.times(block, rounds))) : Optional.empty();
    }

    /** Whether a block is a loop of its own. */
    static boolean areOf(Block block) {
        return block.last().targets().contains(block.pc());
    }

    /** Instructions of all of them. */
    int length() {
        return blocks.stream().mapToInt(Block::length).sum();
    }
}
