package dev.vmkit.assembly.catalog;

import dev.vmkit.api.PartKind;
import dev.vmkit.language.text.Diagnostic;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.language.text.Suggestion;
import dev.vmkit.language.text.Text;
import dev.vmkit.language.yaml.MappingReader;
import dev.vmkit.language.yaml.Values;
import dev.vmkit.language.yaml.YamlMapping;
import dev.vmkit.language.yaml.YamlNode;
import dev.vmkit.language.yaml.YamlReader;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a plugin.yaml. */
final class DeclarationReader {
    private static final String VERSION = "(0|[1-9][0-9]{0,8})(\\.(0|[1-9][0-9]{0,8})){2}(-[0-9A-Za-z.-]{1,40})?";
    private static final List<String> KINDS =
            Stream.of(PartKind.values()).map(DeclarationReader::key).toList();

    private final MappingReader in;
    private final Diagnostics diagnostics;

    private DeclarationReader(MappingReader in) {
        this.in = in;
        this.diagnostics = in.diagnostics();
    }

    /** The declaration, or nothing if it does not say which plugin this is; mistakes are reported. */
    static Optional<PluginDeclaration> read(PluginSource source, Diagnostics diagnostics) {
        try {
            return source.text(PluginSearch.DECLARATION).flatMap(file -> read(file, diagnostics));
        } catch (IOException e) {
            String message = "'" + source.shown(PluginSearch.DECLARATION) + "' cannot be read: " + e.getMessage();
            diagnostics.add(new Diagnostic(CatalogProblem.DECLARATION, message, Optional.empty(), "", List.of()));
            return Optional.empty();
        }
    }

    private static Optional<PluginDeclaration> read(SourceFile file, Diagnostics diagnostics) {
        return YamlReader.read(file, diagnostics)
                .flatMap(root -> new Values(diagnostics).mapping(root, "the plugin"))
                .flatMap(in -> new DeclarationReader(in).declaration());
    }

    /** A kind of part as plugin.yaml and the part's own file call it: {@code isa}, {@code device}. */
    static String key(PartKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private Optional<PluginDeclaration> declaration() {
        Optional<Text> name = in.requiredName("plugin");
        Optional<Text> version = in.requiredText("version").filter(this::isVersion);
        Optional<Text> requires = in.requiredText("requires");
        String about = in.text("about").map(Text::value).orElse("");
        List<PluginDeclaration.Provided> provides = in.list("provides").stream()
                .flatMap(item -> provided(item).stream())
                .toList();
        in.finish();
        if (name.isEmpty() || version.isEmpty() || requires.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new PluginDeclaration(name.get(), version.get(), requires.get(), about, provides));
    }

    private boolean isVersion(Text version) {
        boolean fits = version.value().matches(VERSION);
        if (!fits) {
            diagnostics.report(
                    CatalogProblem.DECLARATION,
                    version.span(),
                    "'" + version + "' is not a version",
                    "write three numbers, such as 1.0.0");
        }
        return fits;
    }

    private Optional<PluginDeclaration.Provided> provided(YamlNode node) {
        if (!(node instanceof YamlMapping mapping) || mapping.entries().size() != 1) {
            diagnostics.report(
                    CatalogProblem.DECLARATION,
                    node.span(),
                    "a provided part is its kind and its file",
                    "write '- device: my-device.yaml'");
            return Optional.empty();
        }
        YamlMapping.Entry entry = mapping.entries().getFirst();
        return kind(entry)
                .flatMap(kind -> in.values()
                        .text(entry.value())
                        .filter(this::isPartFile)
                        .map(file -> new PluginDeclaration.Provided(kind, file)));
    }

    private Optional<PartKind> kind(YamlMapping.Entry entry) {
        Optional<PartKind> kind = Stream.of(PartKind.values())
                .filter(k -> key(k).equals(entry.name()))
                .findFirst();
        if (kind.isEmpty()) {
            String known = "known: " + String.join(", ", KINDS);
            diagnostics.report(
                    CatalogProblem.DECLARATION,
                    entry.key().span(),
                    "there is no kind of part called '" + entry.name() + "'",
                    Suggestion.nearest(entry.name(), KINDS)
                            .map(k -> "did you mean '" + k + "'?")
                            .orElse(known));
        }
        return kind;
    }

    private boolean isPartFile(Text file) {
        boolean fits = PluginSource.staysInside(file.value()) && file.value().endsWith(".yaml");
        if (!fits) {
            diagnostics.report(
                    CatalogProblem.DECLARATION,
                    file.span(),
                    "'" + file + "' is not the path of a YAML file in this plugin",
                    "write it like 'my-device.yaml'");
        }
        return fits;
    }
}
