package dev.vmkit.testkit.differential;

import dev.vmkit.machine.clock.VirtualClock;
import dev.vmkit.machine.hart.Hart;
import dev.vmkit.machine.hart.Stop;

/** Keeps a hart going after stops: what would be the end of a program is only the end of a stretch of it. */
final class Reaction {
    /** So many instructions a hart may execute elsewhere than in the code. */
    private static final int PATIENCE = 500;

    /** So often a line may change without anybody waking. */
    private static final int RINGS = 3;

    private final Hart hart;
    private final VirtualClock clock;
    private final Scenario scenario;
    private final Runnable start;
    private int jumps;
    private long lastSeen;

    /**
     * Reactions of one hart.
     *
     * @param start gives it its first registers again
     */
    Reaction(Hart hart, VirtualClock clock, Scenario scenario, Runnable start) {
        this.hart = hart;
        this.clock = clock;
        this.scenario = scenario;
        this.start = start;
    }

    void to(Stop stop) {
        switch (stop) {
            case Stop.Budget _ -> comeBack();
            case Stop.Breakpoint _ -> {}
            case Stop.Idle _ -> wake();
            case Stop.Halted _ -> restart();
            case Stop.Trapped trapped -> {
                if (hart.take(trapped.trap(), trapped.value()).isPresent()) {
                    jumpAnywhere();
                }
            }
            case Stop.Fault _, Stop.Unhandled _ -> jumpAnywhere();
        }
    }

    /** Execution goes on at an address. */
    void jump(long address) {
        hart.state().pc(address);
        hart.engine().flush();
    }

    /** Time passes up to the next event; without one a line changes, and if that does not help, execution goes on. */
    private void wake() {
        long bits = Mix.of(hart.retired(), ++jumps);
        if (clock.hasEvent() && jumps % 2 == 0) {
            clock.skipTo(clock.nextEvent());
            clock.runDue();
        } else {
            TestLines.set(hart, bits, bits < 0);
        }
        if (jumps % RINGS == 0) {
            jumpAnywhere();
        }
    }

    private void restart() {
        hart.reset();
        start.run();
        jumpAnywhere();
    }

    private void comeBack() {
        long at = hart.state().pc() - scenario.code().origin();
        if (Long.compareUnsigned(at, scenario.code().units()) < 0) {
            lastSeen = hart.retired();
        } else if (hart.retired() - lastSeen > PATIENCE) {
            jumpAnywhere();
        }
    }

    private void jumpAnywhere() {
        lastSeen = hart.retired();
        jump(scenario.code().address((int) Mix.of(hart.retired(), ++jumps)));
    }
}
