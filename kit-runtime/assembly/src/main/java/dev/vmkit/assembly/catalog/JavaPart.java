package dev.vmkit.assembly.catalog;

import dev.vmkit.api.ParameterInfo;
import dev.vmkit.api.PartKind;
import dev.vmkit.language.device.ParameterReader;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.Text;
import dev.vmkit.language.yaml.MappingReader;
import dev.vmkit.language.yaml.Values;
import dev.vmkit.language.yaml.YamlReader;
import java.util.List;
import java.util.Optional;

/**
 * A part whose YAML says which class does the work, and with which parameters.
 *
 * @param doc one sentence
 * @param promises laws it says it keeps, by their names
 */
record JavaPart(String doc, Text className, List<ParameterInfo> parameters, List<Text> promises) {

    static Optional<JavaPart> read(Part part, Diagnostics diagnostics) {
        return part.definition(diagnostics)
                .flatMap(file -> YamlReader.read(file, diagnostics))
                .flatMap(root -> new Values(diagnostics).mapping(root, "the part"))
                .flatMap(in -> read(part, in));
    }

    private static Optional<JavaPart> read(Part part, MappingReader in) {
        Optional<Text> name = in.requiredName(DeclarationReader.key(part.kind()));
        String doc = in.text("doc").map(Text::value).orElse("");
        Optional<Text> className = in.requiredText("class");
        List<ParameterInfo> parameters = part.kind() == PartKind.POLICY
                ? ParameterReader.read(in.entries("parameters"), in.diagnostics())
                : List.of();
        List<Text> promises = part.kind() == PartKind.POLICY ? in.names("promises") : List.of();
        in.finish();
        boolean called =
                name.isPresent() && part.isCalled(name.get().value(), name.get().span(), in.diagnostics());
        return called ? className.map(c -> new JavaPart(doc, c, parameters, promises)) : Optional.empty();
    }
}
