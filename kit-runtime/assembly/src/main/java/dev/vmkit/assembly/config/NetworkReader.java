package dev.vmkit.assembly.config;

import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.Span;
import dev.vmkit.language.text.Text;
import dev.vmkit.language.yaml.MappingReader;
import dev.vmkit.language.yaml.YamlMapping;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads {@code network:}. */
final class NetworkReader {
    private static final int LAST_PORT = 0xFFFF;

    private final MappingReader in;
    private final Diagnostics diagnostics;

    private NetworkReader(MappingReader in) {
        this.in = in;
        this.diagnostics = in.diagnostics();
    }

    static NetworkConfig read(MappingReader in, Span span) {
        NetworkReader reader = new NetworkReader(in);
        NetworkConfig network =
                new NetworkConfig(reader.ports("services"), reader.ports("forward"), reader.names(), span);
        in.finish();
        return network;
    }

    private Map<Integer, Integer> ports(String key) {
        Map<Integer, Integer> ports = new TreeMap<>();
        for (YamlMapping.Entry entry : in.entries(key)) {
            Optional<Integer> from = in.values().integer(entry.key(), 1, LAST_PORT);
            Optional<Integer> to = in.values().integer(entry.value(), 1, LAST_PORT);
            if (from.isPresent() && to.isPresent() && ports.put(from.get(), to.get()) != null) {
                diagnostics.report(
                        MachineProblem.TWICE, entry.key().span(), "port " + from.get() + " leads to two places");
            }
        }
        return ports;
    }

    private List<Text> names() {
        List<Text> names = in.texts("names");
        names.stream()
                .filter(name -> !isName(name.value()))
                .forEach(name -> diagnostics.report(
                        MachineProblem.NETWORK,
                        name.span(),
                        "'" + name + "' is no name of a host",
                        "write words of letters, digits and '-' with dots between them"));
        return names;
    }

    /** RFC 1123, 2.1; and no name is longer than 253 characters. */
    private static boolean isName(String name) {
        String word = "[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?";
        return name.length() <= 253 && name.matches(word + "(\\." + word + ")*");
    }
}
