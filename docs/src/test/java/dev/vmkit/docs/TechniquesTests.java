package dev.vmkit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.docs.GuestBoard.Observed;
import dev.vmkit.layers.hypervisor.BinaryTranslation;
import dev.vmkit.layers.hypervisor.ExitLog;
import dev.vmkit.layers.hypervisor.HardwareAssisted;
import dev.vmkit.layers.hypervisor.Paravirtual;
import dev.vmkit.layers.hypervisor.ShadowPaging;
import dev.vmkit.layers.hypervisor.Sync;
import dev.vmkit.layers.hypervisor.Technique;
import dev.vmkit.layers.hypervisor.TrapAndEmulate;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A guest cannot tell by which technique it runs: its state is, at any time, as on a machine of its own. */
class TechniquesTests {
    private static final long EVERY = 7919;

    @TempDir
    static Path folder;

    private static GuestBoard board;
    private static Observed bare;

    @BeforeAll
    static void runBare() {
        board = GuestBoard.riscv(folder, 1, Map.of("kernel.asm", GuestBoard.program("kernel.asm")));
        bare = board.observe("interpret", EVERY, UnaryOperator.identity());
    }

    static List<Technique> techniques() {
        return List.of(
                new TrapAndEmulate(),
                new ShadowPaging(Sync.TRACE),
                new BinaryTranslation(),
                new Paravirtual(),
                new HardwareAssisted());
    }

    static Stream<Arguments> ways() {
        return Stream.of("interpret", "auto")
                .flatMap(engine -> techniques().stream().map(t -> Arguments.of(t, engine)));
    }

    static Stream<Arguments> nested() {
        return techniques().stream().flatMap(outer -> techniques().stream().map(inner -> Arguments.of(outer, inner)));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void a_guest_does_what_it_does_alone(Technique technique, String engine) {
        ExitLog log = new ExitLog();
        Observed guest = board.observe(engine, EVERY, below -> technique.over(below, log));
        assertThat(guest).isEqualTo(bare);
    }

    @ParameterizedTest
    @MethodSource("nested")
    void a_guest_of_a_guest_does_so_too(Technique outer, Technique inner) {
        Observed guest =
                board.observe("auto", EVERY, below -> outer.over(inner.over(below, new ExitLog()), new ExitLog()));
        assertThat(guest).isEqualTo(bare);
    }
}
