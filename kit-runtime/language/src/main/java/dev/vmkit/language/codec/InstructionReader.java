package dev.vmkit.language.codec;

import dev.vmkit.language.text.MistakeException;
import dev.vmkit.language.text.Span;
import dev.vmkit.language.text.Suggestion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a line without its labels as an instruction, or as the instructions an alias stands for. */
final class InstructionReader {
    private static final int DEEPEST = 8;
    /** A line stands for at most this many instructions, and aliases are tried at most so often for it. */
    private static final int MOST = 1000;

    private final Grammar grammar;

    InstructionReader(Grammar grammar) {
        this.grammar = grammar;
    }

    /** A line without labels: as it stands in the source, or as an alias gives it at some depth. */
    private record Written(String head, List<Token> tokens, ExpressionParser.Where where, int depth) {}

    /** Where it stands in the source: its mnemonic, and all of it; and how many aliases were tried for it. */
    private record Place(Span head, Span line, AtomicInteger expansions) {}

    /** The instructions of a line; throws where it is none. */
    List<Statement.Code> read(String head, List<Token> tokens, Span at, Span line) {
        return read(
                new Written(head, tokens, ExpressionParser.Where.SOURCE, 0), new Place(at, line, new AtomicInteger()));
    }

    private List<Statement.Code> read(Written written, Place place) {
        List<Template> forms = grammar.forms(written.head);
        List<AliasTemplate> aliases = grammar.aliases(written.head);
        if (forms.isEmpty() && aliases.isEmpty()) {
            throw unknown(written.head, place.head);
        }
        FormMatcher.Result result = new FormMatcher(grammar.spelling, written.tokens, written.where).match(forms);
        if (!result.matches().isEmpty()) {
            return List.of(new Statement.Code(shortestFirst(result.matches()), place.line));
        }
        List<Use> uses = uses(aliases, written.tokens);
        if (uses.isEmpty()) {
            throw mismatch(written.head, aliases, result.failures(), place.head);
        }
        return expanded(uses, written.depth, place);
    }

    private List<Match> shortestFirst(List<Match> matches) {
        List<Match> sorted = new ArrayList<>(matches);
        sorted.sort(Comparator.comparingInt(
                m -> grammar.encoder.size(m.instruction(), m.template().presetValues())));
        return List.copyOf(sorted);
    }

    /** An alias of the shape of a line, and what stands in its holes. */
    private record Use(AliasTemplate alias, Map<String, List<Token>> holes) {}

    private List<Use> uses(List<AliasTemplate> aliases, List<Token> tokens) {
        List<Use> uses = new ArrayList<>();
        for (AliasTemplate alias : aliases) {
            alias.match(tokens, grammar.spelling).ifPresent(holes -> uses.add(new Use(alias, holes)));
        }
        return uses;
    }

    /**
     * Takes the first alias all of whose instructions can hold the numbers in its holes. Where they depend on labels, which
     * of them can is not known yet: the last one is taken, which should be able to hold anything.
     */
    private List<Statement.Code> expanded(List<Use> uses, int depth, Place place) {
        for (Use use : uses.subList(0, uses.size() - 1)) {
            try {
                List<Statement.Code> found = expansion(use, depth, place);
                if (found.stream().noneMatch(InstructionReader::depends)) {
                    return found;
                }
            } catch (MistakeException tooSmall) {
                // The next alias may hold it; the mistake of the last one is told.
            }
        }
        return expansion(uses.getLast(), depth, place);
    }

    private static boolean depends(Statement.Code code) {
        return code.matches().stream().anyMatch(Match::depends);
    }

    private List<Statement.Code> expansion(Use use, int depth, Place place) {
        if (depth == DEEPEST || place.expansions.incrementAndGet() > MOST) {
            throw MistakeException.of(
                    AsmProblem.MACRO,
                    place.head,
                    "'" + use.alias.head() + "' stands for itself, or for too many levels",
                    "");
        }
        List<Statement.Code> codes = new ArrayList<>();
        for (AliasTemplate.Line line : use.alias.lines()) {
            List<Token> filled = AliasTemplate.filled(line, use.holes, place.head);
            codes.addAll(read(new Written(line.head(), filled, ExpressionParser.Where.ALIAS, depth + 1), place));
            if (codes.size() > MOST) {
                throw MistakeException.of(
                        AsmProblem.TOO_LARGE,
                        place.head,
                        "this line stands for more than " + MOST + " instructions",
                        "");
            }
        }
        codes.forEach(this::checkConstants);
        return codes;
    }

    /** Refuses an expansion none of whose forms can hold the numbers that are known already. */
    private void checkConstants(Statement.Code code) {
        OperandValues values = new OperandValues(grammar, OperandValues.known(Map.of()));
        MistakeException mistake = null;
        for (Match m : code.matches()) {
            if (m.depends()) {
                return;
            }
            int units = 0;
            long[] found = values.of(m, 0, units);
            var misfit = values.misfit(m, found);
            if (misfit.isEmpty()) {
                return;
            }
            mistake = values.mistake(m, misfit.getAsInt(), 0, units);
        }
        if (mistake != null) {
            throw mistake;
        }
    }

    private MistakeException unknown(String head, Span at) {
        TreeSet<String> known = grammar.heads();
        if (head.startsWith(".")) {
            return MistakeException.of(
                    AsmProblem.UNKNOWN_DIRECTIVE,
                    at,
                    "no directive '" + head + "'",
                    Suggestion.didYouMean(head, grammar.directives.all()));
        }
        return MistakeException.of(
                AsmProblem.UNKNOWN_MNEMONIC, at, "no instruction '" + head + "'", Suggestion.didYouMean(head, known));
    }

    /** One form that went furthest is explained at the place where it stopped; several are listed. */
    private static MistakeException mismatch(
            String head, List<AliasTemplate> aliases, List<FormMatcher.Failure> failures, Span at) {
        int furthest = failures.stream().mapToInt(f -> f.at().start()).max().orElse(at.start());
        List<FormMatcher.Failure> best =
                failures.stream().filter(f -> f.at().start() == furthest).toList();
        Span place = best.isEmpty() ? at : best.getFirst().at();
        String reasons = best.stream()
                .map(FormMatcher.Failure::reason)
                .distinct()
                .limit(4)
                .collect(Collectors.joining(" or "));
        String forms = Stream.concat(
                        failures.stream().map(f -> f.template().describe()),
                        aliases.stream().map(AliasTemplate::describe))
                .distinct()
                .limit(8)
                .collect(Collectors.joining("; "));
        return MistakeException.of(
                AsmProblem.OPERANDS,
                place,
                head + " does not take these operands" + (reasons.isEmpty() ? "" : ": it " + reasons),
                "forms: " + forms);
    }
}
