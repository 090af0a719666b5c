package dev.vmkit.assembly.config;

import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.Text;
import dev.vmkit.language.yaml.MappingReader;
import dev.vmkit.language.yaml.Values;
import dev.vmkit.language.yaml.YamlMapping;
import dev.vmkit.language.yaml.YamlNode;
import java.util.Optional;

/** Reads {@code console:}, one device or one for each direction. */
final class ConsoleReader {
    private ConsoleReader() {}

    static ConsoleConfig read(YamlNode node, Diagnostics diagnostics) {
        if (node instanceof YamlMapping mapping) {
            MappingReader in = new MappingReader(mapping, "the console", diagnostics);
            ConsoleConfig console = new ConsoleConfig(in.text("types-into"), in.text("shows"));
            in.finish();
            return console;
        }
        Optional<Text> both = new Values(diagnostics).text(node);
        return new ConsoleConfig(both, both);
    }
}
