/**
 * A network for one guest, made of ordinary sockets, so that nobody needs rights for it. What enters: the frames a guest
 * sends, which may be anything. What leaves: frames for the guest; and connections to services on the host's loopback that a
 * {@link dev.vmkit.layers.network.NetworkRules} names, and to nothing else. The guest is 10.0.2.15, the host 10.0.2.2, and
 * the name server 10.0.2.3. Read {@link dev.vmkit.layers.network.UserNetwork} first.
 */
@NullMarked
package dev.vmkit.layers.network;

import org.jspecify.annotations.NullMarked;
