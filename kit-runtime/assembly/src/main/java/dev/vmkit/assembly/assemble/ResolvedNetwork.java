package dev.vmkit.assembly.assemble;

import dev.vmkit.language.text.Span;
import dev.vmkit.layers.network.NetworkRules;

/**
 * A device's network and what it leads to.
 *
 * @param plug the name of the device's connection
 * @param at where the machine file says so
 */
public record ResolvedNetwork(String device, String plug, NetworkRules rules, Span at) {

    /** The same network with more rules, which count where both speak of one port. */
    public ResolvedNetwork and(NetworkRules more) {
        return new ResolvedNetwork(device, plug, rules.and(more), at);
    }
}
