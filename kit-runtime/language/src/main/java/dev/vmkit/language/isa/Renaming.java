package dev.vmkit.language.isa;

import dev.vmkit.language.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Other names for operands and registers, applied name by name: never inside a longer name, to a field
 * ({@code F.H}), a column ({@code $H}), or the key of an argument. A renamed name keeps its place in the file.
 */
record Renaming(Map<String, String> names) {
    static final Renaming NONE = new Renaming(Map.of());

    private static final Pattern NAME = Pattern.compile("(?<![$\\w'])(?<!(?<!\\.)\\.)[A-Za-z_]\\w*+'*+(?!\\s*:)");

    /** This one first, then {@code other}. */
    Renaming then(Renaming other) {
        Map<String, String> both = new LinkedHashMap<>(other.names);
        names.forEach((from, to) -> both.put(from, other.names.getOrDefault(to, to)));
        return new Renaming(both);
    }

    String apply(String name) {
        return names.getOrDefault(name, name);
    }

    /** The text of a semantics or an expression with its names replaced. */
    Text apply(Text text) {
        Matcher matcher = NAME.matcher(text.value());
        Splice splice = new Splice(text);
        int position = 0;
        while (matcher.find()) {
            if (names.containsKey(matcher.group())) {
                splice.add(text.part(position, matcher.start()));
                splice.add(apply(matcher.group()), text.part(matcher.start(), matcher.end()));
                position = matcher.end();
            }
        }
        return position == 0
                ? text
                : splice.add(text.part(position, text.length())).text();
    }

    private Text name(Text name) {
        return names.containsKey(name.value())
                ? new Splice(name).add(apply(name.value()), name).text()
                : name;
    }

    List<RawPiece.Word> words(List<RawPiece.Word> words) {
        return words.stream()
                .map(word -> new RawPiece.Word(
                        word.text(), word.pieces().stream().map(this::piece).toList()))
                .toList();
    }

    private RawPiece piece(RawPiece piece) {
        return piece instanceof RawPiece.Named(Text text, Text name, var slices)
                ? new RawPiece.Named(text, name(name), slices)
                : piece;
    }

    /** A part of a line with its operands replaced. */
    List<RawToken> holes(List<RawToken> line) {
        return line.stream()
                .map(token -> token instanceof RawToken.Hole(Text name) ? new RawToken.Hole(name(name)) : token)
                .toList();
    }

    /** A line of assembly with its operands and its register names replaced; the mnemonic stays. */
    List<RawToken> line(List<RawToken> line) {
        List<RawToken> renamed = new ArrayList<>();
        for (RawToken token : line) {
            renamed.add(
                    switch (token) {
                        case RawToken.Hole(Text name) -> new RawToken.Hole(name(name));
                        case RawToken.Literal(Text text) when !renamed.isEmpty() -> new RawToken.Literal(name(text));
                        default -> token;
                    });
        }
        return renamed;
    }
}
