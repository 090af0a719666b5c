package dev.vmkit.language.codec;

import dev.vmkit.language.text.MistakeException;
import dev.vmkit.language.text.Span;
import dev.vmkit.language.text.Suggestion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a line without its labels as an instruction, or as the instructions an alias stands for. */
final class InstructionReader {
    private static final int DEEPEST = 8;
    /** A line expands to at most this many instructions. */
    private static final int MOST = 1000;

    private final Grammar grammar;

    InstructionReader(Grammar grammar) {
        this.grammar = grammar;
    }

    /** The instructions of a line; throws where it is none. */
    List<Statement.Code> read(String head, List<Token> tokens, Span at, Span line) {
        List<Statement.Code> codes = new ArrayList<>();
        read(head, tokens, at, line, ExpressionParser.Where.SOURCE, 0, codes);
        return codes;
    }

    private void read(
            String head,
            List<Token> tokens,
            Span at,
            Span line,
            ExpressionParser.Where where,
            int depth,
            List<Statement.Code> codes) {
        List<Template> forms = grammar.forms(head);
        List<AliasTemplate> aliases = grammar.aliases(head);
        if (forms.isEmpty() && aliases.isEmpty()) {
            throw unknown(head, at);
        }
        FormMatcher.Result result = new FormMatcher(grammar.spelling, tokens, where).match(forms);
        if (!result.matches().isEmpty()) {
            codes.add(new Statement.Code(shortestFirst(result.matches()), line));
        } else if (!expanded(aliases, tokens, at, line, depth, codes)) {
            throw mismatch(head, aliases, result.failures(), at);
        }
        if (codes.size() > MOST) {
            throw MistakeException.of(
                    AsmProblem.TOO_LARGE, at, "this line stands for more than " + MOST + " instructions", "");
        }
    }

    private List<Match> shortestFirst(List<Match> matches) {
        List<Match> sorted = new ArrayList<>(matches);
        sorted.sort(Comparator.comparingInt(
                m -> grammar.encoder.size(m.instruction(), m.template().presetValues())));
        return List.copyOf(sorted);
    }

    /** An alias of the shape of a line, and what stands in its holes. */
    private record Use(AliasTemplate alias, Map<String, List<Token>> holes) {}

    /**
     * Takes the first alias of this shape all of whose instructions can hold the numbers in its holes. Where they depend on
     * labels, which of them can is not known yet: the last one is taken, which should be able to hold anything.
     */
    private boolean expanded(
            List<AliasTemplate> aliases,
            List<Token> tokens,
            Span at,
            Span line,
            int depth,
            List<Statement.Code> codes) {
        List<Use> uses = new ArrayList<>();
        for (AliasTemplate alias : aliases) {
            alias.match(tokens, grammar.spelling).ifPresent(holes -> uses.add(new Use(alias, holes)));
        }
        for (Use use : uses) {
            boolean last = use == uses.getLast();
            try {
                List<Statement.Code> found = expansion(use.alias, use.holes, at, line, depth);
                if (last || found.stream().noneMatch(InstructionReader::depends)) {
                    return codes.addAll(found);
                }
            } catch (MistakeException e) {
                if (last) {
                    throw e;
                }
            }
        }
        return false;
    }

    private static boolean depends(Statement.Code code) {
        return code.matches().stream().anyMatch(Match::depends);
    }

    private List<Statement.Code> expansion(
            AliasTemplate alias, Map<String, List<Token>> holes, Span at, Span line, int depth) {
        if (depth == DEEPEST) {
            throw MistakeException.of(
                    AsmProblem.MACRO, at, "'" + alias.head() + "' stands for itself, or for too many levels", "");
        }
        List<Statement.Code> codes = new ArrayList<>();
        for (AliasTemplate.Line l : alias.lines()) {
            List<Token> filled = AliasTemplate.filled(l, holes, at);
            read(l.head(), filled, at, line, ExpressionParser.Where.ALIAS, depth + 1, codes);
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
