package dev.vmkit.assembly.config;

import dev.vmkit.api.ParameterInfo.Type;
import dev.vmkit.language.text.Text;
import dev.vmkit.language.yaml.MappingReader;
import java.util.Optional;
import java.util.function.Function;

/** Values of machine files that keep their places. */
final class Reading {
    private Reading() {}

    /** An address; 64 bits fill the long's sign. */
    static Optional<Located<Long>> address(MappingReader in, String key) {
        return in.unsigned(key, 64)
                .map(value -> new Located<>(value, in.node(key).orElseThrow().span()));
    }

    /** An amount with its unit. */
    static Optional<Located<Long>> amount(MappingReader in, String key, Type type) {
        return located(in, key, text -> new QuantityReader(in.diagnostics()).amount(text, type));
    }

    /** A number of instructions. */
    static Optional<Located<Long>> instructions(MappingReader in, String key) {
        return located(in, key, new QuantityReader(in.diagnostics())::instructions);
    }

    private static <T> Optional<Located<T>> located(MappingReader in, String key, Function<Text, Optional<T>> reader) {
        return in.text(key).flatMap(text -> reader.apply(text).map(value -> new Located<>(value, text.span())));
    }
}
