package dev.vmkit.machine.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.api.Image;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Where a machine begins, with what, and again after a reset. */
class MachineBeginningTests extends ToyMachine {
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
}
