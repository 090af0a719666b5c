package dev.vmkit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.language.codec.Symbols;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.isa.Privilege;
import dev.vmkit.language.sensitivity.ModePair;
import dev.vmkit.language.sensitivity.Verdict;
import dev.vmkit.layers.hypervisor.Exit;
import dev.vmkit.layers.hypervisor.ExitLog;
import dev.vmkit.layers.hypervisor.TrapAndEmulate;
import dev.vmkit.layers.witness.NativeCount;
import dev.vmkit.machine.board.Limits;
import dev.vmkit.machine.board.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the definition of an instruction set and a run without a monitor foretell is what a monitor counts. */
class PredictionTests {
    private static final Path LAB = Console.REPOSITORY.resolve("curriculum/09-trap-and-emulate");

    /** What is not the monitor's own doing: its tables, and the devices it plays. */
    private static final Set<Exit.Cause> FORETOLD =
            EnumSet.of(Exit.Cause.INSTRUCTION, Exit.Cause.CALLOUT, Exit.Cause.GUEST_FAULT, Exit.Cause.TRAP);

    /** Enough for some calls, and interrupts by the timer. */
    private static final Limits RUN = Limits.instructions(1_000_000);

    @TempDir
    static Path folder;

    @Test
    void a_native_count_foretells_the_exits_under_trap_and_emulate() throws IOException {
        GuestBoard board = new GuestBoard(
                folder,
                Files.readString(LAB.resolve("board.yaml")),
                Map.of("tiny.asm", Files.readString(LAB.resolve("tiny.asm"))));
        ExitLog exits = new ExitLog();
        board.machine("auto", below -> new TrapAndEmulate().over(below, exits)).run(RUN);
        NativeCount count = natively(board);

        assertThat(count.predictedExits())
                .isEqualTo(exits.counts().entrySet().stream()
                        .filter(each -> FORETOLD.contains(each.getKey().cause()))
                        .mapToLong(Map.Entry::getValue)
                        .sum())
                .isGreaterThan(50);
    }

    private static NativeCount natively(GuestBoard board) {
        Machine machine = board.machine("interpret", UnaryOperator.identity());
        Isa isa = board.plan().isa();
        Privilege privilege = isa.model().privilege().orElseThrow();
        ModePair all = new ModePair(privilege.user(), privilege.modes().getLast());
        NativeCount count = new NativeCount(
                privilege,
                Verdict.of(isa, privilege, all),
                hart -> machine.harts().get(hart).hart());
        machine.trace(Symbols.NONE, count);
        machine.run(RUN);
        return count;
    }
}
