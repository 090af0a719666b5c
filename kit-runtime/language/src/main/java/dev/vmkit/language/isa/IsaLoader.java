package dev.vmkit.language.isa;

import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import java.util.Map;
import java.util.Optional;

/** Reads a definition file, merges what it extends, and expands it for one choice of parameters and features. */
public final class IsaLoader {
    private IsaLoader() {}

    /** Finds the file of an ISA that another one extends. */
    @FunctionalInterface
    public interface Library {
        Optional<SourceFile> find(String isa);
    }

    /**
     * What a machine file chooses.
     *
     * @param variant a name under the definition's {@code variants:}, or empty for the defaults
     * @param params values that replace the variant's
     * @param features features switched on or off, in place of the variant's
     */
    public record Choice(Optional<String> variant, Map<String, Long> params, Map<String, Boolean> features) {
        public static final Choice DEFAULT = new Choice(Optional.empty(), Map.of(), Map.of());
    }

    /** The model, or nothing where the mistakes reported to {@code diagnostics} leave none. */
    public static Optional<IsaModel> load(SourceFile file, Library library, Choice choice, Diagnostics diagnostics) {
        Diagnostics found = new Diagnostics();
        Mistakes mistakes = new Mistakes(found);
        Optional<IsaModel> model = new Inheritance(library, found, mistakes)
                .read(file)
                .map(definition -> {
                    Parameters parameters = new ParameterReader(definition, choice, mistakes).read();
                    return new ModelReader(definition, parameters, mistakes).read();
                });
        found.list().forEach(diagnostics::add);
        return found.hasErrors() ? Optional.empty() : model;
    }
}
