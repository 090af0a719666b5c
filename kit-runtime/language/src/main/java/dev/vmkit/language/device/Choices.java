package dev.vmkit.language.device;

import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.Suggestion;
import dev.vmkit.language.text.Text;
import dev.vmkit.language.yaml.MappingReader;
import dev.vmkit.language.yaml.Values;
import dev.vmkit.language.yaml.YamlNode;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads values that are one of a few. */
final class Choices {
    private final Diagnostics diagnostics;

    Choices(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** The meaning of the word under a key; {@code otherwise} if it is absent or wrong. */
    <T> T word(MappingReader in, String key, T otherwise, Map<String, T> meanings) {
        Optional<Text> word = in.text(key);
        word.filter(w -> !meanings.containsKey(w.value())).ifPresent(w -> refuse(w, meanings));
        return word.map(w -> meanings.getOrDefault(w.value(), otherwise)).orElse(otherwise);
    }

    private void refuse(Text word, Map<String, ?> meanings) {
        TreeSet<String> known = new TreeSet<>(meanings.keySet());
        diagnostics.report(
                DeviceProblem.CHOICE,
                word.span(),
                "'" + word + "' is none of " + String.join(", ", known),
                Suggestion.didYouMean(word.value(), known));
    }

    /** The number under a key; {@code otherwise} if it is absent or wrong. */
    int number(MappingReader in, String key, int otherwise, List<Integer> allowed) {
        return in.node(key).map(node -> number(node, otherwise, allowed)).orElse(otherwise);
    }

    int number(YamlNode node, int otherwise, List<Integer> allowed) {
        Optional<BigInteger> number = new Values(diagnostics).number(node);
        Optional<Integer> match = allowed.stream()
                .filter(a -> number.filter(BigInteger.valueOf(a)::equals).isPresent())
                .findFirst();
        if (number.isPresent() && match.isEmpty()) {
            String all = allowed.stream().map(String::valueOf).collect(Collectors.joining(", "));
            diagnostics.report(DeviceProblem.CHOICE, node.span(), "'" + number.get() + "' is none of " + all);
        }
        return match.orElse(otherwise);
    }
}
