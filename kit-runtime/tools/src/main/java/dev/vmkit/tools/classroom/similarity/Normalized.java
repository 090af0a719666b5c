package dev.vmkit.tools.classroom.similarity;

import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.language.text.Text;
import dev.vmkit.language.yaml.YamlMapping;
import dev.vmkit.language.yaml.YamlNode;
import dev.vmkit.language.yaml.YamlReader;
import dev.vmkit.language.yaml.YamlScalar;
import dev.vmkit.language.yaml.YamlSequence;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A YAML file as a row of tokens in which comments, layout, quotes, prose, the way numbers are written and the names that its
 * author chose make no difference. Kept are the words of the kit's formats, calls, numbers and operators.
 */
final class Normalized {
    /** Prose, for people. */
    private static final Set<String> PROSE = Set.of("about", "doc", "summary", "hint");

    private static final Pattern WORD = Pattern.compile(
            "(?<number>0[xX][0-9a-fA-F_]+|0[bB][01_]+|[0-9][0-9_]*)|(?<name>\\p{L}[\\p{L}\\p{N}_-]*)(?<call>\\s*\\()?"
                    + "|(?<sign>[^\\s\\p{L}\\p{N}])");
    private static final String SOME_NAME = "name";

    private final Set<String> vocabulary;
    private final List<Token> tokens = new ArrayList<>();

    private Normalized(Set<String> vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * Reads a file; one that is no YAML has no tokens.
     *
     * @param vocabulary the words of the kit's formats
     */
    static List<Token> of(SourceFile file, Set<String> vocabulary) {
        Normalized normalized = new Normalized(vocabulary);
        YamlReader.read(file, new Diagnostics()).ifPresent(normalized::add);
        return List.copyOf(normalized.tokens);
    }

    private void add(YamlNode node) {
        switch (node) {
            case YamlMapping mapping -> mapping.entries().forEach(this::add);
            case YamlSequence sequence -> sequence.items().forEach(this::add);
            case YamlScalar scalar -> add(scalar.text());
        }
    }

    private void add(YamlMapping.Entry entry) {
        if (!PROSE.contains(entry.name())) {
            add(entry.key().text());
            tokens.add(new Token(":", entry.key().span().line()));
            add(entry.value());
        }
    }

    private void add(Text text) {
        Matcher matcher = WORD.matcher(text.value());
        while (matcher.find()) {
            int line = text.span(matcher.start(), matcher.end()).line();
            if (matcher.group("number") != null) {
                tokens.add(new Token(number(matcher.group("number")), line));
            } else if (matcher.group("name") != null) {
                boolean kept = matcher.group("call") != null || vocabulary.contains(matcher.group("name"));
                tokens.add(new Token(kept ? matcher.group("name") : SOME_NAME, line));
            } else {
                tokens.add(new Token(matcher.group("sign"), line));
            }
        }
    }

    private static String number(String written) {
        String digits = written.replace("_", "");
        boolean based = digits.length() > 2 && !Character.isDigit(digits.charAt(1));
        int base = !based ? 10 : Character.toLowerCase(digits.charAt(1)) == 'x' ? 16 : 2;
        return new BigInteger(based ? digits.substring(2) : digits, base).toString();
    }
}
