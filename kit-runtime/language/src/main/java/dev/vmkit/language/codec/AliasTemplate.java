package dev.vmkit.language.codec;

import dev.vmkit.language.isa.Alias;
import dev.vmkit.language.text.MistakeException;
import dev.vmkit.language.text.Span;
import dev.vmkit.language.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An alias made ready to be compared with lines. What stands in its holes is passed on as tokens and expressions already
 * read, never as text: {@code a+b} in a hole stays one number wherever the hole is used.
 *
 * @param parts what follows the mnemonic: literals, and holes as {@link Token.Word} between braces
 */
record AliasTemplate(Alias alias, String head, List<Token> parts, List<Line> lines) {

    /** A line it stands for, whose holes are a word between braces. */
    record Line(String head, List<Token> tokens, String describe) {}

    static AliasTemplate of(Alias alias, Spelling spelling) {
        Line template = line(alias.template(), spelling);
        List<Line> lines =
                alias.expansion().stream().map(e -> line(e, spelling)).toList();
        List<Token> parts = template.tokens();
        return new AliasTemplate(alias, template.head(), parts, lines);
    }

    private static Line line(Text text, Spelling spelling) {
        String stripped = text.value().strip();
        int blank = 0;
        while (blank < stripped.length() && !Character.isWhitespace(stripped.charAt(blank))) {
            blank++;
        }
        return new Line(stripped.substring(0, blank), Tokenizer.tokens(spelling, text.strip(), blank), stripped);
    }

    /** The name of the hole whose opening brace is token {@code at}, or null. */
    static @Nullable String hole(List<Token> tokens, int at) {
        return at + 2 < tokens.size()
                        && tokens.get(at).is("{")
                        && tokens.get(at + 1) instanceof Token.Word w
                        && tokens.get(at + 2).is("}")
                ? w.text()
                : null;
    }

    /** What stands in the holes of a line of this shape; nothing if the line has another shape. */
    Optional<Map<String, List<Token>>> match(List<Token> tokens, Spelling spelling) {
        Map<String, List<Token>> holes = new TreeMap<>();
        int at = 0;
        for (int p = 0; p < parts.size(); p++) {
            String hole = hole(parts, p);
            if (hole != null) {
                int next = argument(tokens, at, spelling, hole, holes);
                if (next < 0) {
                    return Optional.empty();
                }
                at = next;
                p += 2;
            } else if (parts.get(p) instanceof Token.End) {
                return tokens.get(at) instanceof Token.End ? Optional.of(holes) : Optional.empty();
            } else if (!tokens.get(at++).is(Tokenizer.text(parts.get(p)), spelling.caseSensitive)) {
                return Optional.empty();
            }
        }
        return Optional.of(holes);
    }

    /** Takes a register or another word of the syntax as it is, anything else as an expression. */
    private static int argument(
            List<Token> tokens, int at, Spelling spelling, String hole, Map<String, List<Token>> holes) {
        if (tokens.get(at) instanceof Token.Word w && spelling.isReserved(w.text())) {
            holes.put(hole, List.of(w));
            return at + 1;
        }
        try {
            ExpressionParser.Parsed parsed =
                    ExpressionParser.parse(spelling, tokens, at, ExpressionParser.Where.SOURCE);
            Token read = parsed.next() == at + 1 && !isAddress(tokens.get(at))
                    ? tokens.get(at)
                    : new Token.Read(parsed.expression(), parsed.expression().span());
            holes.put(hole, List.of(read));
            return parsed.next();
        } catch (MistakeException notAnExpression) {
            return -1;
        }
    }

    /** A label of the source that is called like an address of the expansion, which it must not become. */
    private static boolean isAddress(Token token) {
        return token instanceof Token.Word w
                && (w.text().equals("next") || w.text().equals("pc"));
    }

    /** The tokens of a line it stands for, all placed at {@code span}, with the holes filled. */
    static List<Token> filled(Line line, Map<String, List<Token>> holes, Span span) {
        List<Token> filled = new ArrayList<>();
        for (int at = 0; at < line.tokens().size(); at++) {
            String hole = hole(line.tokens(), at);
            if (hole != null && holes.containsKey(hole)) {
                filled.addAll(holes.get(hole));
                at += 2;
            } else {
                filled.add(placed(line.tokens().get(at), span));
            }
        }
        return filled;
    }

    private static Token placed(Token token, Span span) {
        return switch (token) {
            case Token.Word w -> new Token.Word(w.text(), span);
            case Token.Number n -> new Token.Number(n.value(), n.text(), span);
            case Token.Quoted q -> new Token.Quoted(q.value(), span);
            case Token.Sign s -> new Token.Sign(s.text(), span);
            case Token.Prefix p -> new Token.Prefix(p.text(), span);
            case Token.Read r -> new Token.Read(r.expression(), span);
            case Token.Placeholder p -> new Token.Placeholder(p.name(), span);
            case Token.End e -> new Token.End(span);
        };
    }

    /** The tokens of a line it stands for, with a placeholder in each hole. */
    static List<Token> withPlaceholders(Line line) {
        List<Token> tokens = new ArrayList<>();
        for (int at = 0; at < line.tokens().size(); at++) {
            String hole = hole(line.tokens(), at);
            Token token = line.tokens().get(at);
            tokens.add(hole == null ? token : new Token.Placeholder(hole, token.span()));
            at += hole == null ? 0 : 2;
        }
        return tokens;
    }

    /** As the definition writes it. */
    String describe() {
        return alias.template().value().strip();
    }
}
