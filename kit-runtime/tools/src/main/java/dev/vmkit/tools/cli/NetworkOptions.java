package dev.vmkit.tools.cli;

import dev.vmkit.assembly.assemble.ResolvedMachine;
import dev.vmkit.assembly.assemble.ResolvedNetwork;
import dev.vmkit.layers.network.NetworkRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What the guest's network leads to, besides what the machine file says. */
final class NetworkOptions {
    @Option(
            names = "--forward",
            paramLabel = "PORT:GUEST",
            converter = PortPair.class,
            description = "Have a port of this host's loopback lead to a port of the guest, as 8022:22.")
    private List<Ports> forwards = new ArrayList<>();

    @Option(
            names = "--service",
            paramLabel = "PORT:HOST",
            converter = PortPair.class,
            description = "Let the guest reach a port of this host's loopback as a port of 10.0.2.2, as 80:8080.")
    private List<Ports> services = new ArrayList<>();

    /** Two ports. */
    record Ports(int from, int to) {}

    /** Whether nothing is said here. */
    boolean isEmpty() {
        return forwards.isEmpty() && services.isEmpty();
    }

    /**
     * The machine with what is said here.
     *
     * @return nothing if it has no network to which it could apply
     */
    Optional<ResolvedMachine> apply(ResolvedMachine machine) {
        if (isEmpty()) {
            return Optional.of(machine);
        }
        NetworkRules more = new NetworkRules(map(services), map(forwards), Set.of());
        Optional<ResolvedNetwork> network = machine.network().map(n -> n.and(more));
        return network.map(machine::withNetwork);
    }

    private static Map<Integer, Integer> map(List<Ports> ports) {
        Map<Integer, Integer> map = new TreeMap<>();
        ports.forEach(pair -> map.put(pair.from(), pair.to()));
        return map;
    }

    /** Two ports with a colon between them. */
    static final class PortPair implements ITypeConverter<Ports> {
        private static final int LAST_PORT = 0xFFFF;

        @Override
        public Ports convert(String text) {
            String[] words = text.split(":", -1);
            if (words.length != 2) {
                throw wrong(text);
            }
            return new Ports(port(words[0], text), port(words[1], text));
        }

        private static int port(String word, String text) {
            int port = word.matches("[0-9]{1,5}") ? Integer.parseInt(word) : 0;
            if (port < 1 || port > LAST_PORT) {
                throw wrong(text);
            }
            return port;
        }

        private static TypeConversionException wrong(String text) {
            return new TypeConversionException("'" + text + "' is no pair of ports; write 8022:22");
        }
    }
}
