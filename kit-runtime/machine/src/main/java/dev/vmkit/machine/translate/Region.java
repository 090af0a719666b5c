package dev.vmkit.machine.translate;

import dev.vmkit.machine.execute.GuestCode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Translated code, and when it may run. */
final class Region {
    private static final int STAMPS = 4;

    /** Runs; a quick one is compiled as it is by then, whatever it was seen to do. */
    private static final int YOUNG = 3_000;

    private static final int QUICK_YOUNG = 300;
    private static final int MOST_WHILE_YOUNG = 200;
    private static final int MOST = 20_000;
    private static final int MOST_IN_VAIN = 100;

    /** So many instructions the interpreter executes while a region is entered and left. */
    private static final int NO_GAIN = 1;

    private final Code code;
    private final Effort effort;
    private final boolean countsCycles;
    private final boolean flat;
    private final Footprint footprint;
    private final Size size;
    private final Set<Long> blocks;
    private final @Nullable Object[] stamps = new @Nullable Object[STAMPS];
    private int latest;
    private int runs;
    private long executed;
    private int vainRuns;

    /**
     * How large it is.
     *
     * @param instructions of the guest
     * @param bytes of JVM code
     */
    record Size(int instructions, int bytes) {}

    /**
     * A region that has not run.
     *
     * @param countsCycles whether cycles are not one an instruction
     * @param flat whether it takes addresses for physical ones
     * @param blocks the addresses of its blocks, if it is a full one
     */
    Region(
            Code code,
            Effort effort,
            boolean countsCycles,
            boolean flat,
            Footprint footprint,
            Size size,
            Set<Long> blocks) {
        this.code = code;
        this.effort = effort;
        this.countsCycles = countsCycles;
        this.flat = flat;
        this.footprint = footprint;
        this.size = size;
        this.blocks = blocks;
    }

    Code code() {
        return code;
    }

    Effort effort() {
        return effort;
    }

    boolean countsCycles() {
        return countsCycles;
    }

    /**
     * How many instructions it may execute this time. Few at first: called often, it is compiled as a whole by the JVM, and
     * not each of its loops for itself; and the JVM sees all ways in and out before it decides what is rare.
     */
    int most() {
        if (isYoung()) {
            runs++;
            return MOST_WHILE_YOUNG;
        }
        return MOST;
    }

    /** Whether it has not run often. */
    boolean isYoung() {
        return runs < (effort == Effort.QUICK ? QUICK_YOUNG : YOUNG);
    }

    /** It ran, and executed so many instructions. */
    void ran(int instructions) {
        executed += instructions;
        vainRuns = instructions > NO_GAIN ? 0 : vainRuns + 1;
    }

    /** How many instructions it executed since {@link #recount}. */
    long executed() {
        return executed;
    }

    void recount() {
        executed = 0;
    }

    /** Whether all that it does lately is to hand over, such as a loop that begins with an access to a device. */
    boolean isInVain() {
        return vainRuns > MOST_IN_VAIN;
    }

    Footprint footprint() {
        return footprint;
    }

    Size size() {
        return size;
    }

    /** Whether it is a full region that has a block at an address of another one, and not of another address space. */
    boolean holds(long pc, Region other) {
        return blocks.contains(pc) && footprint.overlaps(other.footprint);
    }

    /** Whether it was found to be right under this stamp, lately: a kernel's code runs for one process and another. */
    boolean isRightUnder(Object current) {
        for (Object stamp : stamps) {
            if (stamp == current) {
                return true;
            }
        }
        return false;
    }

    /** Finds out whether it is right as things are, which this stamp stands for. */
    boolean check(GuestCode guest, Object current, boolean flatNow) {
        boolean right = flat == flatNow && footprint.isValid() && footprint.isWhereItWas(guest);
        if (right) {
            latest = (latest + 1) % STAMPS;
            stamps[latest] = current;
        }
        return right;
    }
}
