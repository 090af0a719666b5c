package dev.vmkit.assembly.catalog;

import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.isa.IsaLoader;
import dev.vmkit.language.semantics.SemanticsChecker;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The instruction sets that were loaded lately, of which there was nothing to report: the guests of an experiment, or the checks
 * of a suite, share one, and to read it takes longer than most of what is done with it.
 */
final class LoadedIsas {
    private static final int MOST = 8;

    private final IsaLoader.Library library;
    private final Map<Key, Isa> loaded = new LinkedHashMap<>(MOST, 1, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Isa> eldest) {
            return size() > MOST;
        }
    };

    /** @param library definitions that others extend, which stay as they are */
    LoadedIsas(IsaLoader.Library library) {
        this.library = library;
    }

    private record Key(String name, String content, IsaLoader.Choice choice) {}

    /** The instruction set, or nothing where the mistakes, which are reported, leave none. */
    synchronized Optional<Isa> load(SourceFile file, IsaLoader.Choice choice, Diagnostics diagnostics) {
        Key key = new Key(file.name(), file.content(), choice);
        Isa known = loaded.get(key);
        if (known != null) {
            return Optional.of(known);
        }
        Diagnostics found = new Diagnostics();
        Optional<Isa> isa =
                IsaLoader.load(file, library, choice, found).flatMap(model -> SemanticsChecker.check(model, found));
        if (found.list().isEmpty()) {
            isa.ifPresent(good -> loaded.put(key, good));
        }
        found.list().forEach(diagnostics::add);
        return isa;
    }
}
