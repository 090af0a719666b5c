package dev.vmkit.machine.board;

import dev.vmkit.machine.clock.VirtualClock;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** All ways from the host into a machine, and how it waits for what comes in by them. */
final class Inputs {
    private final VirtualClock clock;
    private final Optional<Console> console;
    private final Optional<Network> network;
    private final Doorbell bell;
    private final Pace pace;

    Inputs(VirtualClock clock, Optional<Console> console, Optional<Network> network, LongSupplier hostTime) {
        this.clock = clock;
        this.console = console;
        this.network = network;
        this.bell = network.flatMap(n -> n.host().bell()).orElseGet(Doorbell::plain);
        this.pace = new Pace(hostTime);
        console.ifPresent(c -> c.input().ring(bell));
    }

    /** Has {@code reader} told of all that comes in and is needed to repeat the run. */
    void record(Consumer<InputLog.Entry> reader) {
        console.ifPresent(c -> c.record(reader));
        network.ifPresent(n -> n.record(reader));
    }

    private Moment now(boolean idle) {
        return new Moment(clock.ticks(), clock.now(), idle);
    }

    private boolean networkLive() {
        return network.map(n -> n.host().live()).orElse(false);
    }

    /** Ends a wait; from any thread. */
    void ring() {
        bell.ring();
    }

    /** Lets some of the host's time pass, less if the bell rings. */
    void pause(long nanos) {
        if (nanos > 0) {
            console.ifPresent(Console::flush);
            bell.await(nanos);
        }
    }

    /** Whether something may come in at the host's own pace. */
    boolean live() {
        return networkLive() || console.map(c -> c.input().live()).orElse(false);
    }

    /** Picks up what came in, between two slices. */
    void pickUp() {
        Moment now = now(false);
        console.ifPresent(c -> c.input().others(networkLive()));
        network.ifPresent(n -> n.pickUp(now));
        console.ifPresent(c -> c.pickUp(now));
    }

    /** Whether the guest does nothing any more but ask for input that has ended. */
    boolean starving() {
        return console.map(c -> c.input().starving()).orElse(false);
    }

    /** The guest does something else as well. */
    void interrupted() {
        console.ifPresent(c -> c.input().interrupted());
    }

    /**
     * Every hart is idle: virtual time passes until something comes in or an event is due, or a part of that time; whether
     * something came in. While something may come at the host's pace, virtual time does not run ahead of the host's.
     *
     * @param event nanoseconds to the next event, the largest number if there is none
     * @param patience nanoseconds of the host's time at most
     */
    boolean await(long event, long patience) {
        console.ifPresent(c -> c.input().others(networkLive()));
        console.ifPresent(Console::flush);
        if (arrive()) {
            return true;
        }
        if (live()) {
            skip(pace.pass(Math.min(event, patience), bell));
            return arrive();
        }
        long recorded = untilRecorded();
        boolean last = event == HostInput.NEVER && recorded == HostInput.NEVER;
        if (console.map(c -> c.await(now(true), last)).orElse(false)) {
            return true;
        }
        skip(Math.min(event, recorded));
        return recorded <= event && arrive();
    }

    /** The same, but nobody waits for the host's time: others compute meanwhile. */
    boolean pass(long event) {
        if (!live()) {
            return await(event, 0);
        }
        console.ifPresent(c -> c.input().others(networkLive()));
        console.ifPresent(Console::flush);
        if (arrive()) {
            return true;
        }
        skip(event);
        return arrive();
    }

    private boolean arrive() {
        Moment now = now(true);
        // A look at the network stops the bell, so what it may have rung for is looked at after it.
        boolean sent = network.map(n -> n.pickUp(now)).orElse(false);
        return console.map(c -> c.arrive(now)).orElse(false) || sent;
    }

    private void skip(long nanos) {
        if (nanos != HostInput.NEVER) {
            clock.skipTo(clock.now() + nanos);
        }
    }

    private long untilRecorded() {
        Moment now = now(true);
        long typed = console.map(c -> c.input().next(now)).orElse(HostInput.NEVER);
        long sent = network.map(n -> n.host().next(now)).orElse(HostInput.NEVER);
        long next = Math.min(typed, sent);
        return next == HostInput.NEVER ? next : Math.max(0, next - now.nanos());
    }
}
