package dev.vmkit.assembly.assemble;

import dev.vmkit.assembly.config.MachineProblem;
import dev.vmkit.assembly.config.NetworkConfig;
import dev.vmkit.language.device.Connection;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.Span;
import dev.vmkit.language.text.Text;
import dev.vmkit.layers.network.NetworkRules;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds the device whose network the machine file speaks of; a device gets one even if it speaks of none.
 *
 * @param all whether these are all devices of the machine file, none of which could not be resolved
 */
record NetworkResolver(List<ResolvedDevice> devices, boolean all, Diagnostics diagnostics) {

    Optional<ResolvedNetwork> resolve(Optional<NetworkConfig> config) {
        List<ResolvedNetwork> plugs = devices.stream()
                .flatMap(device -> device.definition().connections().values().stream()
                        .filter(plug -> plug.kind() == Connection.Kind.NETWORK)
                        .map(plug -> new ResolvedNetwork(
                                device.name(),
                                plug.name(),
                                config.map(NetworkResolver::rules).orElse(NetworkRules.NONE),
                                config.map(NetworkConfig::span).orElse(device.at()))))
                .toList();
        if (plugs.isEmpty() && all) {
            config.ifPresent(network -> report(network.span(), "this machine has no device with a network"));
        } else if (plugs.size() > 1) {
            report(plugs.get(1).at(), "this machine has more than one device with a network");
        }
        return plugs.stream().findFirst();
    }

    private void report(Span at, String message) {
        diagnostics.report(MachineProblem.NETWORK, at, message, "a machine has one network, for one device");
    }

    private static NetworkRules rules(NetworkConfig network) {
        return new NetworkRules(
                network.services(),
                network.forwards(),
                network.names().stream()
                        .map(Text::value)
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet()));
    }
}
