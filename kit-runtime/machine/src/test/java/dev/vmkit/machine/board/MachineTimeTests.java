package dev.vmkit.machine.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.api.Clock;
import dev.vmkit.api.InterruptLine;
import dev.vmkit.api.StateTree;
import dev.vmkit.language.isa.ByteOrder;
import dev.vmkit.machine.hart.Hart;
import dev.vmkit.machine.memory.AddressSpace;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What happens between instructions: events, lines, turns of harts. */
class MachineTimeTests extends ToyMachine {
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
}
