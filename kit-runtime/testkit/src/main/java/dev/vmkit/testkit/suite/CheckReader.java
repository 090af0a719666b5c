package dev.vmkit.testkit.suite;

import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.Suggestion;
import dev.vmkit.language.text.Text;
import dev.vmkit.language.yaml.MappingReader;
import dev.vmkit.testkit.subject.Octets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads checks, one after another; each may depend on those before it. */
final class CheckReader {
    /** Reports and tables show it in a line. */
    private static final Pattern NAME = Pattern.compile("(?=.*\\S)[^\\p{Cntrl}]{1,200}");

    private final Diagnostics diagnostics;
    private final TrialReader trials;
    private final Map<String, Octets> materials;
    private final Map<String, Integer> numbers = new LinkedHashMap<>();

    /** @param before checks of the suite that this one extends */
    CheckReader(
            PartUnderTest part,
            Optional<Path> reference,
            long seed,
            List<Check> before,
            SuiteFiles files,
            Map<String, Octets> materials,
            Diagnostics diagnostics) {
        before.forEach(check -> numbers.put(check.name().value(), check.number()));
        this.diagnostics = diagnostics;
        this.materials = materials;
        this.trials = new TrialReader(part, reference, seed, files, diagnostics);
    }

    Optional<Check> read(Text name, MappingReader in) {
        if (!NAME.matcher(name.value()).matches()) {
            diagnostics.report(
                    SuiteProblem.KIND,
                    name.span(),
                    "a check's name is one line of up to 200 characters",
                    "write a sentence that is true if it passes");
        }
        List<Integer> after = after(in);
        int number = numbers.size() + 1;
        if (numbers.putIfAbsent(name.value(), number) != null) {
            diagnostics.report(
                    SuiteProblem.ORDER, name.span(), "the suite that this one extends has a check of this name");
        }
        Points points = new PointsReader(diagnostics).read(in, "points").orElse(Points.of(1));
        boolean extra = in.bool("extra").orElse(false);
        boolean partial = in.bool("partial").orElse(false);
        Visibility visibility = in.text("visibility").flatMap(this::visibility).orElse(Visibility.VISIBLE);
        String hint = in.text("hint").map(Text::value).orElse("");
        List<String> tags = in.texts("tags").stream().map(Text::value).toList();
        Optional<Trial> trial = trials.read(name, in);
        in.finish();
        return trial.map(
                t -> new Check(name, number, points, extra, partial, visibility, after, hint, tags, t, materials));
    }

    private List<Integer> after(MappingReader in) {
        List<Integer> after = new ArrayList<>();
        for (Text name : in.texts("after")) {
            Integer number = numbers.get(name.value());
            if (number == null) {
                diagnostics.report(
                        SuiteProblem.ORDER,
                        name.span(),
                        "there is no check '" + name + "' before this one",
                        Suggestion.didYouMean(name.value(), numbers.keySet()));
            } else {
                after.add(number);
            }
        }
        return after;
    }

    private Optional<Visibility> visibility(Text written) {
        List<String> words = Arrays.stream(Visibility.values())
                .map(v -> v.name().toLowerCase(Locale.ROOT))
                .toList();
        int found = words.indexOf(written.value());
        if (found < 0) {
            diagnostics.report(
                    SuiteProblem.KIND,
                    written.span(),
                    "there is no visibility '" + written + "'",
                    "it is one of " + String.join(", ", words));
        }
        return found < 0 ? Optional.empty() : Optional.of(Visibility.values()[found]);
    }
}
