package dev.vmkit.assembly.experiment;

import dev.vmkit.assembly.config.GuestConfig;
import dev.vmkit.assembly.config.GuestReader;
import dev.vmkit.assembly.config.LimitsConfig;
import dev.vmkit.assembly.config.LimitsReader;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.language.text.Text;
import dev.vmkit.language.yaml.MappingReader;
import dev.vmkit.language.yaml.Values;
import dev.vmkit.language.yaml.YamlMapping;
import dev.vmkit.language.yaml.YamlReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads an experiment file. */
public final class ExperimentReader {
    private static final int VERSION = 1;
    private static final int MOST_GUESTS = 64;
    private static final int MOST_ITERATIONS = 1_000_000_000;

    private final MappingReader in;
    private final Path folder;
    private final Diagnostics diagnostics;

    private ExperimentReader(MappingReader in, Path folder) {
        this.in = in;
        this.folder = folder;
        this.diagnostics = in.diagnostics();
    }

    /**
     * The experiment, or nothing if mistakes, which are reported, leave none.
     *
     * @param folder the file's, in which paths of cost profiles start
     * @param more cost profiles besides those it names; one takes the place of the experiment's of its name
     */
    public static Optional<Experiment> read(
            SourceFile file, Path folder, List<CostProfile> more, Diagnostics diagnostics) {
        return YamlReader.read(file, diagnostics)
                .flatMap(root -> new Values(diagnostics).mapping(root, "the experiment"))
                .flatMap(in -> new ExperimentReader(in, folder).experiment(more));
    }

    /**
     * The claims of another experiment's file, about the guests and ways of this one; mistakes are reported.
     *
     * @param file the other one, whatever else it says
     */
    public static List<Claim> claims(SourceFile file, Experiment about, Diagnostics diagnostics) {
        return YamlReader.read(file, diagnostics)
                .flatMap(root -> new Values(diagnostics).mapping(root, "the experiment"))
                .map(in -> new ExperimentReader(in, Path.of("")).claims(about.ways(), about.costs(), true))
                .orElse(List.of());
    }

    static boolean knowsVersion(MappingReader in) {
        Optional<Integer> version = in.requiredInteger("kit", 0, Integer.MAX_VALUE);
        if (version.isPresent() && version.get() != VERSION) {
            in.diagnostics()
                    .report(
                            ExperimentProblem.VERSION,
                            in.at("kit"),
                            "this kit reads experiments and cost profiles of version 1, not of version "
                                    + version.get());
        }
        return version.isPresent() && version.get() == VERSION;
    }

    private Optional<Experiment> experiment(List<CostProfile> more) {
        if (!knowsVersion(in)) {
            return Optional.empty();
        }
        Optional<Text> name = in.requiredText("experiment");
        String about = in.text("about").map(Text::value).orElse("");
        Optional<Text> machine = in.requiredText("machine");
        List<Subject> guests = guests();
        List<Way> ways = new WayReader(in).read("under");
        List<Text> named = in.texts("costs");
        List<CostProfile> own = costs(named);
        List<CostProfile> costs = together(own, more);
        Optional<Iterations> iterations = in.mapping("iterations", "iterations").flatMap(this::iterations);
        List<Word> timed = words(in, "timed");
        List<Claim> claims = claims(ways, costs, own.size() == named.size());
        LimitsConfig limits =
                in.mapping("limits", "limits").map(LimitsReader::read).orElse(LimitsConfig.NONE);
        in.finish();
        return diagnostics.hasErrors() || name.isEmpty() || machine.isEmpty()
                ? Optional.empty()
                : Optional.of(new Experiment(
                        name.get(), about, machine.get(), guests, ways, costs, iterations, timed, claims, limits));
    }

    private List<Subject> guests() {
        List<Subject> guests = new ArrayList<>();
        for (YamlMapping.Entry entry : in.entries("guests")) {
            in.values().name(entry.key());
            in.values()
                    .mapping(entry.value(), "guest '" + entry.name() + "'")
                    .map(guest -> guest(entry.key().text(), guest))
                    .ifPresent(guests::add);
        }
        if (guests.size() > MOST_GUESTS) {
            diagnostics.report(
                    ExperimentProblem.GUESTS, in.at("guests"), "an experiment has at most " + MOST_GUESTS + " guests");
        }
        return guests;
    }

    private Subject guest(Text name, MappingReader guest) {
        List<Word> words = words(guest, "words");
        GuestConfig config = GuestReader.read(name, guest);
        if (config.copies() != 1) {
            diagnostics.report(ExperimentProblem.GUESTS, name.span(), "each guest of an experiment runs alone, once");
        }
        return new Subject(config, words);
    }

    private static List<Word> words(MappingReader from, String key) {
        List<Word> words = new ArrayList<>();
        for (YamlMapping.Entry word : from.entries(key)) {
            from.values()
                    .unsigned(word.value(), Long.SIZE)
                    .ifPresent(value -> words.add(new Word(word.key().text(), value)));
        }
        return words;
    }

    private List<CostProfile> costs(List<Text> names) {
        List<CostProfile> profiles = new ArrayList<>();
        names.forEach(name -> CostProfiles.find(name, folder, diagnostics).ifPresent(profiles::add));
        return profiles;
    }

    private static List<CostProfile> together(List<CostProfile> own, List<CostProfile> more) {
        Map<String, CostProfile> profiles = new LinkedHashMap<>();
        own.forEach(profile -> profiles.put(profile.name().value(), profile));
        more.forEach(profile -> profiles.put(profile.name().value(), profile));
        return List.copyOf(profiles.values());
    }

    private Optional<Iterations> iterations(MappingReader it) {
        Optional<Text> place = it.requiredText("at");
        Optional<Integer> few = it.requiredInteger("short", 1, MOST_ITERATIONS - 1);
        Optional<Integer> many = it.requiredInteger("long", few.orElse(1) + 1, MOST_ITERATIONS);
        it.finish();
        return place.flatMap(p -> few.flatMap(f -> many.map(m -> new Iterations(p, f, m))));
    }

    private List<Claim> claims(List<Way> ways, List<CostProfile> costs, boolean allCosts) {
        ClaimReader reader = new ClaimReader(
                Stream.concat(
                                Stream.of(Way.BARE),
                                ways.stream().map(way -> way.name().value()))
                        .toList(),
                costs.stream().map(profile -> profile.name().value()).toList(),
                allCosts,
                diagnostics);
        List<Claim> claims = new ArrayList<>();
        in.texts("claims").forEach(written -> reader.read(written).ifPresent(claims::add));
        return claims;
    }
}
