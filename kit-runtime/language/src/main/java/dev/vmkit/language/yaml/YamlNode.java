package dev.vmkit.language.yaml;

import dev.vmkit.language.text.Span;

/** A node of a positioned YAML document. */
public sealed interface YamlNode permits YamlMapping, YamlSequence, YamlScalar {

    /** The place of the node: a scalar's text, a collection from its first to its last token. */
    Span span();

    /** What it is, in a learner's words: "a mapping", "a list", "a value". */
    String kind();
}
