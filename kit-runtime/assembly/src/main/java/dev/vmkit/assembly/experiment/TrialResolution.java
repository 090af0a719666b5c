package dev.vmkit.assembly.experiment;

import dev.vmkit.assembly.catalog.Catalog;
import dev.vmkit.assembly.config.GuestConfig;
import dev.vmkit.assembly.config.HostConfig;
import dev.vmkit.assembly.config.HostReader;
import dev.vmkit.assembly.config.LimitsConfig;
import dev.vmkit.assembly.config.MachineProblem;
import dev.vmkit.assembly.host.HostResolution;
import dev.vmkit.assembly.host.ResolvedGuest;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.language.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds out what every name of an experiment stands for. */
public final class TrialResolution {
    private final Experiment experiment;
    private final Path folder;
    private final Catalog catalog;
    private final Diagnostics diagnostics;

    private TrialResolution(Experiment experiment, Path folder, Catalog catalog, Diagnostics diagnostics) {
        this.experiment = experiment;
        this.folder = folder;
        this.catalog = catalog;
        this.diagnostics = diagnostics;
    }

    /**
     * All trials, those of a guest one after the other; nothing if {@code diagnostics} has an error.
     *
     * @param folder the folder of the experiment file, in which its paths start
     * @throws dev.vmkit.assembly.catalog.PluginFailure if code of a plugin fails
     */
    public static List<Trial> resolve(Experiment experiment, Path folder, Catalog catalog, Diagnostics diagnostics) {
        TrialResolution resolution = new TrialResolution(experiment, folder, catalog, diagnostics);
        List<Trial> trials = resolution.trials();
        if (!diagnostics.hasErrors()) {
            resolution.checkClaims(trials);
            resolution.checkCosts(trials);
        }
        return diagnostics.hasErrors() ? List.of() : trials;
    }

    private List<Trial> trials() {
        Optional<Path> path = machine();
        if (path.isEmpty()) {
            return List.of();
        }
        Optional<SourceFile> source = read(path.get());
        return source.isPresent() && HostReader.isHost(source.get())
                ? together(
                        source.get(),
                        Objects.requireNonNull(path.get().toAbsolutePath().getParent()))
                : alone(source);
    }

    private List<Trial> together(SourceFile source, Path home) {
        if (!experiment.guests().isEmpty()) {
            diagnostics.report(
                    ExperimentProblem.GUESTS,
                    experiment.guests().getFirst().guest().name().span(),
                    "'" + experiment.machine() + "' is a host file: its guests run, and no others");
        }
        return HostReader.read(source, diagnostics).stream()
                .flatMap(host -> experiment.ways().stream().flatMap(way -> together(host, way, home)))
                .toList();
    }

    private Stream<Trial> together(HostConfig host, Way way, Path home) {
        HostConfig changed = new HostConfig(
                host.file(),
                host.name(),
                host.about(),
                host.hardware(),
                way.technique().orElse(host.technique()),
                way.technique().isPresent() ? way.shadow() : host.shadow(),
                way.scheduler().or(host::scheduler),
                host.guests(),
                experiment.limits().equals(LimitsConfig.NONE) ? host.limits() : experiment.limits(),
                host.span());
        return resolve(changed, home, way, List.of());
    }

    private List<Trial> alone(Optional<SourceFile> source) {
        List<Subject> subjects = experiment.guests().isEmpty() ? List.of(machinesOwn()) : experiment.guests();
        List<Trial> trials = new ArrayList<>();
        for (Subject subject : subjects) {
            for (Way way : experiment.ways()) {
                if (source.isPresent() && !diagnostics.hasErrors()) {
                    alone(source.get(), subject, way).forEach(trials::add);
                }
            }
        }
        return trials;
    }

    /** A guest that runs what its machine file says. */
    private static Subject machinesOwn() {
        Text name = Text.synthetic("the kit's choice", "guest");
        GuestConfig config = new GuestConfig(
                name,
                Optional.empty(),
                1,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                1,
                0,
                0);
        return new Subject(config, List.of());
    }

    private Stream<Trial> alone(SourceFile source, Subject subject, Way way) {
        if (way.technique().isEmpty() || way.scheduler().isPresent()) {
            diagnostics.report(
                    ExperimentProblem.GUESTS,
                    way.name().span(),
                    "guests of '" + experiment.machine() + "' run alone, so there is nothing to schedule",
                    "'machine:' may name a host file");
            return Stream.empty();
        }
        HostConfig host = new HostConfig(
                source,
                experiment.name(),
                experiment.about(),
                experiment.machine(),
                way.technique().get(),
                way.shadow(),
                Optional.empty(),
                List.of(subject.guest()),
                experiment.limits(),
                experiment.machine().span());
        return resolve(host, folder, way, subject.words());
    }

    private Stream<Trial> resolve(HostConfig host, Path home, Way way, List<Word> words) {
        return HostResolution.resolve(host, home, catalog, diagnostics).map(h -> new Trial(way, h, words)).stream();
    }

    private void checkClaims(List<Trial> trials) {
        List<String> guests = trials.stream()
                .flatMap(trial -> trial.host().guests().stream())
                .map(ResolvedGuest::name)
                .distinct()
                .toList();
        for (Claim claim : experiment.claims()) {
            claim.measures()
                    .flatMap(measure -> measure.guest().stream())
                    .filter(guest -> !guests.contains(guest))
                    .forEach(guest -> diagnostics.report(
                            ExperimentProblem.CLAIM,
                            claim.written().span(),
                            "there is no guest '" + guest + "'",
                            "there are: " + String.join(", ", guests)));
        }
    }

    /** Every technique has its costs, and what they add is there. */
    private void checkCosts(List<Trial> trials) {
        List<String> techniques = trials.stream()
                .map(trial -> trial.host().technique())
                .distinct()
                .toList();
        for (CostProfile profile : experiment.costs()) {
            trials.stream()
                    .flatMap(trial -> trial.host().guests().stream())
                    .filter(guest -> guest.techniques().size() > 1)
                    .findFirst()
                    .ifPresent(guest -> missing(
                            profile,
                            "has costs of one monitor, and guest '" + guest.name() + "' runs under "
                                    + guest.techniques().size()));
            for (String technique : techniques) {
                CostProfile.Costs costs = profile.techniques().get(technique);
                if (costs == null) {
                    missing(profile, "does not say what '" + technique + "' costs");
                } else {
                    costs.adds()
                            .map(CostProfile.Borrowed::from)
                            .filter(from -> !techniques.contains(from.value()))
                            .ifPresent(from -> missing(
                                    profile,
                                    "adds exits of '" + from + "' to '" + technique
                                            + "', which the experiment does not run"));
                }
            }
        }
    }

    private void missing(CostProfile profile, String what) {
        diagnostics.report(
                ExperimentProblem.COSTS,
                profile.name().span(),
                "the cost profile '" + profile.name() + "' " + what,
                "name it under 'under:', or take another profile");
    }

    private Optional<Path> machine() {
        try {
            Path path = folder.resolve(experiment.machine().value());
            if (Files.isRegularFile(path)) {
                return Optional.of(path);
            }
        } catch (InvalidPathException e) {
            // No path, so no file.
        }
        return unreadable("there is no file '" + experiment.machine() + "'");
    }

    private Optional<SourceFile> read(Path path) {
        try {
            return Optional.of(new SourceFile(path.toString(), Files.readString(path)));
        } catch (IOException e) {
            return unreadable("'" + experiment.machine() + "' cannot be read as a machine file");
        }
    }

    private <T> Optional<T> unreadable(String message) {
        diagnostics.report(MachineProblem.FILE, experiment.machine().span(), message);
        return Optional.empty();
    }
}
