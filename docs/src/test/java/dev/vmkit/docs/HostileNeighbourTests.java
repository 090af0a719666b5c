package dev.vmkit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.assembly.assemble.Construction;
import dev.vmkit.assembly.catalog.Catalog;
import dev.vmkit.assembly.config.HostReader;
import dev.vmkit.assembly.host.HostConstruction;
import dev.vmkit.assembly.host.HostResolution;
import dev.vmkit.assembly.host.ResolvedHost;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.layers.hypervisor.Guest;
import dev.vmkit.layers.hypervisor.Host;
import dev.vmkit.layers.schedule.DispatchListener;
import dev.vmkit.machine.board.HostInput;
import dev.vmkit.machine.board.Limits;
import dev.vmkit.machine.board.Machine;
import dev.vmkit.machine.state.StateHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guests that would harm their neighbours: these have their share of the processor, and their state is as alone. */
class HostileNeighbourTests {
    private static final long TICKS = 100_000;
    private static final long SLICE = 500;

    private static Catalog catalog;

    @TempDir
    Path folder;

    @BeforeAll
    static void open() {
        catalog = Catalog.open(List.of(Console.REPOSITORY.resolve("plugins")));
    }

    @AfterAll
    static void close() {
        catalog.close();
    }

    @ParameterizedTest(name = "{0} under {1}, {2}")
    @CsvSource({
        "dodger, trap-and-emulate, round-robin",
        "dodger, hardware-assisted, credit",
        "dodger, binary-translation, stride",
        "timers, trap-and-emulate, credit",
        "timers, hardware-assisted, round-robin"
    })
    void case_31_who_dodges_ticks_or_spams_yields_and_timers_has_no_more_than_its_share(
            String hostile, String technique, String policy) throws IOException {
        requireUnharmed(hostile, technique, policy);
    }

    @ParameterizedTest(name = "{0} under {1}, {2}")
    @CsvSource({
        "flood, trap-and-emulate, round-robin",
        "flood, hardware-assisted, credit",
        "flood, binary-translation, lottery",
        "storm, shadow-paging, credit"
    })
    void case_26_floods_of_interrupts_and_traps_cost_only_whose_they_are(
            String hostile, String technique, String policy) throws IOException {
        requireUnharmed(hostile, technique, policy);
    }

    @ParameterizedTest(name = "{0} under {1}, {2}")
    @CsvSource({
        "churn, shadow-paging, round-robin",
        "churn, hardware-assisted, credit",
        "rewriter, binary-translation, round-robin"
    })
    void case_32_and_28_who_churns_through_pages_or_code_takes_nothing_from_others(
            String hostile, String technique, String policy) throws IOException {
        requireUnharmed(hostile, technique, policy);
    }

    /** The clocks that the honest one reads are part of its state: it learns nothing by them of its neighbour (case 29). */
    private void requireUnharmed(String hostile, String technique, String policy) throws IOException {
        ResolvedHost plan = plan(hostile, technique, policy);
        Host host = HostConstruction.build(
                plan, _ -> new HostConstruction.Connection(HostInput.NONE, _ -> {}), DispatchListener.NONE);
        try {
            host.run(Limits.instructions(TICKS));
            Guest honest = host.guests().getFirst();
            long slack = policy.equals("lottery") ? TICKS / 10 : 2 * SLICE;
            assertThat(honest.used()).isGreaterThanOrEqualTo(TICKS / 2 - slack);
            assertThat(host.guests().getLast().used()).isPositive();
            assertThat(StateHash.of(honest.machine().save()))
                    .isEqualTo(bare(plan, honest.machine().clock().ticks()));
        } finally {
            host.guests().forEach(guest -> guest.machine().close());
        }
    }

    private static String bare(ResolvedHost plan, long instructions) {
        try (Machine machine = Construction.build(plan.guests().getFirst().machine(), HostInput.NONE, _ -> {})) {
            machine.run(Limits.instructions(instructions));
            return StateHash.of(machine.save());
        }
    }

    private ResolvedHost plan(String hostile, String technique, String policy) throws IOException {
        Files.writeString(folder.resolve("board.yaml"), GuestBoard.machine("rv64imac", 1, "honest.asm"));
        Files.writeString(folder.resolve("honest.asm"), program("supervisor", "honest"));
        boolean bare = hostile.equals("timers") || hostile.equals("storm");
        Files.writeString(folder.resolve("hostile.asm"), bare ? program(hostile) : program("supervisor", hostile));
        String host = """
            kit: 1
            machine: neighbours
            hardware: board.yaml
            hypervisor: { technique: %s, scheduler: { policy: %s, slice: %d } }
            guests:
              honest: { memory: 512 KiB }
              hostile: { memory: 512 KiB, load: hostile.asm }
            """.formatted(technique, policy, SLICE);
        Diagnostics diagnostics = new Diagnostics();
        return HostReader.read(new SourceFile("host.yaml", host), diagnostics)
                .flatMap(config -> HostResolution.resolve(config, folder, catalog, diagnostics))
                .orElseThrow(() -> new AssertionError(diagnostics.list()));
    }

    private static String program(String... names) {
        return Stream.concat(Stream.of("hostile"), Stream.of(names))
                .map(name -> GuestBoard.program(name + ".asm"))
                .collect(Collectors.joining());
    }
}
