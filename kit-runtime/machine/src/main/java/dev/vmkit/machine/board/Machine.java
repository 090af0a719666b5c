package dev.vmkit.machine.board;

import dev.vmkit.api.Image;
import dev.vmkit.api.Snapshotable;
import dev.vmkit.api.StateTree;
import dev.vmkit.language.codec.Symbols;
import dev.vmkit.machine.clock.VirtualClock;
import dev.vmkit.machine.device.RunningDevice;
import dev.vmkit.machine.hart.Stop;
import dev.vmkit.machine.memory.AddressSpace;
import dev.vmkit.machine.memory.Ram;
import dev.vmkit.machine.state.CompositeState;
import dev.vmkit.machine.state.RamState;
import dev.vmkit.machine.trace.TraceEvent;
import dev.vmkit.machine.trace.Tracer;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A machine, ready to run. Virtual time is that of its clock: one tick an executed instruction, whichever hart executed it.
 * All its methods are called on one thread at a time. To be closed, because a network holds sockets and a disk holds files
 * of the host.
 */
public final class Machine implements Snapshotable, Closeable {
    private final MachineParts parts;
    private final Turns turns;
    private final Inputs inputs;
    private final Stillness stillness;
    private final Beginning beginning;
    private final Polls polls;
    private final Map<NamedHart, Tracer> tracers = new LinkedHashMap<>();
    private final Requests requests = new Requests();
    private Optional<RealTime> realTime = Optional.empty();
    private boolean on;

    Machine(MachineParts parts, Map<String, Long> symbols) {
        this.parts = parts;
        this.turns = new Turns(parts.harts());
        this.inputs = new Inputs(parts.clock(), parts.console(), parts.network(), parts.hostTime());
        this.stillness =
                new Stillness(parts.displays().values(), parts.speakers().values());
        this.beginning = new Beginning(parts.harts(), parts.spaces(), symbols);
        this.polls = new Polls(parts.clock());
    }

    public String name() {
        return parts.name();
    }

    public VirtualClock clock() {
        return parts.clock();
    }

    /** At least one. */
    public List<NamedHart> harts() {
        return parts.harts();
    }

    /** Address spaces by name. */
    public Map<String, AddressSpace> spaces() {
        return parts.spaces();
    }

    /** Memories by name. */
    public Map<String, Ram> memories() {
        return parts.memories();
    }

    /** Devices by name, in the order of the machine file. */
    public Map<String, RunningDevice> devices() {
        return parts.devices();
    }

    /** What a person or a file of the host is connected to, if anything. */
    public Optional<Console> console() {
        return parts.console();
    }

    /** What its network device is connected to, if anything. */
    public Optional<Network> network() {
        return parts.network();
    }

    /** What people see of its devices, by the device's name, in the order of the machine file. */
    public Map<String, Display> displays() {
        return parts.displays();
    }

    /** What people hear of its devices, by the device's name, in the order of the machine file. */
    public Map<String, Loudspeaker> speakers() {
        return parts.speakers();
    }

    /** Addresses of the installed programs' symbols. */
    public Map<String, Long> symbols() {
        return beginning.symbols();
    }

    Power power() {
        return parts.power();
    }

    Turns turns() {
        return turns;
    }

    Inputs inputs() {
        return inputs;
    }

    Preemption preemption() {
        return parts.preemption();
    }

    /**
     * Puts a program into memory, now and whenever the guest resets the machine. Of a symbol that was there before, the new
     * address counts.
     *
     * @return the segments that did not fit, because some of their addresses are not memory
     */
    public List<Image.Segment> install(Image image) {
        return beginning.install(image);
    }

    /** Has every hart begin at an address after power-on and reset, whatever its definition says. */
    public void startAt(long address) {
        beginning.at(address);
    }

    /**
     * Has registers hold something when a hart begins, after power-on and reset.
     *
     * @param registers for each hart, the first ones at least, values by slot
     */
    public void startWith(List<Map<Integer, Long>> registers) {
        beginning.with(registers);
    }

    /**
     * Switches the machine on: devices and harts get their state after reset, memory stays. The first run does this if
     * nobody did.
     *
     * @return why it cannot start, if the reset hook of a hart gets stuck
     */
    public Optional<Outcome> powerOn() {
        on = true;
        return reset();
    }

    /** What the guest's reset does: programs are as after power-on, the rest of memory keeps what is in it. */
    Optional<Outcome> restart() {
        beginning.reload();
        return reset();
    }

    private Optional<Outcome> reset() {
        power().on();
        turns.reset();
        network().ifPresent(Network::reset);
        parts.wires().lower();
        devices().values().forEach(RunningDevice::reset);
        parts.wires().repeat();
        return beginning.reset();
    }

    /**
     * Runs until something ends it.
     *
     * @throws dev.vmkit.machine.device.PluginFault if a part of a plugin throws; the machine is then of no use
     */
    public Outcome run(Limits limits) {
        Optional<Outcome> stuck = on ? Optional.empty() : powerOn();
        try {
            return stuck.orElseGet(() -> new Run(this, limits, parts.hostTime()).go());
        } finally {
            console().ifPresent(Console::flush);
        }
    }

    /** Whether something may come in at the host's own pace, as from a person. */
    public boolean isLive() {
        return inputs.live();
    }

    /**
     * Lets time pass while every hart waits: until something comes in or the next event is due, at most {@code nanos} of
     * virtual time.
     *
     * @param patience nanoseconds of the host's time at most
     * @return whether there is anything left that could wake a hart
     */
    public boolean rest(long nanos, long patience) {
        return rested(inputs.await(Math.min(untilEvent(), nanos), patience));
    }

    /** The same while other machines compute on the same thread: time passes without waiting for the host's. */
    public boolean restAside(long nanos) {
        return rested(inputs.pass(Math.min(untilEvent(), nanos)));
    }

    private long untilEvent() {
        return clock().hasEvent() ? Math.max(0, clock().nextEvent() - clock().now()) : Long.MAX_VALUE;
    }

    private boolean rested(boolean something) {
        if (something) {
            turns.unblock();
        }
        return something || clock().hasEvent() || inputs.live();
    }

    /** Has {@code reader} told what every hart does from now on, instruction by instruction. It changes no state. */
    public void trace(Symbols known, Consumer<TraceEvent> reader) {
        for (int i = 0; i < harts().size(); i++) {
            tracers.put(harts().get(i), new Tracer(harts().get(i).hart(), i, known, reader));
        }
    }

    /** Has {@code reader} told of all that comes in from now on and is needed to repeat the run. */
    public void record(Consumer<InputLog.Entry> reader) {
        inputs.record(reader);
    }

    /**
     * Keeps virtual time from running ahead of the host's in all later runs, for people who look on. What the machine does
     * stays the same.
     */
    public void followHostTime() {
        realTime = Optional.of(new RealTime(parts.hostTime()));
    }

    Optional<RealTime> realTime() {
        return realTime;
    }

    /** Has something run between two instructions of a run, on the thread of the machine; from any thread. */
    public void ask(Runnable action) {
        requests.add(action);
        inputs.ring();
    }

    /** Ends the run, or the next one if there is none, between two instructions; from any thread. */
    public void stop() {
        requests.addStop();
        inputs.ring();
    }

    Requests requests() {
        return requests;
    }

    Stop execute(NamedHart named, long instructions) {
        Tracer tracer = tracers.get(named);
        return tracer == null ? named.hart().run(instructions) : tracer.step();
    }

    Stillness stillness() {
        return stillness;
    }

    long ticksUntilPoll() {
        return polls.ticksUntilNext();
    }

    void pollInput() {
        if (polls.isDue()) {
            inputs.pickUp();
            turns.unblock();
        }
    }

    private CompositeState state() {
        Map<String, Snapshotable> all = new LinkedHashMap<>();
        all.put("clock", clock());
        all.put("power", power());
        all.put("turns", turns);
        console().ifPresent(console -> all.put("console", console));
        network().ifPresent(network -> all.put("network", network));
        parts.memories().forEach((name, ram) -> all.put("memory " + name, new RamState(ram)));
        parts.devices().forEach((name, device) -> all.put("device " + name, device));
        all.put("wires", parts.wires());
        parts.harts().forEach(named -> all.put("hart " + named.name(), named.hart()));
        return new CompositeState(all);
    }

    /** The whole state, at any time between two runs. Where programs begin and their symbols are no part of it. */
    @Override
    public StateTree save() {
        return state().save();
    }

    @Override
    public void load(StateTree state) {
        state().load(state);
        on = true;
        polls.goOn();
    }

    /**
     * Lets go of what belongs to the host, of the rest even if something fails. The machine does not run any more.
     *
     * @throws UncheckedIOException if what was written to a disk may be lost
     */
    @Override
    public void close() {
        close(parts.held());
    }

    /** Closes all of them, the last one first; what fails after the first failure is suppressed. */
    static void close(List<Closeable> resources) {
        if (resources.isEmpty()) {
            return;
        }
        try (Closeable _ = resources.getFirst()) {
            close(resources.subList(1, resources.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
