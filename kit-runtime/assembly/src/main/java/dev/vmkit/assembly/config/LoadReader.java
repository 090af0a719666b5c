package dev.vmkit.assembly.config;

import dev.vmkit.language.text.Text;
import dev.vmkit.language.yaml.MappingReader;
import dev.vmkit.language.yaml.YamlMapping;
import dev.vmkit.language.yaml.YamlNode;
import dev.vmkit.language.yaml.YamlSequence;
import java.util.List;
import java.util.Optional;

/** Reads {@code load:} and {@code firmware:}, a file or a list of files, each as a path or with where it goes. */
final class LoadReader {
    private LoadReader() {}

    static List<LoadConfig> read(MappingReader in, String key) {
        Optional<YamlNode> node = in.node(key);
        if (node.isEmpty()) {
            return List.of();
        }
        List<YamlNode> items = node.get() instanceof YamlSequence list ? list.items() : List.of(node.get());
        return items.stream().flatMap(item -> one(in, item).stream()).toList();
    }

    private static Optional<LoadConfig> one(MappingReader in, YamlNode node) {
        if (node instanceof YamlMapping mapping) {
            return file(new MappingReader(mapping, "a file to load", in.diagnostics()));
        }
        return in.values().text(node).map(LoadConfig::of);
    }

    private static Optional<LoadConfig> file(MappingReader in) {
        Optional<Text> file = in.requiredText("file");
        Optional<Located<Long>> at = Reading.address(in, "at");
        Optional<Text> format = in.text("format");
        in.finish();
        return file.map(f -> new LoadConfig(f, at, format));
    }
}
