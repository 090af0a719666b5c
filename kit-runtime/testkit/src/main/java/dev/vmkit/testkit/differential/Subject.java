package dev.vmkit.testkit.differential;

import dev.vmkit.language.codec.Program;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.isa.RegisterFile;
import dev.vmkit.language.isa.Space;
import dev.vmkit.machine.clock.Slice;
import dev.vmkit.machine.clock.VirtualClock;
import dev.vmkit.machine.hart.Engine;
import dev.vmkit.machine.hart.Hart;
import dev.vmkit.machine.hart.HartContext;
import dev.vmkit.machine.hart.Stop;
import dev.vmkit.machine.memory.AddressSpace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * One of the two harts that are compared, with memory and a device of its own. What it does depends on the scenario and on
 * the engine alone.
 */
final class Subject {
    /** Two instructions a tick of the time counter. */
    private static final long HERTZ = 2 * VirtualClock.TIMEBASE;

    private final Scenario scenario;
    private final Isa isa;
    private final VirtualClock clock = new VirtualClock(HERTZ);
    private final Map<String, AddressSpace> spaces = new LinkedHashMap<>();
    private final Map<String, ProbeDevice> devices = new LinkedHashMap<>();
    private final TestExterns externs;
    private final Hart hart;
    private final Reaction reaction;
    private Slice running = Slice.NONE;
    private Stop last = new Stop.Budget();
    private int happened;

    Subject(Isa isa, Scenario scenario, Engine.Factory engine) {
        this.isa = isa;
        this.scenario = scenario;
        isa.model().spaces().values().stream()
                .filter(space -> space.over().isEmpty())
                .forEach(this::build);
        this.externs = new TestExterns(isa, this::hart);
        this.hart = new Hart(isa, spaces, externs.bindings(), engine, new HartContext(0, clock.forPart(0)));
        this.reaction = new Reaction(hart, clock, scenario, this::start);
        install();
    }

    private void build(Space space) {
        Layout layout = Layout.of(space, scenario.code().base());
        ProbeDevice device = new ProbeDevice(
                layout.part(), this::hart, this::code, scenario.code(), ticks -> running.stopWithin(ticks));
        AddressSpace memory = layout.build(isa.model(), device);
        Contents.fill(memory, layout, isa, scenario);
        spaces.put(space.name(), memory);
        devices.put(space.name(), device);
    }

    /** Code lies in RAM, and once more in ROM. */
    private void install() {
        scenario.code().prologue().stream()
                .flatMap(program -> program.segments().stream())
                .forEach(this::install);
        long address = scenario.code().origin();
        long rom = Layout.of(isa.model().fetch(), scenario.code().base()).rom();
        for (Piece piece : scenario.code().pieces()) {
            code().install(address, piece.bytes(code()));
            code().install(rom + address - scenario.code().origin(), piece.bytes(code()));
            address += piece.size();
        }
    }

    private void install(Program.Segment segment) {
        hart.space(segment.space()).install(segment.address(), segment.bytes());
    }

    private void start() {
        List<Long> values = scenario.start().registers();
        for (RegisterFile file : isa.model().registers()) {
            for (int i = 0; i < file.count() && file.role() != RegisterFile.Role.LINES; i++) {
                hart.state().set(file, i, values.get(file.slot() + i));
            }
        }
        hart.reserve();
        hart.timersChanged();
        hart.engine().flush();
    }

    Hart hart() {
        return hart;
    }

    /** The memory that instructions come from. */
    AddressSpace code() {
        return hart.space(isa.model().fetch().name());
    }

    /** The names of its physical spaces. */
    Set<String> spaces() {
        return spaces.keySet();
    }

    AddressSpace memory(String space) {
        return Objects.requireNonNull(spaces.get(space), space);
    }

    ProbeDevice device(String space) {
        return Objects.requireNonNull(devices.get(space), space);
    }

    TestExterns externs() {
        return externs;
    }

    /** Whether everything was executed that the scenario asks for. */
    boolean done() {
        return hart.retired() >= scenario.slices().instructions();
    }

    /**
     * Goes on after the last slice, wherever there is something to execute: has everything happen that is due, then runs.
     *
     * @param number of the slice; the first is 0
     * @param most instructions at most
     */
    Stop run(int number, long most) {
        if (number == 0) {
            hart.reset();
            start();
        }
        reaction.to(last);
        happen();
        if (clock.ticksUntilNextEvent() == 0) {
            clock.runDue();
        }
        long budget = Math.min(most, scenario.slices().budget(number));
        budget = Math.min(budget, untilNextEvent());
        budget = Math.min(budget, Math.max(1, clock.ticksUntilNextEvent()));
        TestSlice slice = new TestSlice(hart, budget);
        running = slice;
        clock.begin(slice);
        try {
            last = slice.run();
            return last;
        } finally {
            clock.end(slice.executed());
            running = Slice.NONE;
        }
    }

    private long untilNextEvent() {
        return happened < scenario.events().size()
                ? Math.max(1, scenario.events().get(happened).at() - hart.retired())
                : Long.MAX_VALUE;
    }

    private void happen() {
        List<Event> events = scenario.events();
        while (happened < events.size() && events.get(happened).at() <= hart.retired()) {
            happen(events.get(happened++));
        }
    }

    private void happen(Event event) {
        switch (event) {
            case Event.Line line -> hart.setLine(line.number(), line.level(), line.raised());
            case Event.Patch patch -> {
                byte[] bytes = patch.piece().bytes(code());
                code().writeBytes(patch.address(), bytes, 0, bytes.length);
            }
            case Event.Jump jump -> reaction.jump(jump.address());
            case Event.Set set -> {
                hart.state().set(set.slot(), set.value());
                hart.timersChanged();
                hart.engine().flush();
            }
            case Event.Reload _ -> hart.load(hart.save());
        }
    }
}
