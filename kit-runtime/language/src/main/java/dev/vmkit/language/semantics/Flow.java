package dev.vmkit.language.semantics;

import dev.vmkit.language.text.Span;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Follows the paths through a body while it is checked: whether a point can be reached, and whether a path to it has
 * jumped or written a register.
 */
final class Flow {
    /** A point of a body; {@code jumped} and {@code wrote} are where some path to it did so, or null. */
    record Point(
            boolean reachable,
            @Nullable Span jumped,
            @Nullable Span wrote) {
        private static final Point START = new Point(true, null, null);

        Point meet(Point other) {
            if (!reachable || !other.reachable) {
                return reachable ? this : other;
            }
            return new Point(true, jumped != null ? jumped : other.jumped, wrote != null ? wrote : other.wrote);
        }
    }

    /** A trap that may strike after a register was written. */
    record Warning(Span trap, Span write) {}

    /** What a call of a body means to the paths of its caller. */
    record Summary(boolean jumps, boolean writes, boolean traps, List<Warning> warnings) {
        static final Summary NOTHING = new Summary(false, false, false, List.of());
    }

    private final Mistakes mistakes;
    private final Set<Warning> warnings = new LinkedHashSet<>();
    private Point point = Point.START;
    private boolean jumps;
    private boolean writes;
    private boolean traps;
    private @Nullable Span firstTrap;

    Flow(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    Point point() {
        return point;
    }

    void set(Point point) {
        this.point = point;
    }

    boolean reachable() {
        return point.reachable;
    }

    Summary summary() {
        return new Summary(jumps, writes, traps, List.copyOf(warnings));
    }

    void end() {
        point = new Point(false, point.jumped, point.wrote);
    }

    void jump(Span at) {
        Span before = point.jumped;
        if (before != null) {
            mistakes.report(
                    SemanticsProblem.TWO_JUMPS,
                    at,
                    "this path has already jumped; of two jumps one is lost",
                    "put them into the branches of one if ... else",
                    before,
                    "the first jump");
        }
        jumps = true;
        point = new Point(point.reachable, at, point.wrote);
    }

    void write(Span at) {
        writes = true;
        if (point.wrote == null) {
            point = new Point(point.reachable, point.jumped, at);
        }
    }

    void trap(Span at) {
        traps = true;
        firstTrap = firstTrap == null ? at : firstTrap;
        Span before = point.wrote;
        if (before != null) {
            warnings.add(new Warning(at, before));
        }
    }

    /** A call of something with these effects: its traps come before its jump and its writes. */
    void call(Summary callee, Span at) {
        warnings.addAll(callee.warnings);
        if (callee.traps) {
            trap(at);
        }
        if (callee.writes) {
            write(at);
        }
        if (callee.jumps) {
            jump(at);
        }
    }

    /** What {@link #leaveLoop} needs to know of the time before the loop. */
    record Loop(Point before, @Nullable Span firstTrap) {}

    Loop enterLoop() {
        Loop loop = new Loop(point, firstTrap);
        firstTrap = null;
        return loop;
    }

    /** After the body of a loop, which may run again and may not run at all. */
    void leaveLoop(Loop loop) {
        Span jumped = point.jumped;
        if (point.reachable && jumped != null && loop.before.jumped == null) {
            mistakes.report(SemanticsProblem.TWO_JUMPS, jumped, "a jump in a loop may happen in every round");
        }
        Span wrote = point.wrote;
        Span trap = firstTrap;
        if (point.reachable && wrote != null && loop.before.wrote == null && trap != null) {
            warnings.add(new Warning(trap, wrote));
        }
        firstTrap = loop.firstTrap == null ? trap : loop.firstTrap;
        point = loop.before.meet(point);
    }
}
