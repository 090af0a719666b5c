package dev.vmkit.testkit.local;

import dev.vmkit.assembly.catalog.Catalog;
import dev.vmkit.assembly.config.HostReader;
import dev.vmkit.assembly.host.HostConstruction;
import dev.vmkit.assembly.host.HostResolution;
import dev.vmkit.assembly.host.ResolvedHost;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.layers.hypervisor.Exit;
import dev.vmkit.layers.hypervisor.Guest;
import dev.vmkit.layers.hypervisor.Host;
import dev.vmkit.machine.board.Limits;
import dev.vmkit.machine.board.Outcome;
import dev.vmkit.testkit.subject.Answer;
import dev.vmkit.testkit.subject.Observation;
import dev.vmkit.testkit.subject.Question;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs a host with its guests. */
final class HostTrial {
    private final Catalog catalog;
    private final Path folder;
    private final Question.Run question;

    HostTrial(Catalog catalog, Path folder, Question.Run question) {
        this.catalog = catalog;
        this.folder = folder;
        this.question = question;
    }

    Answer run(SourceFile file) {
        ResolvedHost resolved = resolve(file);
        Picks picks = new Picks(
                question.wanted().picks(), task -> resolved.guests().get(task).name());
        GuestScreens screens = GuestScreens.of(resolved);
        Host host = HostConstruction.build(resolved, screens::connection, picks);
        try {
            Optional<Outcome> early = host.run(Limits.instructions(question.budget()));
            if (host.fault().isPresent()) {
                return new Answer.Failed("the policy", host.fault().get().toString());
            }
            List<Observation> guests = host.guests().stream()
                    .map(guest -> observe(guest, screens.text(guest.name()), early))
                    .toList();
            return new Answer.Ran(guests, picks.all());
        } finally {
            host.guests().forEach(guest -> guest.machine().close());
        }
    }

    private ResolvedHost resolve(SourceFile file) {
        Diagnostics mistakes = new Diagnostics();
        Optional<ResolvedHost> resolved = HostReader.read(file, mistakes)
                .flatMap(host -> HostResolution.resolve(host, folder, catalog, mistakes));
        mistakes.throwIfErrors();
        return resolved.orElseThrow();
    }

    private Observation observe(Guest guest, String console, Optional<Outcome> early) {
        Outcome outcome = guest.outcome().or(() -> early).orElseGet(Outcome.Stopped::new);
        return new Observation(
                guest.name(),
                console,
                Endings.of(outcome),
                outcome.message(),
                guest.instructions(),
                MachineTrial.values(guest.machine(), question.wanted()),
                List.of(),
                MachineTrial.state(guest.machine(), question.wanted()),
                exits(guest),
                Map.of());
    }

    /** By cause, by cause and detail, and altogether. */
    private static Map<String, Long> exits(Guest guest) {
        Map<String, Long> exits = new LinkedHashMap<>();
        exits.put("total", guest.exits().total());
        for (Exit.Cause cause : Exit.Cause.values()) {
            exits.put(cause.toString(), 0L);
        }
        guest.exits().counts().forEach((exit, count) -> {
            exits.merge(exit.cause().toString(), count, Long::sum);
            exits.merge(exit.cause() + ": " + exit.detail(), count, Long::sum);
        });
        return exits;
    }
}
