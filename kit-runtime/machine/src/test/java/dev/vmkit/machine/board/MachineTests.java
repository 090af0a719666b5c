package dev.vmkit.machine.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmkit.api.Clock;
import dev.vmkit.api.DmaPort;
import dev.vmkit.api.Image;
import dev.vmkit.api.InterruptLine;
import dev.vmkit.api.StateTree;
import dev.vmkit.language.isa.ByteOrder;
import dev.vmkit.machine.hart.Hart;
import dev.vmkit.machine.hart.Stop;
import dev.vmkit.machine.memory.Access;
import dev.vmkit.machine.memory.AddressSpace;
import dev.vmkit.machine.memory.Ram;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class MachineTests {
    private static final long GIGAHERTZ = 1_000_000_000;

    private final MachineBuilder builder = new MachineBuilder("toy", GIGAHERTZ);
    private final AddressSpace mem = new AddressSpace("mem", 16, 8, ByteOrder.LITTLE, false);
    private final Ram ram = new Ram(0x100, 1, true);
    private final List<String> log = new ArrayList<>();

    MachineTests() {
        builder.space(mem).memory("ram", mem, 0, ram);
    }

    private Machine machine(ToyEngine.Program program) {
        return builder.hart("cpu", ToyEngine.hart(mem, program)).build();
    }

    private static Optional<Stop> go() {
        return Optional.empty();
    }

    private static Optional<Stop> idle(Hart hart) {
        hart.await();
        return Optional.empty();
    }

    @Test
    void executes_exactly_as_many_instructions_as_it_may() {
        Machine machine = machine((hart, pc) -> go());
        assertThat(machine.run(Limits.instructions(12_345))).isEqualTo(new Outcome.BudgetReached());
        assertThat(machine.clock().ticks()).isEqualTo(12_345);
        assertThat(machine.run(Limits.instructions(0))).isEqualTo(new Outcome.BudgetReached());
        assertThat(machine.harts().getFirst().hart().retired()).isEqualTo(12_345);
    }

    @Test
    void ends_with_the_guests_verdict_after_the_instruction_that_switched_it_off() {
        Machine machine = machine((hart, pc) -> {
            if (pc == 7) {
                builder.power().off(42);
            }
            return go();
        });
        assertThat(machine.run(Limits.NONE)).isEqualTo(new Outcome.PoweredOff(42));
        assertThat(machine.clock().ticks()).isEqualTo(8);
        assertThat(machine.run(Limits.NONE)).isEqualTo(new Outcome.PoweredOff(42));
    }

    @Test
    void keeps_the_first_verdict() {
        Machine machine = machine((hart, pc) -> {
            builder.power().off(0);
            builder.power().off(1);
            builder.power().reset();
            return go();
        });
        assertThat(machine.run(Limits.NONE)).isEqualTo(new Outcome.PoweredOff(0));
    }

    @Test
    void starts_over_at_a_reset_with_memory_as_it_was() {
        machine((hart, pc) -> {
            if (pc == 3) {
                builder.power().reset();
                mem.store(0, 8, mem.load(0, 8) + 1);
            }
            return go();
        });
        Machine machine = builder.build();
        assertThat(machine.run(Limits.instructions(10))).isEqualTo(new Outcome.BudgetReached());
        assertThat(mem.load(0, 8)).isEqualTo(2);
        assertThat(machine.harts().getFirst().hart().state().pc()).isEqualTo(2);
    }

    @Test
    void begins_where_it_is_told_to_after_power_on_and_after_reset() {
        Machine machine = machine((hart, pc) -> {
            log.add(Long.toHexString(pc));
            if (pc == 0x21) {
                builder.power().reset();
            }
            return go();
        });
        machine.startAt(0x20);
        machine.run(Limits.instructions(3));
        assertThat(log).containsExactly("20", "21", "20");
    }

    @Test
    void has_registers_hold_what_it_is_told_after_power_on_and_after_reset() {
        Machine machine = machine((hart, pc) -> {
            log.add(Long.toHexString(pc));
            if (pc == 0x31) {
                builder.power().reset();
            }
            return go();
        });
        int counter = machine.harts().getFirst().hart().isa().model().pc().slot();
        machine.startWith(List.of(Map.of(counter, 0x30L)));
        machine.run(Limits.instructions(3));
        assertThat(log).containsExactly("30", "31", "30");
    }

    @Test
    void loads_its_programs_anew_when_the_guest_resets_it() {
        Machine machine = machine((hart, pc) -> {
            mem.store(0x10, 8, 0xEE);
            mem.store(0x11, 8, 0xEE);
            mem.store(0x20, 8, 0xEE);
            if (pc == 5) {
                builder.power().reset();
            }
            return go();
        });
        machine.install(
                new Image("", List.of(new Image.Segment("", 0x10, new byte[] {7}, 2)), OptionalLong.empty(), Map.of()));
        machine.run(Limits.instructions(6));
        machine.run(Limits.instructions(0));
        assertThat(mem.load(0x10, 16)).isEqualTo(7);
        assertThat(mem.load(0x20, 8)).isEqualTo(0xEE);
    }

    @Test
    void ends_when_every_hart_has_halted() {
        builder.hart("second", ToyEngine.hart(mem, (hart, pc) -> {
            if (pc == 5000) {
                hart.halt();
            }
            return go();
        }));
        Machine machine = machine((hart, pc) -> {
            hart.halt();
            return go();
        });
        assertThat(machine.run(Limits.NONE)).isEqualTo(new Outcome.Halted());
        assertThat(machine.clock().ticks()).isEqualTo(5002);
    }

    @Test
    void ends_when_nothing_could_ever_wake_it() {
        Machine machine = machine((hart, pc) -> idle(hart));
        assertThat(machine.run(Limits.NONE)).isEqualTo(new Outcome.IdleForever());
    }

    @Test
    void says_which_hart_is_stuck_and_where() {
        Machine machine = machine((hart, pc) -> Optional.of(new Stop.Fault(Access.LOAD, 0x999, pc)));
        assertThat(machine.run(Limits.NONE)).isEqualTo(new Outcome.Stuck("cpu", new Stop.Fault(Access.LOAD, 0x999, 0)));
    }

    @Test
    void stops_at_a_breakpoint() {
        Machine machine = machine((hart, pc) -> go());
        machine.harts().getFirst().hart().breakpoints().add(9L);
        assertThat(machine.run(Limits.NONE)).isEqualTo(new Outcome.Breakpoint("cpu", 9));
        assertThat(machine.clock().ticks()).isEqualTo(9);
    }

    @Test
    void ends_when_the_hosts_time_is_over() {
        AtomicLong host = new AtomicLong();
        builder.hostTime(() -> host.addAndGet(1_000));
        Machine machine = machine((hart, pc) -> go());
        assertThat(machine.run(Limits.NONE.within(10_000))).isEqualTo(new Outcome.TimeReached());
        assertThat(machine.clock().ticks()).isPositive();
    }

    @Test
    void runs_an_event_after_exactly_the_instruction_at_which_it_is_due() {
        Clock clock = builder.partClock();
        Machine machine = machine((hart, pc) -> {
            log.add("i" + pc);
            if (pc == 1) {
                clock.at(clock.now() + 3, () -> log.add("event at " + clock.now()));
            }
            return go();
        });
        machine.run(Limits.instructions(6));
        assertThat(log).containsExactly("i0", "i1", "i2", "i3", "event at 4", "i4", "i5");
    }

    @Test
    void runs_an_overdue_event_right_after_the_instruction_that_asked_for_it() {
        Clock clock = builder.partClock();
        Machine machine = machine((hart, pc) -> {
            log.add("i" + pc);
            if (pc == 1) {
                clock.at(0, () -> log.add("event"));
            }
            return go();
        });
        machine.run(Limits.instructions(3));
        assertThat(log).containsExactly("i0", "i1", "event", "i2");
    }

    @Test
    void skips_idle_time_and_is_woken_by_a_line_that_an_event_raises() {
        Clock clock = builder.partClock();
        Hart hart = ToyEngine.hart(mem, (h, pc) -> {
            log.add("i" + pc + " at " + clock.now());
            return pc == 0 ? idle(h) : go();
        });
        builder.hart("cpu", hart);
        InterruptLine line = builder.wire(builder.harts().getFirst(), 3, 1);
        clock.at(1_000_000, () -> line.set(true));
        Machine machine = builder.build();
        machine.run(Limits.instructions(2));
        assertThat(log).containsExactly("i0 at 0", "i1 at 1000000");
    }

    @Test
    void keeps_a_line_raised_while_any_of_its_wires_is() {
        Machine machine = machine((hart, pc) -> go());
        NamedHart hart = machine.harts().getFirst();
        InterruptLine one = builder.wire(hart, 3, 1);
        InterruptLine two = builder.wire(hart, 3, 1);
        one.set(true);
        two.set(true);
        two.set(true);
        one.set(false);
        assertThat(hart.hart().lines().none()).isFalse();
        two.set(false);
        assertThat(hart.hart().lines().none()).isTrue();
    }

    @Test
    void interleaves_harts_in_the_same_way_however_a_run_is_cut() {
        String whole = interleaving(List.of(10_000L));
        assertThat(interleaving(List.of(1L, 999L, 3_500L, 17L, 5_483L))).isEqualTo(whole);
        assertThat(whole).startsWith("a".repeat(1000) + "b".repeat(1000) + "a");
    }

    @Test
    void givesTheTurnAwayWhenAHartRaisesALineOfAnotherOne() {
        List<InterruptLine> toOther = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            int me = i;
            builder.hart("cpu" + i, ToyEngine.hart(mem, (hart, pc) -> {
                log.add("cpu" + me);
                if (me == 0 && pc == 4) {
                    toOther.get(2).set(true);
                } else if (me == 1 && pc == 2) {
                    toOther.get(1).set(true);
                }
                return go();
            }));
        }
        builder.harts().forEach(hart -> toOther.add(builder.wire(hart, 0, 0)));
        Machine machine = builder.build();
        machine.run(Limits.instructions(5 + 1000 + 7));
        assertThat(log.subList(0, 6)).as("the next hart runs at once").endsWith("cpu0", "cpu1");
        assertThat(log.subList(5, 1005)).as("its own line ends no turn").containsOnly("cpu1");
        assertThat(log.subList(1005, 1012)).containsOnly("cpu2");
    }

    @Test
    void lowersWiresAtAResetAndRestoresThemFromAState() {
        Machine machine = machine((hart, pc) -> go());
        InterruptLine wire = builder.wire(builder.harts().getFirst(), 3, 1);
        wire.set(true);
        assertThat(machine.harts().getFirst().hart().lines().none()).isFalse();
        machine.powerOn();
        assertThat(machine.harts().getFirst().hart().lines().none())
                .as("all wires are low")
                .isTrue();
        wire.set(true);
        StateTree up = machine.save();
        wire.set(false);
        machine.load(up);
        wire.set(false);
        assertThat(machine.harts().getFirst().hart().lines().none()).isTrue();
    }

    private static String interleaving(List<Long> cuts) {
        StringBuilder order = new StringBuilder();
        MachineBuilder builder = new MachineBuilder("two", GIGAHERTZ);
        AddressSpace mem = new AddressSpace("mem", 16, 8, ByteOrder.LITTLE, false);
        builder.space(mem);
        for (String name : List.of("a", "b")) {
            builder.hart(name, ToyEngine.hart(mem, (hart, pc) -> {
                order.append(name);
                return go();
            }));
        }
        Machine machine = builder.build();
        cuts.forEach(cut -> machine.run(Limits.instructions(cut)));
        return order.toString();
    }

    @Test
    void goes_on_from_a_saved_state_as_the_original_does() {
        Machine original = counting();
        original.run(Limits.instructions(777));
        StateTree saved = original.save();
        Machine copy = counting();
        copy.load(saved);
        assertThat(copy.save()).isEqualTo(saved);
        original.run(Limits.instructions(5_000));
        copy.run(Limits.instructions(5_000));
        assertThat(copy.save()).isEqualTo(original.save());
        assertThat(original.save()).isNotEqualTo(saved);
    }

    /** A machine of two harts that count in memory. */
    private static Machine counting() {
        MachineBuilder builder = new MachineBuilder("two", 3);
        AddressSpace mem = new AddressSpace("mem", 16, 8, ByteOrder.LITTLE, false);
        builder.space(mem).memory("ram", mem, 0, new Ram(0x100, 1, true));
        for (int i = 0; i < 2; i++) {
            long at = 8L * i;
            builder.hart("cpu" + i, ToyEngine.hart(mem, (hart, pc) -> {
                mem.store(at, 64, mem.load(at, 64) * 3 + mem.load(8 - at, 64) + pc);
                return go();
            }));
        }
        return builder.build();
    }

    @Test
    void refuses_a_state_of_another_machine_and_stays_as_it_was() {
        Machine machine = counting();
        machine.run(Limits.instructions(10));
        StateTree before = machine.save();
        assertThatThrownBy(() -> machine.load(StateTree.EMPTY)).isInstanceOf(IllegalArgumentException.class);
        StateTree bad = before.with("turns", StateTree.EMPTY.with("current", 2).with("used", 0));
        assertThatThrownBy(() -> machine.load(bad)).isInstanceOf(IllegalArgumentException.class);
        assertThat(machine.save()).isEqualTo(before);
    }

    @Test
    void installs_a_program_and_says_what_did_not_fit() {
        Machine machine = machine((hart, pc) -> go());
        mem.store(0x12, 8, 0xFF);
        Image.Segment fits = new Image.Segment("", 0x10, new byte[] {1, 2}, 4);
        Image.Segment outside = new Image.Segment("", 0xFF, new byte[] {1, 2}, 2);
        Image.Segment elsewhere = new Image.Segment("io", 0, new byte[] {1}, 1);
        Image.Segment large = new Image.Segment("", 0x20, new byte[0], Long.MAX_VALUE);
        Image image =
                new Image("", List.of(fits, outside, elsewhere, large), OptionalLong.empty(), Map.of("main", 16L));
        assertThat(machine.install(image)).containsExactly(outside, elsewhere, large);
        assertThat(mem.load(0x10, 32)).isEqualTo(0x0201);
        assertThat(machine.symbols()).containsEntry("main", 16L);
        assertThat(builder.symbols().address("main")).hasValue(16);
        assertThat(builder.symbols().address("exit")).isEmpty();
    }

    @Test
    void grants_devices_the_memories_that_are_named_and_no_others() {
        builder.memory("rom", mem, 0x200, new Ram(0x10, 1, false));
        DmaPort some = builder.dma(mem, List.of("rom"));
        DmaPort all = builder.dma(mem, List.of());
        byte[] buffer = new byte[8];
        assertThat(some.read(0x200, buffer, 0, 8)).isTrue();
        assertThat(some.read(0x208, buffer, 0, 8)).isTrue();
        assertThat(some.read(0x209, buffer, 0, 8)).isFalse();
        assertThat(some.read(0, buffer, 0, 8)).isFalse();
        assertThat(some.write(0x200, buffer, 0, 8)).isFalse();
        assertThat(all.write(0, buffer, 0, 8)).isTrue();
        assertThat(all.read(0x400, buffer, 0, 1)).isFalse();
        assertThatThrownBy(() -> builder.dma(mem, List.of("ram2"))).hasMessage("there is no memory called 'ram2'");
    }

    @Test
    void does_between_two_instructions_what_other_threads_ask_for_and_stops_once() {
        Machine machine = machine((hart, pc) -> go());
        machine.ask(() -> log.add("asked at " + machine.clock().ticks()));
        machine.stop();
        assertThat(machine.run(Limits.NONE)).isEqualTo(new Outcome.Stopped());
        assertThat(log).containsExactly("asked at 0");
        assertThat(machine.run(Limits.instructions(5))).isEqualTo(new Outcome.BudgetReached());
    }

    @Test
    void stops_while_it_waits_for_a_person() throws InterruptedException {
        builder.console(new InteractiveInput(), value -> {});
        Machine machine = machine((hart, pc) -> idle(hart));
        Thread person = Thread.ofPlatform().start(machine::stop);
        assertThat(machine.run(Limits.NONE)).isEqualTo(new Outcome.Stopped());
        person.join();
    }

    @Test
    void needs_a_processor() {
        assertThatThrownBy(builder::build).hasMessage("a machine needs a processor");
    }

    @Test
    void closesEverythingItHoldsWhateverFails() {
        List<String> closed = new ArrayList<>();
        builder.holding(() -> closed.add("network"));
        builder.holding(() -> {
            throw new IOException("full");
        });
        builder.holding(() -> {
            throw new IllegalStateException("busy");
        });
        builder.holding(() -> closed.add("disk"));
        assertThatThrownBy(machine((hart, pc) -> go())::close)
                .isInstanceOf(IllegalStateException.class)
                .satisfies(e -> assertThat(e.getSuppressed()[0]).hasMessageContaining("full"));
        assertThat(closed).containsExactly("disk", "network");
    }
}
