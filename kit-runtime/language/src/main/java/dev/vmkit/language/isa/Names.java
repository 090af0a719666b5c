package dev.vmkit.language.isa;

import dev.vmkit.language.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What may be a name, and lists of names in one key. */
final class Names {
    /** Names in semantics and in encodings: {@code sr1}, {@code AF'}. */
    static final String PATTERN = "[A-Za-z_]\\w*'*";

    private static final Pattern NAME = Pattern.compile(PATTERN);
    /** Words of the semantics language. */
    private static final Set<String> RESERVED = Set.of(
            "let", "var", "if", "else", "match", "for", "in", "max", "raise", "return", "true", "false", "next", "has",
            "zext", "sext", "trunc");

    private Names() {}

    /** The names of a key such as {@code A, X, Y}. */
    static List<Text> split(Text key, Mistakes mistakes) {
        List<Text> names = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= key.length(); i++) {
            if (i == key.length() || key.value().charAt(i) == ',') {
                Text name = key.part(start, i).strip();
                if (name.length() == 0) {
                    mistakes.tell(IsaProblem.BAD_NAME, key.span(), "a name is missing in '" + key + "'");
                } else {
                    names.add(name);
                }
                start = i + 1;
            }
        }
        return names;
    }

    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** Tells if a body could not mention {@code name}. */
    static void check(Declaration declaration, String what, Mistakes mistakes) {
        if (!isName(declaration.id())) {
            mistakes.tell(
                    IsaProblem.BAD_NAME,
                    declaration.span(),
                    "'" + declaration.id() + "' cannot be the name of " + what,
                    "names have letters, digits and _, and begin with a letter");
        } else if (RESERVED.contains(declaration.id())) {
            mistakes.tell(
                    IsaProblem.BAD_NAME,
                    declaration.span(),
                    "'" + declaration.id() + "' is a word of the semantics language and cannot be the name of " + what);
        }
    }
}
