package dev.vmkit.assembly.host;

import dev.vmkit.assembly.config.HostConfig;
import dev.vmkit.assembly.config.MachineProblem;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.Suggestion;
import dev.vmkit.language.text.Text;
import dev.vmkit.layers.hypervisor.BinaryTranslation;
import dev.vmkit.layers.hypervisor.HardwareAssisted;
import dev.vmkit.layers.hypervisor.Paravirtual;
import dev.vmkit.layers.hypervisor.ShadowPaging;
import dev.vmkit.layers.hypervisor.Sync;
import dev.vmkit.layers.hypervisor.Technique;
import dev.vmkit.layers.hypervisor.TrapAndEmulate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** The techniques by which guests run, by the names host files use. */
public final class Techniques {
    /** Each with how it is made for the way the monitor's tables follow the guests', where it has such. */
    private static final Map<String, Function<Sync, Technique>> ALL = new TreeMap<>(Map.of(
            "trap-and-emulate",
            _ -> new TrapAndEmulate(),
            "shadow-paging",
            ShadowPaging::new,
            "binary-translation",
            BinaryTranslation::new,
            "paravirtual",
            _ -> new Paravirtual(),
            "hardware-assisted",
            _ -> new HardwareAssisted()));

    /** Those whose tables may follow the guests' in more than one way. */
    private static final Set<String> CHOOSE_SYNC = Set.of("shadow-paging", "binary-translation");

    private static final Map<String, Sync> SYNCS = new TreeMap<>();

    static {
        for (Sync sync : Sync.values()) {
            SYNCS.put(sync.name().toLowerCase(Locale.ROOT), sync);
        }
    }

    private Techniques() {}

    /** All names, in alphabetical order. */
    public static List<String> names() {
        return List.copyOf(ALL.keySet());
    }

    /** The technique that a host file asks for; nothing if there is none of that name, which is reported. */
    static Optional<Technique> choose(HostConfig host, Diagnostics diagnostics) {
        Sync sync = host.shadow()
                .flatMap(word -> known(word, SYNCS, "way to follow the guests' tables", diagnostics))
                .orElse(Sync.FENCE);
        Optional<Function<Sync, Technique>> made = known(host.technique(), ALL, "technique", diagnostics);
        host.shadow()
                .filter(_ -> made.isPresent()
                        && !CHOOSE_SYNC.contains(host.technique().value()))
                .ifPresent(shadow -> diagnostics.report(
                        MachineProblem.TECHNIQUE,
                        shadow.span(),
                        "'" + host.technique() + "' leaves no choice of when tables follow the guests'",
                        "'shadow:' is for shadow-paging and binary-translation"));
        return made.map(m -> m.apply(sync));
    }

    private static <T> Optional<T> known(Text name, Map<String, T> all, String what, Diagnostics diagnostics) {
        if (!all.containsKey(name.value())) {
            diagnostics.report(
                    MachineProblem.TECHNIQUE,
                    name.span(),
                    "there is no " + what + " '" + name + "'",
                    hint(name.value(), all.keySet()));
        }
        return Optional.ofNullable(all.get(name.value()));
    }

    private static String hint(String name, Collection<String> all) {
        return Suggestion.nearest(name, all)
                .map(near -> "did you mean '" + near + "'?")
                .orElse("there are: " + String.join(", ", all));
    }
}
