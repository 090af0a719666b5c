package dev.vmkit.assembly.assemble;

import dev.vmkit.assembly.config.MachineProblem;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.Suggestion;
import dev.vmkit.language.text.Text;
import dev.vmkit.machine.execute.InterpretEngine;
import dev.vmkit.machine.hart.Engine;
import dev.vmkit.machine.translate.TranslateEngine;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** What executes instructions, by the names machine files use. */
public final class Engines {
    /** The kit's choice. */
    public static final String DEFAULT = "auto";

    private static final Map<String, Engine.Factory> ALL = new TreeMap<>(Map.of(
            DEFAULT,
            TranslateEngine::tiered,
            "interpret",
            InterpretEngine::new,
            "quick",
            TranslateEngine::quick,
            "translate",
            TranslateEngine::eager));

    private Engines() {}

    /** All names, in alphabetical order. */
    public static List<String> names() {
        return List.copyOf(ALL.keySet());
    }

    /** The name of the engine asked for, or of the kit's choice where none is or there is no such engine, which is reported. */
    static String choose(Optional<Text> name, Diagnostics diagnostics) {
        name.filter(n -> !ALL.containsKey(n.value()))
                .ifPresent(n -> diagnostics.report(
                        MachineProblem.ENGINE,
                        n.span(),
                        "there is no engine '" + n + "'",
                        Suggestion.nearest(n.value(), ALL.keySet())
                                .map(near -> "did you mean '" + near + "'?")
                                .orElse("engines: " + String.join(", ", ALL.keySet()))));
        return name.map(Text::value).filter(ALL::containsKey).orElse(DEFAULT);
    }

    /** The engine of one of these {@link #names}. */
    public static Engine.Factory named(String name) {
        return Objects.requireNonNull(ALL.get(name), name);
    }
}
