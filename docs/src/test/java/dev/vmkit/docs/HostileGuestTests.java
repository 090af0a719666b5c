package dev.vmkit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.docs.GuestBoard.Observed;
import dev.vmkit.layers.hypervisor.ExitLog;
import dev.vmkit.layers.hypervisor.Technique;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Guests that do what nobody should: under every technique that is as on a machine of their own, and the host goes on. */
class HostileGuestTests {
    private static final int INSTRUCTIONS = 30_000;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"tables.asm", "storm.asm", "timers.asm"})
    void what_they_do_to_themselves_is_the_same_everywhere(String program) {
        GuestBoard board = GuestBoard.riscv(
                folder, 1, Map.of("guest.asm", GuestBoard.program("hostile.asm") + GuestBoard.program(program)));
        Observed bare = board.observe("interpret", 997, INSTRUCTIONS, UnaryOperator.identity());
        assertThat(bare.hashes()).hasSizeGreaterThan(20);
        for (Technique technique : TechniquesTests.techniques()) {
            Observed guest = board.observe("auto", 997, INSTRUCTIONS, below -> technique.over(below, new ExitLog()));
            assertThat(guest).as(technique.toString()).isEqualTo(bare);
        }
    }
}
