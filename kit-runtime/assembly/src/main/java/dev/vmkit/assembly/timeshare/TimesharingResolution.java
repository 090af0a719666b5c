package dev.vmkit.assembly.timeshare;

import dev.vmkit.api.TaskInfo;
import dev.vmkit.assembly.assemble.MachineFiles;
import dev.vmkit.assembly.assemble.Resolution;
import dev.vmkit.assembly.assemble.ResolvedMachine;
import dev.vmkit.assembly.assemble.ResolvedMemory;
import dev.vmkit.assembly.assemble.ResolvedProgram;
import dev.vmkit.assembly.assemble.RunLimits;
import dev.vmkit.assembly.catalog.Catalog;
import dev.vmkit.assembly.config.LoadConfig;
import dev.vmkit.assembly.config.MachineConfig;
import dev.vmkit.assembly.config.MachineProblem;
import dev.vmkit.assembly.config.MachineReader;
import dev.vmkit.assembly.config.TimesharingConfig;
import dev.vmkit.assembly.config.TimesharingConfig.ProgramConfig;
import dev.vmkit.assembly.schedule.PolicyResolver;
import dev.vmkit.assembly.schedule.ResolvedPolicy;
import dev.vmkit.assembly.timeshare.ResolvedTimesharing.ResolvedUserProgram;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.layers.timeshare.Calls;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds out what every name of a host file with {@code timeshare:} stands for. All mistakes are reported. */
public final class TimesharingResolution {
    private final TimesharingConfig host;
    private final MachineFiles files;
    private final Catalog catalog;
    private final Diagnostics diagnostics;

    private TimesharingResolution(TimesharingConfig host, Path folder, Catalog catalog, Diagnostics diagnostics) {
        this.host = host;
        this.files = new MachineFiles(folder, diagnostics);
        this.catalog = catalog;
        this.diagnostics = diagnostics;
    }

    /**
     * The programs and their machine, or nothing if {@code diagnostics} has an error.
     *
     * @param folder the folder of the host file, in which its paths start
     * @throws dev.vmkit.assembly.catalog.PluginFailure if code of a plugin fails
     */
    public static Optional<ResolvedTimesharing> resolve(
            TimesharingConfig host, Path folder, Catalog catalog, Diagnostics diagnostics) {
        return new TimesharingResolution(host, folder, catalog, diagnostics)
                .resolve()
                .filter(_ -> !diagnostics.hasErrors());
    }

    private Optional<ResolvedTimesharing> resolve() {
        Optional<ResolvedPolicy> policy = new PolicyResolver(catalog, diagnostics).resolve(host.scheduler());
        Optional<MachineConfig> board =
                files.source(host.hardware()).flatMap(source -> MachineReader.read(source, diagnostics));
        Path home = files.home(host.hardware());
        Optional<ResolvedMachine> hardware =
                board.flatMap(b -> Resolution.resolve(b.withLoad(List.of()), home, catalog, diagnostics));
        Optional<ResolvedMemory> memory = hardware.flatMap(this::memory);
        if (memory.isEmpty()) {
            return Optional.empty();
        }
        UserProgramLayout layout = new UserProgramLayout(memory.get(), host.core(), diagnostics);
        List<ResolvedUserProgram> programs = new ArrayList<>();
        for (ProgramConfig program : host.programs()) {
            program(program, board.get(), home)
                    .flatMap(code -> layout.image(program, code, task(program)))
                    .ifPresent(one -> add(one, program, programs));
        }
        Optional<Calls> calls = new CallResolution(hardware.get().isa(), diagnostics).resolve(host.calls());
        return policy.isEmpty() || calls.isEmpty()
                ? Optional.empty()
                : Optional.of(new ResolvedTimesharing(
                        host.name().value(),
                        host.about(),
                        hardware.get(),
                        memory.get().start(),
                        layout.core(),
                        host.wordTicks(),
                        policy.get(),
                        calls.get(),
                        programs,
                        RunLimits.of(host.limits())));
    }

    /** The memory whose end is the core: the first that instructions come from and that can be written. */
    private Optional<ResolvedMemory> memory(ResolvedMachine hardware) {
        if (hardware.isa().model().privilege().isEmpty()) {
            diagnostics.report(
                    MachineProblem.TIMESHARE,
                    host.hardware().span(),
                    "'" + hardware.isa().name() + "' does not say which state holds its mode");
            return Optional.empty();
        }
        String space = physical(hardware);
        Optional<ResolvedMemory> memory = hardware.memory().stream()
                .filter(m -> m.writable() && m.space().name().equals(space))
                .findFirst();
        if (memory.isEmpty()) {
            diagnostics.report(
                    MachineProblem.TIMESHARE, host.hardware().span(), "the hardware has no memory for programs");
        }
        return memory;
    }

    private static String physical(ResolvedMachine hardware) {
        String fetch = hardware.isa().model().fetch().name();
        return hardware.isa().model().fetch().over().orElse(fetch);
    }

    /** A program as it would be loaded into the hardware: it is written for addresses there. */
    private Optional<ResolvedProgram> program(ProgramConfig program, MachineConfig board, Path home) {
        return files.readable(program.load().file())
                .map(file -> new LoadConfig(
                        program.load().file().standingFor(file.toAbsolutePath().toString()),
                        program.load().at(),
                        program.load().format()))
                .flatMap(load -> Resolution.resolve(board.withLoad(List.of(load)), home, catalog, diagnostics))
                .map(machine -> machine.programs().getLast());
    }

    private static TaskInfo task(ProgramConfig program) {
        return TaskInfo.of(0, program.name().value())
                .withWeight(program.weight())
                .withPriority(program.priority());
    }

    private void add(ResolvedUserProgram one, ProgramConfig program, List<ResolvedUserProgram> all) {
        for (int i = 1; i <= program.copies(); i++) {
            String name = program.name() + (program.copies() > 1 ? Integer.toString(i) : "");
            if (all.stream().anyMatch(other -> other.name().equals(name))) {
                diagnostics.report(
                        MachineProblem.TIMESHARE,
                        program.name().span(),
                        "there are two programs called '" + name + "'");
            }
            all.add(one.named(all.size(), name));
        }
    }
}
