package dev.vmkit.language.isa;

import dev.vmkit.language.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads assembly syntax, {@code lr.w{aqrl} {rd}, ({rs1})}, into literals, gaps and holes. */
final class SyntaxParser {
    private static final Pattern MNEMONIC = Pattern.compile("[^\\s{}]+");
    private static final Pattern TOKEN = Pattern.compile(
            "(?<gap>\\s+)|\\{\\s*(?<hole>" + Names.PATTERN + ")\\s*\\}|(?<literal>[A-Za-z_.0-9][\\w.]*'*|[^\\s{}])");

    private final String subject;
    private final Mistakes mistakes;

    SyntaxParser(String subject, Mistakes mistakes) {
        this.subject = subject;
        this.mistakes = mistakes;
    }

    /** A whole line, which begins with the mnemonic, or with operands whose words are mnemonics: {@code {dest}{comp}}. */
    Optional<List<RawToken>> line(Text syntax) {
        Text line = syntax.strip();
        if (line.value().startsWith("{")) {
            return tokens(line);
        }
        Matcher mnemonic = MNEMONIC.matcher(line.value());
        if (!mnemonic.lookingAt()) {
            return wrong(line, "a line of assembly begins with the mnemonic");
        }
        Optional<List<RawToken>> rest = tokens(line.part(mnemonic.end(), line.length()));
        return rest.map(tokens -> join(line.part(0, mnemonic.end()), List.of(), tokens));
    }

    /** A mnemonic with what follows it. */
    Optional<List<RawToken>> line(Text mnemonic, Optional<Text> asm) {
        if (mnemonic.length() == 0 || !MNEMONIC.matcher(mnemonic.value()).matches()) {
            return wrong(mnemonic, "'" + mnemonic + "' cannot be a mnemonic");
        }
        Optional<List<RawToken>> rest =
                asm.isEmpty() ? Optional.of(List.of()) : tokens(asm.get().strip());
        return rest.map(tokens -> join(mnemonic, tokens.isEmpty() ? List.of() : List.of(new RawToken.Gap()), tokens));
    }

    private static List<RawToken> join(Text mnemonic, List<RawToken> gap, List<RawToken> rest) {
        List<RawToken> line = new ArrayList<>();
        line.add(new RawToken.Literal(mnemonic));
        line.addAll(gap);
        line.addAll(rest);
        return line;
    }

    /** A part of a line. */
    Optional<List<RawToken>> tokens(Text syntax) {
        List<RawToken> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(syntax.value());
        int position = 0;
        while (position < syntax.length()) {
            matcher.region(position, syntax.length());
            if (!matcher.lookingAt()) {
                return wrong(
                        syntax.part(position, syntax.length()), "an operand stands in braces by its name, like {rd}");
            }
            tokens.add(token(syntax, matcher));
            position = matcher.end();
        }
        return Optional.of(tokens);
    }

    private static RawToken token(Text syntax, Matcher matcher) {
        if (matcher.group("gap") != null) {
            return new RawToken.Gap();
        }
        return matcher.group("hole") != null
                ? new RawToken.Hole(syntax.part(matcher.start("hole"), matcher.end("hole")))
                : new RawToken.Literal(syntax.part(matcher.start(), matcher.end()));
    }

    private <T> Optional<T> wrong(Text at, String message) {
        mistakes.tell(IsaProblem.BAD_SYNTAX, at.span(), subject + message);
        return Optional.empty();
    }
}
