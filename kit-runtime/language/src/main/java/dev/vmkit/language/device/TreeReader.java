package dev.vmkit.language.device;

import dev.vmkit.api.ParameterInfo;
import dev.vmkit.language.isa.TreeTemplate;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.Suggestion;
import dev.vmkit.language.text.Text;
import dev.vmkit.language.yaml.MappingReader;
import dev.vmkit.language.yaml.YamlMapping;
import dev.vmkit.language.yaml.YamlNode;
import dev.vmkit.language.yaml.YamlScalar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code device-tree}: the node's name under {@code node}, everything else is a property. */
final class TreeReader {
    private static final String NODE = "node";

    private final List<String> parameters;
    private final Diagnostics diagnostics;

    TreeReader(List<ParameterInfo> parameters, Diagnostics diagnostics) {
        this.parameters = parameters.stream().map(ParameterInfo::name).toList();
        this.diagnostics = diagnostics;
    }

    Optional<TreeTemplate> read(MappingReader in) {
        return in.mapping("device-tree", "the node in the device tree").flatMap(this::template);
    }

    private Optional<TreeTemplate> template(MappingReader in) {
        Optional<Text> node = in.requiredText(NODE);
        in.requiredNode("compatible");
        Map<String, List<String>> properties = new LinkedHashMap<>();
        for (YamlMapping.Entry entry : in.entries()) {
            if (!entry.name().equals(NODE)) {
                properties.put(entry.name(), values(in, entry.value()));
            }
        }
        return node.map(n -> new TreeTemplate(n.value(), properties));
    }

    private List<String> values(MappingReader in, YamlNode node) {
        if (node instanceof YamlScalar scalar && scalar.value().equals("true")) {
            return List.of();
        }
        List<Text> texts = in.values().texts(node);
        texts.forEach(this::checkParameter);
        return texts.stream().map(Text::value).toList();
    }

    private void checkParameter(Text text) {
        if (text.value().startsWith("$") && !parameters.contains(text.value().substring(1))) {
            diagnostics.report(
                    DeviceProblem.NAME,
                    text.span(),
                    "there is no parameter '" + text.value().substring(1) + "'",
                    Suggestion.didYouMean(text.value().substring(1), parameters));
        }
    }
}
