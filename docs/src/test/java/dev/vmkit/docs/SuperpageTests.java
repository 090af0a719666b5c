package dev.vmkit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.docs.GuestBoard.Observed;
import dev.vmkit.layers.hypervisor.ExitLog;
import dev.vmkit.layers.hypervisor.Technique;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A fence for one address of a large page concerns all of it, also what a monitor remembers. */
class SuperpageTests {
    private static final Path BOARD = Console.REPOSITORY.resolve("curriculum/09-trap-and-emulate/board.yaml");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.vmkit.docs.TechniquesTests#techniques")
    void a_guest_sees_where_a_large_page_went(Technique technique) throws IOException {
        GuestBoard board = new GuestBoard(
                folder, Files.readString(BOARD), Map.of("tiny.asm", GuestBoard.program("superpage.asm")));
        Observed bare = board.observe("interpret", 7, UnaryOperator.identity());
        assertThat(bare.shown()).isEqualTo("2");
        assertThat(board.observe("auto", 7, below -> technique.over(below, new ExitLog())))
                .isEqualTo(bare);
    }
}
