package dev.vmkit.tools.cli;

import dev.vmkit.assembly.catalog.Catalog;
import dev.vmkit.assembly.config.TimesharingReader;
import dev.vmkit.assembly.timeshare.ResolvedTimesharing;
import dev.vmkit.assembly.timeshare.TimesharingConstruction;
import dev.vmkit.assembly.timeshare.TimesharingResolution;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.layers.schedule.DispatchListener;
import dev.vmkit.layers.timeshare.Monitor;
import dev.vmkit.machine.board.Outcome;
import dev.vmkit.machine.state.StateHash;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/** Runs programs that share a machine, for {@code kit run}. */
record TimesharingRun(
        Surroundings surroundings,
        Screen screen,
        LimitOptions limits,
        Optional<String> folder,
        boolean json,
        boolean stats,
        boolean hash) {

    /** The exit code. */
    int run(Catalog catalog, SourceFile file) throws IOException {
        return report(execute(resolve(catalog, file)));
    }

    private TimesharingReport execute(ResolvedTimesharing resolved) throws IOException {
        try (NamedScreens screens = new NamedScreens(surroundings, folder.map(surroundings::path), json)) {
            TimesharingConstruction built = TimesharingConstruction.build(
                    resolved, program -> screens.of(program.name()), DispatchListener.NONE);
            Monitor monitor = built.monitor();
            try (Ending _ = new Ending(monitor::stop, built.machine()::close)) {
                Optional<Outcome> early = monitor.run(limits.of(resolved.limits()));
                return new TimesharingReport(resolved, monitor, early, screens);
            }
        }
    }

    private ResolvedTimesharing resolve(Catalog catalog, SourceFile file) {
        Diagnostics diagnostics = new Diagnostics();
        Path home = Objects.requireNonNull(surroundings.path(file.name()).getParent());
        Optional<ResolvedTimesharing> resolved = TimesharingReader.read(file, diagnostics)
                .flatMap(host -> TimesharingResolution.resolve(host, home, catalog, diagnostics));
        diagnostics.throwIfErrors();
        screen.report(diagnostics.list());
        return resolved.orElseThrow();
    }

    private int report(TimesharingReport report) {
        Optional<String> state =
                hash ? Optional.of(StateHash.of(report.monitor().save())) : Optional.empty();
        if (json) {
            screen.print(report.json(state).pretty());
        } else {
            screen.say(report.text(stats));
            state.ifPresent(digest -> screen.say("state " + digest));
        }
        return report.exitCode();
    }
}
