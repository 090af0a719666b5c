package dev.vmkit.curriculum;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.api.TaskInfo;
import dev.vmkit.assembly.assemble.Construction;
import dev.vmkit.assembly.catalog.Catalog;
import dev.vmkit.assembly.compile.PluginCompiler;
import dev.vmkit.assembly.config.HostReader;
import dev.vmkit.assembly.config.TimesharingReader;
import dev.vmkit.assembly.host.HostResolution;
import dev.vmkit.assembly.host.ResolvedGuest;
import dev.vmkit.assembly.host.ResolvedHost;
import dev.vmkit.assembly.schedule.ResolvedPolicy;
import dev.vmkit.assembly.timeshare.ResolvedTimesharing;
import dev.vmkit.assembly.timeshare.TimesharingConstruction;
import dev.vmkit.assembly.timeshare.TimesharingResolution;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.layers.hypervisor.ExitLog;
import dev.vmkit.layers.hypervisor.Guest;
import dev.vmkit.layers.hypervisor.Host;
import dev.vmkit.layers.hypervisor.TrapAndEmulate;
import dev.vmkit.layers.schedule.DispatchListener;
import dev.vmkit.layers.simulate.History.Pick;
import dev.vmkit.layers.simulate.Job;
import dev.vmkit.layers.simulate.Simulator;
import dev.vmkit.layers.simulate.Workload;
import dev.vmkit.layers.timeshare.Monitor;
import dev.vmkit.machine.board.HostInput;
import dev.vmkit.machine.board.Limits;
import dev.vmkit.machine.board.Machine;
import dev.vmkit.machine.state.StateHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One policy drives abstract jobs, time-shared programs and guests of a monitor, and cannot tell which it is. */
@DisplayName("The same picks:")
class SamePicksTests {
    /** Rounds of two instructions; each task takes five more around them. */
    private static final List<Integer> ROUNDS = List.of(1_500, 300, 1_100, 2_000);

    private static final List<Integer> WEIGHTS = List.of(1, 3, 2, 1);
    private static final List<Long> SIZES = List.of(4096L, 8192L, 4096L, 12288L);

    @TempDir
    private Path folder;

    /** Writes down every decision. */
    private static final class Picks implements DispatchListener {
        private final List<Pick> all = new ArrayList<>();

        @Override
        public void picked(long now, int cpu, int task, long slice) {
            all.add(new Pick(now, cpu, task, slice));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "policy: round-robin, slice: 100",
                "policy: ctss, quantum: 50, words: 4096",
                "policy: ctss, quantum: 50, words: 4096, promotion: 0",
                "policy: lottery, slice: 100, seed: 42",
                "policy: stride, slice: 100",
                "policy: my-stride, slice: 100"
            })
    void onAllThreeHosts(String policy) throws IOException {
        write();
        Path solution = Session.REPOSITORY.resolve("curriculum/06-a-scheduler-policy/solution");
        PluginCompiler.compile(solution);
        try (Catalog catalog = Catalog.open(List.of(solution, Session.REPOSITORY.resolve("plugins")))) {
            ResolvedTimesharing shared = timesharing(catalog, policy);
            ResolvedHost host = host(catalog, policy);
            List<Pick> ofJobs = simulate(shared.policy());
            assertThat(ofJobs).hasSizeGreaterThan(15);
            assertThat(share(shared)).isEqualTo(ofJobs);
            assertThat(host(host)).isEqualTo(ofJobs);
        }
    }

    @Test
    void aMonitorThatWasSavedGoesOnAsIfItHadNotBeen() throws IOException {
        write();
        try (Catalog catalog = Catalog.open(List.of(Session.REPOSITORY.resolve("plugins")))) {
            ResolvedTimesharing shared = timesharing(catalog, "policy: ctss, quantum: 50, words: 4096");
            for (long moment : List.of(1L, 77L, 1000L, 5000L, 9000L)) {
                Monitor first = monitor(shared);
                first.run(Limits.instructions(moment));
                Monitor second = monitor(shared);
                second.load(first.save());
                assertThat(StateHash.of(second.save())).isEqualTo(StateHash.of(first.save()));
                first.run(Limits.NONE);
                second.run(Limits.NONE);
                assertThat(StateHash.of(second.save())).isEqualTo(StateHash.of(first.save()));
                assertThat(second.programs())
                        .allMatch(program -> program.ending().isPresent());
            }
        }
    }

    private static Monitor monitor(ResolvedTimesharing shared) {
        return TimesharingConstruction.build(shared, _ -> _ -> {}, DispatchListener.NONE)
                .monitor();
    }

    private static TaskInfo task(int id) {
        return TaskInfo.of(id, "task" + (id + 1)).withWeight(WEIGHTS.get(id)).withSize(SIZES.get(id));
    }

    private static long length(int id) {
        return 2L * ROUNDS.get(id) + 5;
    }

    private static List<Pick> simulate(ResolvedPolicy policy) {
        List<Job> jobs = new ArrayList<>();
        for (int id = 0; id < ROUNDS.size(); id++) {
            jobs.add(Job.of(task(id), 0, length(id)));
        }
        return Simulator.run(Workload.of("jobs", jobs), policy.create(), policy.setup(1))
                .picks();
    }

    private static List<Pick> share(ResolvedTimesharing shared) {
        Picks picks = new Picks();
        TimesharingConstruction built = TimesharingConstruction.build(shared, _ -> _ -> {}, picks);
        try (Machine _ = built.machine()) {
            assertThat(built.monitor().run(Limits.NONE)).isEmpty();
        }
        return picks.all;
    }

    /** Sizes of guests are those of their machines, so they get those of the jobs here. */
    private static List<Pick> host(ResolvedHost resolved) {
        Picks picks = new Picks();
        List<Guest> guests = new ArrayList<>();
        for (ResolvedGuest guest : resolved.guests()) {
            ExitLog exits = new ExitLog();
            Machine machine = Construction.build(
                    guest.machine(),
                    HostInput.NONE,
                    _ -> {},
                    Optional.empty(),
                    engine -> new TrapAndEmulate().over(engine, exits));
            guests.add(new Guest(machine, task(guests.size()), List.of(exits)));
        }
        ResolvedPolicy policy = resolved.policy();
        Host host = new Host(guests, policy.create(), policy.setup(1), resolved.speed(), picks);
        assertThat(host.run(Limits.NONE)).isEmpty();
        guests.forEach(guest -> guest.machine().close());
        return picks.all;
    }

    private void write() throws IOException {
        Files.writeString(folder.resolve("board.yaml"), """
            kit: 1
            machine: board
            cpu: { isa: riscv, variant: rv64gc, starts-at: 0x80000000, engine: interpret }
            memory:
              ram: { at: 0x80000000, size: 64 KiB }
            devices:
              power: { model: power, at: 0x00100000 }
            """);
        for (int id = 0; id < ROUNDS.size(); id++) {
            String loop = "again: addi t2, t2, -1\n bnez t2, again\n";
            Files.writeString(
                    folder.resolve("program" + id + ".asm"),
                    ".org 0x80000000\n li t0, 0\n li t1, 0\n li a7, 5\n addi t2, zero, " + ROUNDS.get(id) + "\n" + loop
                            + " ecall\n");
            Files.writeString(
                    folder.resolve("guest" + id + ".asm"),
                    ".org 0x80000000\n lui t0, 0x100\n lui t1, 5\n addi t1, t1, 0x555\n addi t2, zero, "
                            + ROUNDS.get(id) + "\n" + loop + " sw t1, 0(t0)\n");
        }
    }

    private ResolvedTimesharing timesharing(Catalog catalog, String policy) throws IOException {
        StringBuilder text = new StringBuilder("""
            kit: 1
            machine: shared
            hardware: board.yaml
            timeshare:
              core: 12288
              scheduler: { %s }
              calls: { by: ecall, number: a7, argument: a0, result: a0 }
              services: { halt: 5 }
            programs:
            """.formatted(policy));
        for (int id = 0; id < ROUNDS.size(); id++) {
            text.append("  task%d: { load: program%d.asm, memory: %d, weight: %d }\n"
                    .formatted(id + 1, id, SIZES.get(id), WEIGHTS.get(id)));
        }
        Diagnostics diagnostics = new Diagnostics();
        Optional<ResolvedTimesharing> resolved = TimesharingReader.read(
                        new SourceFile("shared.yaml", text.toString()), diagnostics)
                .flatMap(config -> TimesharingResolution.resolve(config, folder, catalog, diagnostics));
        diagnostics.throwIfErrors();
        return resolved.orElseThrow();
    }

    private ResolvedHost host(Catalog catalog, String policy) throws IOException {
        StringBuilder text = new StringBuilder("""
            kit: 1
            machine: host
            hardware: board.yaml
            hypervisor:
              technique: trap-and-emulate
              scheduler: { %s }
            guests:
            """.formatted(policy));
        for (int id = 0; id < ROUNDS.size(); id++) {
            text.append("  guest%d: { load: guest%d.asm, memory: 8 KiB }\n".formatted(id, id));
        }
        Diagnostics diagnostics = new Diagnostics();
        Optional<ResolvedHost> resolved = HostReader.read(new SourceFile("host.yaml", text.toString()), diagnostics)
                .flatMap(config -> HostResolution.resolve(config, folder, catalog, diagnostics));
        diagnostics.throwIfErrors();
        return resolved.orElseThrow();
    }
}
