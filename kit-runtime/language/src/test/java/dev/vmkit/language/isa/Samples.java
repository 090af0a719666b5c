package dev.vmkit.language.isa;

import dev.vmkit.language.text.Diagnostic;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The nine sample definitions, and definitions made of a few lines. */
public final class Samples {
    public static final List<String> ALL =
            List.of("lc3", "stackvm", "chip8", "s360", "pdp11", "mos6502", "z80", "rv64i", "rv64iac");

    private Samples() {}

    /** The file of a sample. */
    public static Optional<SourceFile> find(String name) {
        try (InputStream in = Samples.class.getResourceAsStream("/isa/" + name + ".yaml")) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(
                            new SourceFile(name + ".yaml", new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A sample's model, for its default parameters. */
    public static IsaModel load(String name) {
        return load(name, IsaLoader.Choice.DEFAULT);
    }

    public static IsaModel load(String name, IsaLoader.Choice choice) {
        return load(find(name).orElseThrow(), choice);
    }

    /** The model of a definition that has no mistakes. */
    public static IsaModel load(SourceFile file, IsaLoader.Choice choice) {
        Diagnostics diagnostics = new Diagnostics();
        Optional<IsaModel> model = IsaLoader.load(file, Samples::find, choice, diagnostics);
        return model.orElseThrow(() -> new AssertionError(String.join("\n", show(diagnostics))));
    }

    /** The messages about a definition, each as {@code file:line:column CODE message (hint)}. */
    public static List<String> mistakes(SourceFile file) {
        Diagnostics diagnostics = new Diagnostics();
        IsaLoader.load(file, Samples::find, IsaLoader.Choice.DEFAULT, diagnostics);
        return show(diagnostics);
    }

    private static List<String> show(Diagnostics diagnostics) {
        return diagnostics.list().stream().map(Samples::show).toList();
    }

    private static String show(Diagnostic diagnostic) {
        String place = diagnostic.at().map(Object::toString).orElse("");
        String hint = diagnostic.hint().isEmpty() ? "" : " (" + diagnostic.hint() + ")";
        return place + " " + diagnostic.problem().code() + " " + diagnostic.message() + hint;
    }
}
