package dev.vmkit.machine.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmkit.api.DmaPort;
import dev.vmkit.api.StateTree;
import dev.vmkit.language.isa.ByteOrder;
import dev.vmkit.machine.hart.Stop;
import dev.vmkit.machine.memory.Access;
import dev.vmkit.machine.memory.AddressSpace;
import dev.vmkit.machine.memory.Ram;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A machine runs until something ends it. */
class MachineTests extends ToyMachine {
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
