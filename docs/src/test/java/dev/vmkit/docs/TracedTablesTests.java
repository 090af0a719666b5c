package dev.vmkit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.docs.GuestBoard.Observed;
import dev.vmkit.layers.hypervisor.BinaryTranslation;
import dev.vmkit.layers.hypervisor.Exit;
import dev.vmkit.layers.hypervisor.ExitLog;
import dev.vmkit.layers.hypervisor.ShadowPaging;
import dev.vmkit.layers.hypervisor.Sync;
import dev.vmkit.layers.hypervisor.Technique;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A monitor that watches its guest's tables watches those that something came from, and no others. */
class TracedTablesTests {
    @TempDir
    Path folder;

    static List<Technique> techniques() {
        return List.of(new ShadowPaging(Sync.TRACE), new BinaryTranslation(Sync.TRACE));
    }

    @ParameterizedTest
    @MethodSource("techniques")
    void a_table_that_leads_to_a_device_is_written_without_an_exit(Technique technique) {
        String source = Stream.of("hostile.asm", "supervisor.asm", "devicetable.asm")
                .map(GuestBoard::program)
                .collect(Collectors.joining());
        GuestBoard board = GuestBoard.riscv(folder, 1, Map.of("guest.asm", source));
        Observed bare = board.observe("interpret", 97, 2_000, UnaryOperator.identity());
        ExitLog log = new ExitLog();
        assertThat(board.observe("auto", 97, 2_000, below -> technique.over(below, log)))
                .isEqualTo(bare);
        assertThat(log.counts().keySet())
                .extracting(Exit::cause)
                .contains(Exit.Cause.SHADOW_FAULT)
                .doesNotContain(Exit.Cause.TABLE_WRITE);
    }
}
