package dev.vmkit.assembly.catalog;

import dev.vmkit.api.PartKind;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.language.text.Span;
import dev.vmkit.language.text.Text;
import java.io.IOException;
import java.util.Optional;

/** A part that a plugin offers. */
public final class Part {
    private final PartKind kind;
    private final String name;
    private final Text file;
    private final InstalledPlugin plugin;

    Part(InstalledPlugin plugin, PluginDeclaration.Provided provided) {
        this.plugin = plugin;
        this.kind = provided.kind();
        this.name = provided.name();
        this.file = provided.file();
    }

    public PartKind kind() {
        return kind;
    }

    /** As machine files write it. */
    public String name() {
        return name;
    }

    /** The name of the plugin it comes from. */
    public String pluginName() {
        return plugin.name();
    }

    /** Where the plugin offers it. */
    public Span declaredAt() {
        return file.span();
    }

    /** The text of its definition; nothing if it is missing, which is reported. */
    public Optional<SourceFile> definition(Diagnostics diagnostics) {
        return plugin.text(file.value(), file.span(), diagnostics);
    }

    /**
     * A file that lies beside the definition and is called as it is, but for the ending: {@code riscv.fuzz.asm} beside
     * {@code riscv.yaml}. Nothing if there is none.
     *
     * @param ending such as {@code .fuzz.asm}
     */
    public Optional<SourceFile> companion(String ending) {
        try {
            return plugin.source().text(file.value().replaceFirst("[.]ya?ml$", "") + ending);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** Whether the definition gives the part the name of its file; otherwise that is reported. */
    boolean isCalled(String found, Span at, Diagnostics diagnostics) {
        if (!found.equals(name)) {
            diagnostics.report(
                    CatalogProblem.PART_NAME,
                    at,
                    "plugin " + pluginName() + " offers '" + name + "', but the file defines '" + found + "'",
                    "call it '" + name + "', or rename the file",
                    file.span(),
                    "offered here");
        }
        return found.equals(name);
    }

    /** Whether it is of the same kind and name. */
    boolean isNamesakeOf(Part other) {
        return kind == other.kind && name.equals(other.name);
    }

    InstalledPlugin plugin() {
        return plugin;
    }

    @Override
    public String toString() {
        return name + " (plugin " + pluginName() + ")";
    }
}
