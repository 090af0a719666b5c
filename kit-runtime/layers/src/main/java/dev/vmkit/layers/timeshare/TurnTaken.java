package dev.vmkit.layers.timeshare;

import java.util.List;

/**
 * One turn of a program. Times are ticks.
 *
 * @param at when it began, swapping included
 * @param slice the most it could have run
 * @param ran how long it ran
 * @param loaded whether it had to be loaded first
 */
public record TurnTaken(int program, long at, long slice, long ran, boolean loaded) {
    static final int NUMBERS = 5;

    List<Long> numbers() {
        return List.of((long) program, at, slice, ran, loaded ? 1L : 0L);
    }

    static TurnTaken of(List<Long> n) {
        if (n.size() != NUMBERS) {
            throw new IllegalArgumentException("a turn is " + NUMBERS + " numbers");
        }
        return new TurnTaken(Math.toIntExact(n.get(0)), n.get(1), n.get(2), n.get(3), n.get(4) != 0);
    }
}
