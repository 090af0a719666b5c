package dev.vmkit.tools.cli;

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
import dev.vmkit.machine.board.Machine;
import dev.vmkit.machine.board.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Runs a host with its guests, for {@code kit run}. */
record HostRun(
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

    /** When it returns, a terminal is the person's again. */
    private HostReport execute(ResolvedHost resolved) throws IOException {
        try (GuestConsoles consoles = GuestConsoles.of(surroundings, resolved, folder.map(surroundings::path), json)) {
            Host host = HostConstruction.build(resolved, consoles::connection, DispatchListener.NONE);
            try (Ending _ = new Ending(host::stop, () -> close(host.guests()))) {
                consoles.begin(host);
                long start = System.nanoTime();
                Optional<Outcome> early = host.run(limits.of(resolved.limits()));
                return new HostReport(resolved, host, early, consoles.missing(), System.nanoTime() - start);
            }
        }
    }

    private ResolvedHost resolve(Catalog catalog, SourceFile file) {
        Diagnostics diagnostics = new Diagnostics();
        Path home = Objects.requireNonNull(surroundings.path(file.name()).getParent());
        Optional<ResolvedHost> resolved = HostReader.read(file, diagnostics)
                .flatMap(host -> HostResolution.resolve(host, home, catalog, diagnostics));
        diagnostics.throwIfErrors();
        screen.report(diagnostics.list());
        return resolved.orElseThrow();
    }

    private static void close(List<Guest> guests) {
        guests.stream().map(Guest::machine).forEach(Machine::close);
    }

    private int report(HostReport report) {
        if (json) {
            screen.print(report.json(hash, stats).pretty());
        } else {
            screen.say(report.text(hash, stats));
        }
        return report.exitCode();
    }
}
