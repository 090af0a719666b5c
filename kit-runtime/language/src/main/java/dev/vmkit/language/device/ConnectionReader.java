package dev.vmkit.language.device;

import dev.vmkit.language.device.Connection.Kind;
import dev.vmkit.language.text.Text;
import dev.vmkit.language.yaml.MappingReader;
import dev.vmkit.language.yaml.Values;
import dev.vmkit.language.yaml.YamlMapping;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Reads what a device is connected by. */
final class ConnectionReader {
    private static final Map<String, Kind> KINDS = Map.of(
            "stream", Kind.STREAM,
            "interrupt", Kind.INTERRUPT,
            "store", Kind.STORE,
            "network", Kind.NETWORK,
            "surface", Kind.SURFACE,
            "sound", Kind.SOUND);

    private final Names names;
    private final Choices choices;

    ConnectionReader(Names names, Choices choices) {
        this.names = names;
        this.choices = choices;
    }

    Map<String, Connection> read(List<YamlMapping.Entry> entries) {
        Map<String, Connection> connections = new LinkedHashMap<>();
        for (YamlMapping.Entry entry : entries) {
            names.claim(entry.name(), entry.key().text());
            new Values(names.diagnostics())
                    .mapping(entry.value(), "a connection")
                    .ifPresent(in -> connections.put(entry.name(), connection(entry, in)));
        }
        return connections;
    }

    private Connection connection(YamlMapping.Entry entry, MappingReader in) {
        in.requiredNode("kind");
        Kind kind = choices.word(in, "kind", Kind.STREAM, KINDS);
        OptionalLong line = kind == Kind.INTERRUPT
                ? in.unsigned("line", 16).map(OptionalLong::of).orElse(OptionalLong.empty())
                : OptionalLong.empty();
        boolean perHart = kind == Kind.INTERRUPT && choices.word(in, "per", false, Map.of("hart", true));
        boolean fixed = kind == Kind.STORE && choices.word(in, "access", false, Map.of("ro", true, "rw", false));
        String doc = in.text("doc").map(Text::value).orElse("");
        in.finish();
        return new Connection(
                entry.name(), kind, line, perHart, fixed, doc, entry.key().span());
    }
}
