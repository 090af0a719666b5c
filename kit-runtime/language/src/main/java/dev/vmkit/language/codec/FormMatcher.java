package dev.vmkit.language.codec;

import dev.vmkit.language.codec.Template.Hole;
import dev.vmkit.language.codec.Template.Literal;
import dev.vmkit.language.isa.Operand;
import dev.vmkit.language.text.MistakeException;
import dev.vmkit.language.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Compares the tokens of one line with templates. Every template is gone through from left to right without turning back:
 * a literal takes the token it names, a hole takes a word or the longest expression that starts there.
 *
 * <p>Where one of the templates compared has a parenthesis of its own, the others do not take it as the start of an
 * expression: {@code JMP ($1234)} is the indirect jump and never {@code JMP $1234}.
 */
final class FormMatcher {
    /** Parts on which it depends whether one is refused: it, and the one behind it. */
    private static final int SEEN = 2;

    private final Spelling spelling;
    private final List<Token> tokens;
    private final ExpressionParser.Where where;
    /** Expressions already read, or the mistake instead, by the token where they start. */
    private final Map<Integer, Object> expressions = new HashMap<>();
    /** Tokens that some template took as a parenthesis of its own. */
    private final Set<Integer> parentheses = new HashSet<>();

    FormMatcher(Spelling spelling, List<Token> tokens, ExpressionParser.Where where) {
        this.spelling = spelling;
        this.tokens = tokens;
        this.where = where;
    }

    /** A template that does not fit: where it stopped, and why. */
    record Failure(Template template, Span at, String reason) {}

    /** The templates that fit, or if none does, why not. */
    record Result(List<Match> matches, List<Failure> failures) {}

    Result match(List<Template> templates) {
        if (templates.size() > 1 && tokens.stream().anyMatch(token -> token.is("("))) {
            matches(templates); // finds the parentheses that are no start of an expression
        }
        List<Match> matches = matches(templates);
        return new Result(matches, matches.isEmpty() ? failures(templates) : List.of());
    }

    /** A template that has the same parts as one that was refused, as far as it looked, is refused as well. */
    private List<Match> matches(List<Template> templates) {
        List<Match> matches = new ArrayList<>();
        Attempt refused = null;
        for (Template t : templates) {
            if (refused != null && t.beginsAs(refused.template, refused.part + SEEN)) {
                continue;
            }
            Attempt attempt = new Attempt(t);
            if (attempt.run()) {
                matches.add(new Match(t, attempt.arguments()));
            } else {
                refused = attempt;
            }
        }
        return matches;
    }

    private List<Failure> failures(List<Template> templates) {
        List<Failure> failures = new ArrayList<>();
        for (Template t : templates) {
            Attempt attempt = new Attempt(t);
            attempt.run();
            failures.add(new Failure(t, tokens.get(attempt.at).span(), attempt.reason.get()));
        }
        return failures;
    }

    private ExpressionParser.Parsed expression(int from) {
        Object known = expressions.computeIfAbsent(from, this::parse);
        if (known instanceof MistakeException mistake) {
            throw mistake;
        }
        return (ExpressionParser.Parsed) known;
    }

    private Object parse(int from) {
        try {
            return ExpressionParser.parse(spelling, tokens, from, where);
        } catch (MistakeException mistake) {
            return mistake;
        }
    }

    /** One template on its way through the tokens. */
    private final class Attempt {
        private final Template template;
        private final Match.@Nullable Argument[] arguments;
        private int at;
        private int part;
        private Supplier<String> reason = () -> "";

        Attempt(Template template) {
            this.template = template;
            this.arguments = new Match.Argument[template.operands().size()];
            template.preset()
                    .forEach((i, value) -> arguments[i] =
                            new Match.Argument(null, value, tokens.getFirst().span()));
        }

        List<Match.Argument> arguments() {
            List<Match.Argument> list = new ArrayList<>();
            for (Match.Argument a : arguments) {
                if (a != null) {
                    list.add(a);
                }
            }
            return list;
        }

        /** Takes part after part, until one is refused. */
        boolean run() {
            int opened = -1;
            for (part = 0; part < template.parts().size(); part++) {
                int before = at;
                if (!take()) {
                    return false;
                }
                if (opened >= 0) {
                    parentheses.add(opened);
                }
                opened = template.parts().get(part) instanceof Literal l
                                && l.text().equals("(")
                        ? before
                        : -1;
            }
            return tokens.get(at) instanceof Token.End || refuse(() -> "takes nothing more here");
        }

        private boolean take() {
            return switch (template.parts().get(part)) {
                case Literal l -> literal(l);
                case Hole h -> hole(h);
            };
        }

        private boolean literal(Literal l) {
            if (tokens.get(at).is(l.text(), spelling.caseSensitive)) {
                at++;
                return true;
            }
            return isPlusBeforeNegative(l) || refuse(() -> "expects '" + l.text() + "' here");
        }

        /** In {@code (IX+{d})} the displacement may be written {@code (IX-5)}. */
        private boolean isPlusBeforeNegative(Literal l) {
            return l.text().equals("+")
                    && tokens.get(at).is("-")
                    && part + 1 < template.parts().size()
                    && template.parts().get(part + 1) instanceof Hole h
                    && h.isNumber();
        }

        private boolean hole(Hole hole) {
            if (hole.isNumber()) {
                return word(hole) || number(hole);
            }
            return placeholder(hole)
                    || word(hole)
                    || refuse(
                            () -> expectation(hole) + ", not " + tokens.get(at).describe());
        }

        private boolean placeholder(Hole hole) {
            if (!(tokens.get(at) instanceof Token.Placeholder p)) {
                return false;
            }
            arguments[hole.index()] = new Match.Argument(Match.placeholder(p.name(), p.span()), 0, p.span());
            return moveTo(at + 1);
        }

        private boolean word(Hole hole) {
            StringBuilder text = new StringBuilder();
            int found = -1;
            int end = Math.min(tokens.size() - 1, at + hole.longestWord()); // the last token is the end of the line
            for (int i = at; i < end; i++) {
                text.append(spelling.fold(Tokenizer.text(tokens.get(i))));
                Long value = hole.words().get(text.toString());
                if (value != null) {
                    found = i;
                    arguments[hole.index()] = new Match.Argument(null, value, span(at, i));
                }
            }
            return found >= 0 ? moveTo(found + 1) : empty(hole);
        }

        /** Some words are empty: what they stand for is written by leaving them out. */
        private boolean empty(Hole hole) {
            Long value = hole.words().get("");
            if (value != null) {
                arguments[hole.index()] =
                        new Match.Argument(null, value, tokens.get(at).span());
            }
            return value != null;
        }

        private boolean number(Hole hole) {
            if (parentheses.contains(at)) {
                return refuse(() -> "takes no operand in parentheses here; for an expression write '+('");
            }
            try {
                ExpressionParser.Parsed parsed = expression(at);
                arguments[hole.index()] = new Match.Argument(parsed.expression(), 0, span(at, parsed.next() - 1));
                return moveTo(parsed.next());
            } catch (MistakeException mistake) {
                boolean here = startsAt(mistake, at);
                return refuse(() -> expectation(hole)
                        + (here ? ", not " + tokens.get(at).describe() : "; " + mistake.getMessage()));
            }
        }

        private boolean startsAt(MistakeException mistake, int token) {
            return mistake.diagnostics()
                    .getFirst()
                    .at()
                    .equals(Optional.of(tokens.get(token).span()));
        }

        private boolean moveTo(int next) {
            at = next;
            return true;
        }

        /** The reason is put into words only if it is told. */
        private boolean refuse(Supplier<String> why) {
            reason = why;
            return false;
        }

        private Span span(int first, int last) {
            return tokens.get(first).span().to(tokens.get(last).span());
        }
    }

    private static String expectation(Hole hole) {
        return "takes " + describe(hole.operand()) + " for " + hole.operand().name();
    }

    /** What may stand for an operand, as a message says it. */
    static String describe(Operand operand) {
        return switch (operand) {
            case Operand.Register r ->
                "a register " + ends(List.copyOf(OperandWords.of(r).keySet()));
            case Operand.Choice c ->
                "one of " + String.join(", ", OperandWords.of(c).keySet());
            case Operand.Enumerated e -> "one of " + String.join(", ", e.words().keySet());
            case Operand.Immediate i -> i.relative() == Operand.Relative.NONE ? "a number" : "an address or a label";
            case Operand.Leb l -> "a number";
            case Operand.Custom c -> "a number";
        };
    }

    private static String ends(List<String> names) {
        return names.size() <= 2 ? String.join(", ", names) : names.getFirst() + " to " + names.getLast();
    }
}
