package dev.vmkit.language.yaml;

import dev.vmkit.language.text.Span;
import dev.vmkit.language.text.Text;

/**
 * A scalar: always text, never converted.
 *
 * @param text the value after YAML's unescaping and folding, each character with its place
 * @param quoted whether it was quoted or a block scalar, so that it was certainly meant as text
 */
public record YamlScalar(Text text, boolean quoted) implements YamlNode {

    public String value() {
        return text.value();
    }

    @Override
    public Span span() {
        return text.span();
    }

    @Override
    public String kind() {
        return "a value";
    }
}
