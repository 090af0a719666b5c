package dev.vmkit.language.device;

import dev.vmkit.api.ParameterInfo;
import dev.vmkit.api.ParameterInfo.Type;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.Text;
import dev.vmkit.language.yaml.MappingReader;
import dev.vmkit.language.yaml.Values;
import dev.vmkit.language.yaml.YamlMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the parameters of a part. */
public final class ParameterReader {
    private static final Map<String, Type> TYPES = Map.of(
            "number", Type.NUMBER,
            "size", Type.SIZE,
            "frequency", Type.FREQUENCY,
            "time", Type.TIME,
            "duration", Type.DURATION,
            "flag", Type.FLAG,
            "text", Type.TEXT,
            "file", Type.FILE);

    private final Names names;
    private final Choices choices;
    private final Diagnostics diagnostics;

    ParameterReader(Names names, Choices choices, Diagnostics diagnostics) {
        this.names = names;
        this.choices = choices;
        this.diagnostics = diagnostics;
    }

    /** The parameters of a part that has no bodies to use them. */
    public static List<ParameterInfo> read(List<YamlMapping.Entry> entries, Diagnostics diagnostics) {
        return new ParameterReader(new Names(diagnostics), new Choices(diagnostics), diagnostics).read(entries);
    }

    List<ParameterInfo> read(List<YamlMapping.Entry> entries) {
        List<ParameterInfo> parameters = new ArrayList<>();
        for (YamlMapping.Entry entry : entries) {
            names.claimParameter(entry.name(), entry.key().text());
            new Values(diagnostics)
                    .mapping(entry.value(), "a parameter")
                    .map(in -> parameter(entry.name(), in))
                    .ifPresent(parameters::add);
        }
        return parameters;
    }

    private ParameterInfo parameter(String name, MappingReader in) {
        Type type = choices.word(in, "type", Type.NUMBER, TYPES);
        Optional<Text> byDefault = in.text("default");
        long least = in.text("least").flatMap(text -> value(type, text)).orElse(0L);
        long most = in.text("most").flatMap(text -> value(type, text)).orElse(type == Type.FLAG ? 1 : Long.MAX_VALUE);
        List<String> allowed = in.texts("choices").stream().map(Text::value).toList();
        String doc = in.text("doc").map(Text::value).orElse("");
        in.finish();
        ParameterInfo info = new ParameterInfo(name, type, byDefault.map(Text::value), least, most, allowed, doc);
        byDefault.ifPresent(text -> ParameterValue.read(info, text, diagnostics));
        return info;
    }

    private Optional<Long> value(Type type, Text text) {
        Optional<Long> value = Quantity.parse(type, text.value());
        if (value.isEmpty()) {
            diagnostics.report(DeviceProblem.PARAMETER, text.span(), "expected " + Quantity.example(type));
        }
        return value;
    }
}
