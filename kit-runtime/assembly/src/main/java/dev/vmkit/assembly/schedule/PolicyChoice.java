package dev.vmkit.assembly.schedule;

import dev.vmkit.assembly.config.Setting;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.language.text.Text;
import dev.vmkit.language.yaml.MappingReader;
import dev.vmkit.language.yaml.YamlMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A policy as it was asked for.
 *
 * @param settings its parameters
 * @param seed of its random numbers, if it was given
 */
public record PolicyChoice(Text name, List<Setting> settings, Optional<Text> seed) {
    private static final String SEED = "seed";

    public PolicyChoice {
        settings = List.copyOf(settings);
    }

    /** Reads {@code { policy: lottery, slice: 10000 instructions, seed: 42 }}; all keys are the policy's but these two. */
    public static Optional<PolicyChoice> read(MappingReader in) {
        Optional<Text> name = in.requiredText("policy");
        Optional<Text> seed = in.text(SEED);
        List<Setting> settings = new ArrayList<>();
        for (YamlMapping.Entry entry : in.entries()) {
            if (!entry.name().equals("policy") && !entry.name().equals(SEED)) {
                in.values()
                        .text(entry.value())
                        .ifPresent(value -> settings.add(new Setting(entry.key().text(), value)));
            }
        }
        return name.map(n -> new PolicyChoice(n, settings, seed));
    }

    /** As on the command line: {@code lottery,slice=5,seed=42}. */
    public static PolicyChoice parse(String written) {
        Text all = new SourceFile("--policy", written).text();
        List<Text> words = split(all);
        List<Setting> settings = new ArrayList<>();
        Optional<Text> seed = Optional.empty();
        for (Text word : words.subList(1, words.size())) {
            int equals = word.value().indexOf('=');
            Text key = word.part(0, Math.max(0, equals)).strip();
            Text value = word.part(equals + 1, word.length()).strip();
            if (key.value().equals(SEED)) {
                seed = Optional.of(value);
            } else {
                settings.add(new Setting(key, value));
            }
        }
        return new PolicyChoice(words.getFirst().strip(), settings, seed);
    }

    private static List<Text> split(Text text) {
        List<Text> words = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.value().charAt(i) == ',') {
                words.add(text.part(from, i));
                from = i + 1;
            }
        }
        return words;
    }
}
