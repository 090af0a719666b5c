package dev.vmkit.language.isa;

import dev.vmkit.language.text.Span;
import dev.vmkit.language.text.Text;
import dev.vmkit.language.yaml.YamlMapping;
import dev.vmkit.language.yaml.YamlNode;

/**
 * One named thing of a section of the file.
 *
 * @param head the key as written, of which the name may be a part: {@code b16 ptr(b8 z)}
 */
record Declaration(Text name, Text head, YamlNode node) {
    String id() {
        return name.value();
    }

    Span span() {
        return name.span();
    }

    /** Whether the declaration says {@code replace: true}. */
    boolean replaces() {
        return node instanceof YamlMapping mapping
                && mapping.get("replace").filter(Fields::isTrue).isPresent();
    }
}
