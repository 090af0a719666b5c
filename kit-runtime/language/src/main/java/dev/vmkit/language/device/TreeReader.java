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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads {@code device-tree}: the node's name under {@code node}, other nodes under {@code beside}; everything else is a
 * property.
 */
final class TreeReader {
    private static final String NODE = "node";
    private static final String BESIDE = "beside";
    /** In nodes beside a device's own, the number by which they mention it. */
    static final String PHANDLE = "phandle";

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
        List<TreeTemplate> beside = new ArrayList<>();
        for (YamlMapping.Entry entry : in.entries(BESIDE)) {
            in.values()
                    .mapping(entry.value(), "a node of the device tree")
                    .ifPresent(other -> beside.add(new TreeTemplate(entry.name(), properties(other, mentioned()))));
        }
        Map<String, List<String>> properties = properties(in, parameters);
        return node.map(n -> new TreeTemplate(n.value(), properties, beside));
    }

    private List<String> mentioned() {
        List<String> all = new ArrayList<>(parameters);
        all.add(PHANDLE);
        return all;
    }

    private Map<String, List<String>> properties(MappingReader in, List<String> known) {
        in.requiredNode("compatible");
        Map<String, List<String>> properties = new LinkedHashMap<>();
        for (YamlMapping.Entry entry : in.entries()) {
            if (!List.of(NODE, BESIDE).contains(entry.name())) {
                properties.put(entry.name(), values(in, entry.value(), known));
            }
        }
        return properties;
    }

    private List<String> values(MappingReader in, YamlNode node, List<String> known) {
        if (node instanceof YamlScalar scalar && scalar.value().equals("true")) {
            return List.of();
        }
        List<Text> texts = in.values().texts(node);
        texts.forEach(text -> checkParameter(text, known));
        return texts.stream().map(Text::value).toList();
    }

    private void checkParameter(Text text, List<String> known) {
        if (text.value().startsWith("$") && !known.contains(text.value().substring(1))) {
            diagnostics.report(
                    DeviceProblem.NAME,
                    text.span(),
                    "there is no parameter '" + text.value().substring(1) + "'",
                    Suggestion.didYouMean(text.value().substring(1), known));
        }
    }
}
