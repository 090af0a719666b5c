package dev.vmkit.testkit.suite;

import dev.vmkit.api.ParameterInfo.Type;
import dev.vmkit.language.device.Quantity;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.language.text.Text;
import dev.vmkit.language.yaml.MappingReader;
import dev.vmkit.language.yaml.Values;
import dev.vmkit.language.yaml.YamlMapping;
import dev.vmkit.language.yaml.YamlReader;
import dev.vmkit.testkit.subject.Octets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a graded suite with all files that it names. */
public final class SuiteReader {
    private static final int VERSION = 1;
    private static final int MOST_CHECKS = 1000;

    private final MappingReader in;
    private final Path folder;
    private final SuiteFiles files;
    private final Diagnostics diagnostics;

    private SuiteReader(MappingReader in, Path folder, SourceFile file) {
        this.in = in;
        this.folder = folder;
        this.diagnostics = in.diagnostics();
        this.files = new SuiteFiles(folder, file, diagnostics);
    }

    /** Whether a file means to be a suite. */
    public static boolean isSuite(SourceFile file) {
        return file.content().lines().anyMatch(line -> line.startsWith("suite:"));
    }

    /**
     * The suite, or nothing if mistakes, which are reported, leave none.
     *
     * @param folder the file's, in which paths start
     */
    public static Optional<Suite> read(SourceFile file, Path folder, Diagnostics diagnostics) {
        return reader(file, folder, diagnostics).flatMap(SuiteReader::suite);
    }

    private static Optional<SuiteReader> reader(SourceFile file, Path folder, Diagnostics diagnostics) {
        return YamlReader.read(file, diagnostics)
                .flatMap(root -> new Values(diagnostics).mapping(root, "the suite"))
                .map(in -> new SuiteReader(in, folder, file));
    }

    /** The suite whose checks come first, and which says what this one does not. */
    private Optional<Suite> base() {
        Optional<Text> path = in.text("extends");
        Optional<SuiteReader> base = path.flatMap(files::text)
                .flatMap(file -> reader(file, files.folderOf(path.orElseThrow()), diagnostics));
        if (base.filter(b -> b.in.has("extends")).isPresent()) {
            diagnostics.report(SuiteProblem.FILE, in.at("extends"), "the suite that is extended extends another one");
            return Optional.empty();
        }
        Optional<Suite> suite = base.flatMap(SuiteReader::suite);
        suite.ifPresent(files::count);
        return suite;
    }

    private Optional<Suite> suite() {
        if (!knowsVersion()) {
            return Optional.empty();
        }
        Optional<Text> name = in.requiredName("suite");
        if (!in.has("suite") && !in.has("checks")) {
            return Optional.empty(); // it is something else, whose other keys are right there
        }
        String about = in.text("about").map(Text::value).orElse("");
        Optional<Suite> base = base();
        Optional<PartUnderTest> part = (in.has("extends")
                        ? in.mapping("part", "the part")
                        : in.requiredMapping("part", "the part"))
                .flatMap(PartReader::read)
                .or(() -> base.map(Suite::part));
        Optional<Path> reference = in.text("reference").flatMap(files::place).or(() -> base.flatMap(Suite::reference));
        Map<String, Octets> materials =
                files.materials(in.texts("files"), base.map(Suite::files).orElse(Map.of()));
        long seed =
                in.unsigned("seed", Long.SIZE).or(() -> base.map(Suite::seed)).orElse(1L);
        Caps caps = in.mapping("limits", "limits")
                .map(this::caps)
                .or(() -> base.map(Suite::caps))
                .orElse(Caps.DEFAULT);
        Optional<LatePolicy> late = new LateReader(in).read().or(() -> base.flatMap(Suite::late));
        Optional<Points> points = new PointsReader(diagnostics).read(in, "points");
        List<Check> checks = new ArrayList<>(base.map(Suite::checks).orElse(List.of()));
        part.ifPresentOrElse(
                p -> checks.addAll(checks(p, reference, seed, List.copyOf(checks), Map.copyOf(materials))),
                () -> in.entries("checks"));
        in.finish();
        points.ifPresent(total -> addUp(total, checks));
        return diagnostics.hasErrors()
                ? Optional.empty()
                : Optional.of(new Suite(
                        name.orElseThrow(),
                        about,
                        part.orElseThrow(),
                        reference,
                        materials,
                        seed,
                        caps,
                        late,
                        checks,
                        folder,
                        files.places(),
                        files.digest()));
    }

    private boolean knowsVersion() {
        Optional<Integer> version = in.requiredInteger("kit", 0, Integer.MAX_VALUE);
        boolean other = version.isPresent() && version.get() != VERSION;
        if (other) {
            diagnostics.report(
                    SuiteProblem.VERSION,
                    in.at("kit"),
                    "this kit reads suites of version 1, not of version " + version.get());
        }
        return !other;
    }

    private Caps caps(MappingReader limits) {
        Optional<Duration> time = amount(limits, "time", Type.DURATION)
                .map(Duration::ofNanos)
                .filter(span -> inRange(limits, "time", span, Caps.LEAST_TIME, Caps.MOST_TIME, "100 ms to 10 minutes"));
        Optional<Long> memory = amount(limits, "memory", Type.SIZE)
                .filter(size ->
                        inRange(limits, "memory", size, Caps.LEAST_MEMORY, Caps.MOST_MEMORY, "32 MiB to 16 GiB"));
        limits.finish();
        return new Caps(time.orElse(Caps.DEFAULT.time()), memory.orElse(Caps.DEFAULT.memory()));
    }

    private Optional<Long> amount(MappingReader limits, String key, Type type) {
        Optional<Text> written = limits.text(key);
        Optional<Long> amount = written.flatMap(text -> Quantity.parse(type, text.value()));
        if (written.isPresent() && amount.isEmpty()) {
            diagnostics.report(
                    SuiteProblem.LIMIT,
                    written.get().span(),
                    "expected " + Quantity.example(type),
                    Quantity.hint(type, written.get().value()));
        }
        return amount;
    }

    private <T extends Comparable<T>> boolean inRange(
            MappingReader limits, String key, T value, T least, T most, String range) {
        boolean inside = value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
        if (!inside) {
            diagnostics.report(
                    SuiteProblem.LIMIT,
                    limits.node(key).orElseThrow().span(),
                    "the " + key + " of a submission is from " + range);
        }
        return inside;
    }

    private List<Check> checks(
            PartUnderTest part,
            Optional<Path> reference,
            long seed,
            List<Check> before,
            Map<String, Octets> materials) {
        in.requiredNode("checks");
        List<YamlMapping.Entry> entries = in.entries("checks");
        if (entries.isEmpty() && in.has("checks") || entries.size() > MOST_CHECKS) {
            diagnostics.report(SuiteProblem.KIND, in.at("checks"), "a suite has 1 to " + MOST_CHECKS + " checks");
            return List.of();
        }
        CheckReader reader = new CheckReader(part, reference, seed, before, files, materials, diagnostics);
        List<Check> checks = new ArrayList<>();
        for (YamlMapping.Entry entry : entries) {
            in.values()
                    .mapping(entry.value(), "check '" + entry.name() + "'")
                    .flatMap(check -> reader.read(entry.key().text(), check))
                    .ifPresent(checks::add);
        }
        return checks;
    }

    private void addUp(Points total, List<Check> checks) {
        Points sum = Points.sum(checks.stream().filter(c -> !c.extra()).map(Check::points));
        if (!sum.equals(total) && !diagnostics.hasErrors()) {
            diagnostics.report(
                    SuiteProblem.POINTS,
                    in.node("points").orElseThrow().span(),
                    "the checks have " + sum + " points together, not " + total,
                    "leave 'points:' out, or change those of the checks");
        }
    }
}
