package dev.vmkit.language.device;

import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.Span;
import dev.vmkit.language.text.Text;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The names a body may use, each for one thing. */
final class Names {
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,62}");
    private static final Pattern PARAMETER = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,62}");

    /** What the names of bodies start with that the kit makes functions of. */
    static final String KIT = "on_";

    private final Diagnostics diagnostics;
    private final Set<String> reserved = new HashSet<>();
    private final Map<String, Span> taken = new LinkedHashMap<>();

    Names(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    Diagnostics diagnostics() {
        return diagnostics;
    }

    /** The name of a parameter in a body. */
    static String inBody(String parameter) {
        return parameter.replace('-', '_');
    }

    /** Names that the kit itself defines in a body. */
    void reserve(Collection<String> names) {
        reserved.addAll(names);
    }

    /** Takes a name, and tells if it cannot be one or is taken. */
    void claim(String name, Text at) {
        claim(name, NAME, at);
    }

    void claimParameter(String name, Text at) {
        claim(inBody(name), PARAMETER, at);
    }

    private void claim(String name, Pattern pattern, Text at) {
        if (!pattern.matcher(name).matches()) {
            diagnostics.report(
                    DeviceProblem.NAME,
                    at.span(),
                    "'" + name + "' cannot be used as a name",
                    "a letter, then letters, digits and '_'");
            return;
        }
        if (reserved.contains(name) || name.startsWith(KIT)) {
            diagnostics.report(
                    DeviceProblem.NAME, at.span(), "'" + name + "' is a name of the kit's own", "choose another");
            return;
        }
        Span first = taken.putIfAbsent(name, at.span());
        if (first != null) {
            diagnostics.report(DeviceProblem.NAME, at.span(), "'" + name + "' is already used", "", first, "here");
        }
    }
}
