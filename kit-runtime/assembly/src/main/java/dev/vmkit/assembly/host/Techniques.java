package dev.vmkit.assembly.host;

import dev.vmkit.assembly.config.HostConfig;
import dev.vmkit.assembly.config.MachineProblem;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.Suggestion;
import dev.vmkit.layers.hypervisor.BinaryTranslation;
import dev.vmkit.layers.hypervisor.HardwareAssisted;
import dev.vmkit.layers.hypervisor.ShadowPaging;
import dev.vmkit.layers.hypervisor.Sync;
import dev.vmkit.layers.hypervisor.Technique;
import dev.vmkit.layers.hypervisor.TrapAndEmulate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The techniques by which guests run, by the names host files use. */
public final class Techniques {
    private static final Map<String, Technique> ALL = Stream.of(
                    new TrapAndEmulate(), new ShadowPaging(Sync.TRACE), new BinaryTranslation(), new HardwareAssisted())
            .collect(Collectors.toMap(Technique::name, Function.identity(), (a, _) -> a, TreeMap::new));

    private Techniques() {}

    /** All names, in alphabetical order. */
    public static List<String> names() {
        return List.copyOf(ALL.keySet());
    }

    /** The technique that a host file asks for; nothing if there is none of that name, which is reported. */
    static Optional<Technique> choose(HostConfig host, Diagnostics diagnostics) {
        String name = host.technique().value();
        if (!ALL.containsKey(name)) {
            diagnostics.report(
                    MachineProblem.TECHNIQUE,
                    host.technique().span(),
                    "there is no technique '" + name + "'",
                    Suggestion.nearest(name, ALL.keySet())
                            .map(near -> "did you mean '" + near + "'?")
                            .orElse("techniques: " + String.join(", ", ALL.keySet())));
        }
        return Optional.ofNullable(ALL.get(name));
    }
}
