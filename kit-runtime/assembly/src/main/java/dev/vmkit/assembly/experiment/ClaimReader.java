package dev.vmkit.assembly.experiment;

import dev.vmkit.assembly.experiment.Claim.Measure;
import dev.vmkit.assembly.experiment.Claim.Number;
import dev.vmkit.assembly.experiment.Claim.Quantity;
import dev.vmkit.assembly.experiment.Claim.Relation;
import dev.vmkit.assembly.experiment.Claim.Side;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.Suggestion;
import dev.vmkit.language.text.Text;
import dev.vmkit.layers.hypervisor.Exit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads claims.
 *
 * @param ways the names of all ways
 * @param costs the names of the cost profiles
 * @param allCosts whether these are all; what is claimed of one that could not be read is no mistake of its own
 */
record ClaimReader(List<String> ways, List<String> costs, boolean allCosts, Diagnostics diagnostics) {
    private static final Pattern CLAIM = Pattern.compile("([^=!<>]+)(!=|<=|>=|=|<|>)([^=!<>]+)");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,15}(\\.[0-9]{1,6})?");
    private static final Pattern MEASURE = Pattern.compile("([a-z]+)(?:\\[([^\\]()]+)\\])?\\(([^()\\[\\]]+)\\)");
    private static final List<String> CAUSES =
            Arrays.stream(Exit.Cause.values()).map(Object::toString).toList();

    Optional<Claim> read(Text written) {
        Matcher claim = CLAIM.matcher(written.value());
        if (!claim.matches()) {
            return refuse(written, "a claim is two sides with one of = != < <= > >= between them", "");
        }
        Optional<Side> left = side(written.part(claim.start(1), claim.end(1)).strip());
        Optional<Side> right = side(written.part(claim.start(3), claim.end(3)).strip());
        Relation relation = Relation.of(claim.group(2));
        return left.flatMap(l -> right.map(r -> new Claim(written, l, relation, r)));
    }

    private Optional<Side> side(Text written) {
        if (NUMBER.matcher(written.value()).matches()) {
            return Optional.of(new Number(Double.parseDouble(written.value())));
        }
        Matcher measure = MEASURE.matcher(written.value());
        if (!measure.matches()) {
            return refuse(
                    written, "'" + written + "' is no number and no measure", "write exits(WAY) or exits(GUEST, WAY)");
        }
        List<String> all = Stream.of(Quantity.values()).map(ClaimReader::word).toList();
        if (!all.contains(measure.group(1))) {
            return unknown(written, "measure", measure.group(1), all);
        }
        return measure(written, Quantity.valueOf(measure.group(1).toUpperCase(Locale.ROOT)), measure);
    }

    private static String word(Quantity what) {
        return what.name().toLowerCase(Locale.ROOT);
    }

    private Optional<Side> measure(Text written, Quantity what, Matcher match) {
        Optional<String> part = Optional.ofNullable(match.group(2));
        String of = match.group(3);
        int comma = of.lastIndexOf(',');
        String way = of.substring(comma + 1).strip();
        Optional<String> guest = comma < 0
                ? Optional.empty()
                : Optional.of(of.substring(0, comma).strip());
        if (!ways.contains(way)) {
            return unknown(written, "way", way, ways);
        }
        if (what == Quantity.CYCLES && !allCosts && !part.map(costs::contains).orElse(false)) {
            return Optional.empty();
        }
        List<String> parts = parts(what);
        if (part.isPresent() && !parts.contains(part.get()) && !(what == Quantity.EXITS && isDetailed(part.get()))) {
            return unknown(
                    written, what == Quantity.CYCLES ? "cost profile" : "part of " + word(what), part.get(), parts);
        }
        if (what == Quantity.CYCLES && costs.isEmpty()) {
            return refuse(written, "without 'costs:' nothing costs cycles", "");
        }
        return Optional.of(new Measure(what, part, guest, way));
    }

    /** A cause with a detail behind it, as cost profiles write it. */
    private static boolean isDetailed(String part) {
        return CAUSES.stream().anyMatch(cause -> part.startsWith(cause + " "));
    }

    private List<String> parts(Quantity what) {
        return switch (what) {
            case EXITS -> CAUSES;
            case CYCLES -> costs;
            case INSTRUCTIONS, DIRECT -> List.of();
        };
    }

    private <T> Optional<T> unknown(Text written, String what, String name, List<String> all) {
        return refuse(
                written,
                "there is no " + what + " '" + name + "'",
                Suggestion.nearest(name, all)
                        .map(near -> "did you mean '" + near + "'?")
                        .orElse(all.isEmpty() ? "" : "there are: " + String.join(", ", all)));
    }

    private <T> Optional<T> refuse(Text written, String message, String hint) {
        diagnostics.report(ExperimentProblem.CLAIM, written.span(), message, hint);
        return Optional.empty();
    }
}
