package dev.vmkit.testkit.local;

import dev.vmkit.assembly.catalog.Catalog;
import dev.vmkit.assembly.config.TimesharingReader;
import dev.vmkit.assembly.timeshare.ResolvedTimesharing;
import dev.vmkit.assembly.timeshare.TimesharingConstruction;
import dev.vmkit.assembly.timeshare.TimesharingResolution;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.layers.timeshare.Ending.Exited;
import dev.vmkit.layers.timeshare.Ending.Stopped;
import dev.vmkit.layers.timeshare.Monitor;
import dev.vmkit.layers.timeshare.Program;
import dev.vmkit.machine.board.Limits;
import dev.vmkit.machine.board.Machine;
import dev.vmkit.machine.board.Outcome;
import dev.vmkit.testkit.subject.Answer;
import dev.vmkit.testkit.subject.Ending;
import dev.vmkit.testkit.subject.Observation;
import dev.vmkit.testkit.subject.Question;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Runs programs that share a machine. */
final class SharedTrial {
    private final Catalog catalog;
    private final Path folder;
    private final Question.Run question;
    private final Map<String, ConsoleText> screens = new LinkedHashMap<>();

    SharedTrial(Catalog catalog, Path folder, Question.Run question) {
        this.catalog = catalog;
        this.folder = folder;
        this.question = question;
    }

    Answer run(SourceFile file) {
        ResolvedTimesharing resolved = resolve(file);
        Picks picks = new Picks(
                question.wanted().picks(), task -> resolved.programs().get(task).name());
        TimesharingConstruction built = TimesharingConstruction.build(
                resolved, program -> screens.computeIfAbsent(program.name(), _ -> new ConsoleText()), picks);
        try (Machine _ = built.machine()) {
            Monitor monitor = built.monitor();
            Optional<Outcome> early = monitor.run(Limits.instructions(question.budget()));
            if (monitor.fault().isPresent()) {
                return new Answer.Failed("the policy", monitor.fault().get().toString());
            }
            List<Observation> programs = monitor.programs().stream()
                    .map(program -> observe(program, early))
                    .toList();
            return new Answer.Ran(programs, picks.all());
        }
    }

    private ResolvedTimesharing resolve(SourceFile file) {
        Diagnostics mistakes = new Diagnostics();
        Optional<ResolvedTimesharing> resolved = TimesharingReader.read(file, mistakes)
                .flatMap(host -> TimesharingResolution.resolve(host, folder, catalog, mistakes));
        mistakes.throwIfErrors();
        return resolved.orElseThrow();
    }

    private Observation observe(Program program, Optional<Outcome> early) {
        return new Observation(
                program.name(),
                Objects.requireNonNull(screens.get(program.name())).text(),
                ending(program),
                detail(program, early),
                program.used(),
                Map.of(),
                List.of(),
                "",
                Map.of(),
                Map.of());
    }

    private static Ending ending(Program program) {
        return program.ending()
                .map(how -> switch (how) {
                    case Exited(long status) -> status == 0 ? Ending.OFF : Ending.FAILED;
                    case Stopped _ -> Ending.STUCK;
                })
                .orElse(Ending.LIMIT);
    }

    private static String detail(Program program, Optional<Outcome> early) {
        return program.ending()
                .map(how -> switch (how) {
                    case Exited(long status) -> status == 0 ? "" : "reported failure " + status;
                    case Stopped(String why, long address) -> "stopped at 0x%x: %s".formatted(address, why);
                })
                .orElseGet(() -> early.map(Outcome::message).orElse(""));
    }
}
