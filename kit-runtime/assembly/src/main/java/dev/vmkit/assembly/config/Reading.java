package dev.vmkit.assembly.config;

import dev.vmkit.language.text.Text;
import dev.vmkit.language.yaml.MappingReader;
import java.util.Optional;

/** Values of machine files that keep their places. */
final class Reading {
    private Reading() {}

    /** An address; 64 bits fill the long's sign. */
    static Optional<Located<Long>> address(MappingReader in, String key) {
        return in.unsigned(key, 64)
                .map(value -> new Located<>(value, in.node(key).orElseThrow().span()));
    }

    /** An amount with its unit. */
    static Optional<Located<Long>> amount(MappingReader in, String key, Quantity.Dimension dimension) {
        return in.text(key).flatMap(text -> amount(in, text, dimension));
    }

    private static Optional<Located<Long>> amount(MappingReader in, Text text, Quantity.Dimension dimension) {
        return new QuantityReader(in.diagnostics())
                .amount(text, dimension)
                .map(value -> new Located<>(value, text.span()));
    }
}
