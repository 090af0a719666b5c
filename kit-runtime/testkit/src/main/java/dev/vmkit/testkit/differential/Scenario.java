package dev.vmkit.testkit.differential;

import dev.vmkit.language.codec.Program;
import dev.vmkit.language.ir.Trap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All that the run of a hart depends on, except its engine. Immutable.
 *
 * @param seed it was drawn from
 * @param events in the order in which they happen
 */
record Scenario(long seed, Code code, Start start, List<Event> events, Stops stops, Slices slices) {

    /**
     * What is executed.
     *
     * @param base where memory begins
     * @param prologue a program that runs first, and then goes on at {@code origin}
     * @param origin the address of the first piece
     */
    record Code(long base, Optional<Program> prologue, long origin, List<Piece> pieces) {
        Code {
            pieces = List.copyOf(pieces);
        }

        /** Address units of all pieces. */
        int units() {
            return pieces.stream().mapToInt(Piece::size).sum();
        }

        /** The address of each piece. */
        List<Long> places() {
            List<Long> places = new ArrayList<>();
            long at = origin;
            for (Piece piece : pieces) {
                places.add(at);
                at += piece.size();
            }
            return places;
        }

        /** The address of a piece; the index may be any number. */
        long address(int piece) {
            return pieces.isEmpty() ? origin : places().get(Math.floorMod(piece, pieces.size()));
        }
    }

    /**
     * The state at the start.
     *
     * @param registers the value of each slot, the program counter's included
     * @param memory the seed of what memory holds besides the code; 0 for zeros
     */
    record Start(List<Long> registers, long memory) {
        Start {
            registers = List.copyOf(registers);
        }
    }

    /**
     * What stops a run early.
     *
     * @param exits traps that stop a run before they are taken
     */
    record Stops(Set<Long> breakpoints, Set<Trap> exits) {
        static final Stops NONE = new Stops(Set.of(), Set.of());

        Stops {
            breakpoints = Set.copyOf(breakpoints);
            exits = Set.copyOf(exits);
        }
    }

    /**
     * How the run is cut.
     *
     * @param budgets of the runs, again and again; each at least 1
     * @param instructions how many are executed, about
     */
    record Slices(List<Long> budgets, long instructions) {
        Slices {
            budgets = List.copyOf(budgets);
        }

        long budget(int slice) {
            return budgets.get(slice % budgets.size());
        }
    }

    Scenario {
        events = List.copyOf(events);
    }

    Scenario with(List<Piece> pieces) {
        return new Scenario(
                seed, new Code(code.base, code.prologue, code.origin, pieces), start, events, stops, slices);
    }

    Scenario with(Start other) {
        return new Scenario(seed, code, other, events, stops, slices);
    }

    Scenario withEvents(List<Event> others) {
        return new Scenario(seed, code, start, others, stops, slices);
    }

    Scenario with(Stops others) {
        return new Scenario(seed, code, start, events, others, slices);
    }

    Scenario with(Slices others) {
        return new Scenario(seed, code, start, events, stops, others);
    }
}
