package dev.vmkit.assembly.config;

import dev.vmkit.api.ParameterInfo;
import dev.vmkit.language.text.Text;
import dev.vmkit.language.yaml.MappingReader;
import dev.vmkit.language.yaml.YamlMapping;
import dev.vmkit.language.yaml.YamlNode;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads {@code cpu:}. */
final class CpuReader {
    private static final long FASTEST = 9_000_000_000L;
    private static final long FINEST = 1_000_000_000L;
    private static final BigInteger LEAST_VALUE = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger MOST_VALUE = BigInteger.TWO.pow(Long.SIZE).subtract(BigInteger.ONE);

    private CpuReader() {}

    static Optional<CpuConfig> read(MappingReader in) {
        Optional<Text> isa = in.requiredText("isa");
        Optional<Text> variant = in.text("variant");
        List<CpuConfig.Named<Long>> params =
                named(in, "params", n -> in.values().number(n).map(BigInteger::longValue));
        List<CpuConfig.Named<Boolean>> features = named(in, "features", in.values()::bool);
        Optional<Text> engine = in.text("engine");
        Optional<Located<Long>> startsAt = Reading.address(in, "starts-at");
        Optional<Located<Long>> speed =
                frequency(in, "speed", FASTEST, "a speed lies within 1 Hz and 9 GHz (instructions a virtual second)");
        Optional<Located<Long>> timebase = frequency(
                in, "timebase", FINEST, "a timebase lies within 1 Hz and 1 GHz (ticks of the time counter a second)");
        int harts = in.integer("harts", 1, CpuConfig.MOST_HARTS).orElse(1);
        List<CpuConfig.Named<Long>> registers = named(in, "registers", node -> register(in, node));
        in.finish();
        return isa.map(
                i -> new CpuConfig(i, variant, params, features, engine, startsAt, speed, timebase, harts, registers));
    }

    private static Optional<Long> register(MappingReader in, YamlNode node) {
        return in.values().number(node, LEAST_VALUE, MOST_VALUE).map(BigInteger::longValue);
    }

    private static <T> List<CpuConfig.Named<T>> named(
            MappingReader in, String key, Function<YamlNode, Optional<T>> value) {
        return in.entries(key).stream().flatMap(e -> one(e, value).stream()).toList();
    }

    private static <T> Optional<CpuConfig.Named<T>> one(
            YamlMapping.Entry entry, Function<YamlNode, Optional<T>> value) {
        return value.apply(entry.value())
                .map(v -> new CpuConfig.Named<>(entry.key().text(), v));
    }

    private static Optional<Located<Long>> frequency(MappingReader in, String key, long most, String range) {
        Optional<Located<Long>> frequency = Reading.amount(in, key, ParameterInfo.Type.FREQUENCY);
        if (frequency.isPresent()
                && (frequency.get().value() < 1 || frequency.get().value() > most)) {
            in.diagnostics().report(MachineProblem.QUANTITY, frequency.get().at(), range);
            return Optional.empty();
        }
        return frequency;
    }
}
