package dev.vmkit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.docs.GuestBoard.Observed;
import dev.vmkit.layers.hypervisor.ExitLog;
import dev.vmkit.layers.hypervisor.HardwareAssisted;
import dev.vmkit.layers.hypervisor.Technique;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Guests that do what nobody should: under every technique that is as on a machine of their own, and the host goes on. */
class HostileGuestTests {
    private static final int INSTRUCTIONS = 30_000;

    @TempDir
    Path folder;

    @Test
    void case_22_tables_that_lead_in_circles_or_nowhere() {
        assertThat(everywhere("tables.asm")).isEmpty();
    }

    @Test
    void case_24_what_was_unmapped_without_a_fence_is_seen_by_no_other_context() {
        assertThat(everywhere("supervisor.asm", "contexts.asm", 60_000)).isEqualTo(".".repeat(13));
    }

    @Test
    void case_25_a_handler_that_is_not_there_itself() {
        assertThat(everywhere("storm.asm")).isEmpty();
    }

    @Test
    void case_26_timers_at_both_ends_of_time_and_waiting_with_interrupts_off() {
        assertThat(everywhere("timers.asm")).isEmpty();
    }

    @Test
    void case_26_interrupts_without_end() {
        assertThat(everywhere("supervisor.asm", "flood.asm", INSTRUCTIONS)).isEmpty();
    }

    @Test
    void case_28_instructions_hidden_in_the_middle_of_others() {
        assertThat(everywhere("supervisor.asm", "midway.asm", INSTRUCTIONS)).isEmpty();
    }

    @Test
    void case_28_code_that_is_written_over_while_it_runs_and_never_ends() {
        assertThat(everywhere("supervisor.asm", "rewriter.asm", 300_000)).isEmpty();
    }

    @Test
    void case_28_code_and_tables_that_a_disk_writes_over_and_a_disk_that_is_led_out_of_memory() {
        String machine = GuestBoard.machine("rv64imac", 1, "guest.asm")
                .replace("console:", "  disk: { model: virtio-block, at: 0x10001000, image: disk.img }\nconsole:");
        Map<String, String> files = Map.of(
                "guest.asm", source(List.of("supervisor.asm", "dma.asm")),
                "disk.img", "\0".repeat(4 * 512));
        assertThat(everywhere(new GuestBoard(folder, machine, files), INSTRUCTIONS))
                .hasSizeGreaterThan(8)
                .matches("(13)+1?");
    }

    @Test
    void case_29_entries_with_addresses_of_somebody_elses_memory() {
        assertThat(everywhere("supervisor.asm", "elsewhere.asm", INSTRUCTIONS)).isEmpty();
    }

    @Test
    void case_23_a_guests_own_guest_that_reaches_for_the_second_stage() {
        assertThat(everywhere("rv64gch", List.of("supervisor.asm", "second.asm"), INSTRUCTIONS))
                .isEmpty();
    }

    private String everywhere(String program) {
        return everywhere("rv64imac", List.of(program), INSTRUCTIONS);
    }

    private String everywhere(String before, String program, int instructions) {
        return everywhere("rv64imac", List.of(before, program), instructions);
    }

    private String everywhere(String variant, List<String> programs, int instructions) {
        return everywhere(GuestBoard.riscv(folder, variant, 1, Map.of("guest.asm", source(programs))), instructions);
    }

    private static String source(List<String> programs) {
        return Stream.concat(Stream.of("hostile.asm"), programs.stream())
                .map(GuestBoard::program)
                .collect(Collectors.joining());
    }

    /** Runs a machine alone and under each technique: nothing tells one from the other. What it showed. */
    private static String everywhere(GuestBoard board, int instructions) {
        Observed bare = board.observe("interpret", 997, instructions, UnaryOperator.identity());
        assertThat(bare.hashes()).hasSizeGreaterThan(20).doesNotHaveDuplicates();
        for (Technique technique : TechniquesTests.techniques()) {
            Observed guest = board.observe("auto", 997, instructions, below -> technique.over(below, new ExitLog()));
            assertThat(guest).as(technique.toString()).isEqualTo(bare);
        }
        return bare.shown();
    }

    @Test
    void case_22_walks_that_fail_do_not_count_towards_those_that_do_not() {
        String source = source(List.of("tables.asm"));
        ExitLog log = new ExitLog();
        GuestBoard.riscv(folder, 1, Map.of("guest.asm", source))
                .observe("auto", INSTRUCTIONS, INSTRUCTIONS, below -> new HardwareAssisted().over(below, log));
        assertThat(log.walks()).isPositive();
        assertThat(log.references()).isLessThanOrEqualTo(15 * log.walks());
    }

    @Test
    void several_harts_of_a_guest_that_race_for_memory_and_call_each_other() {
        String source = GuestBoard.program("race.asm");
        GuestBoard board = GuestBoard.riscv(folder, 3, Map.of("guest.asm", source));
        Observed bare = board.observe("interpret", 997, 60_000, UnaryOperator.identity());
        assertThat(bare.shown()).hasSizeGreaterThan(5).containsOnlyDigits();
        for (Technique technique : TechniquesTests.techniques()) {
            Observed guest = board.observe("auto", 997, 60_000, below -> technique.over(below, new ExitLog()));
            assertThat(guest).as(technique.toString()).isEqualTo(bare);
        }
    }
}
