/**
 * The formats of the Internet's packets. What enters: bytes that a guest sent, which may be anything. What leaves: one
 * record a format, or nothing where the bytes are not what they claim; and of each record its bytes again. All lengths that
 * packets state are checked against the bytes there are, and what lies beyond a stated length is dropped, so that no stale
 * byte of a frame goes anywhere. Read {@link dev.vmkit.layers.network.packet.Ipv4Packet} first.
 */
@NullMarked
package dev.vmkit.layers.network.packet;

import org.jspecify.annotations.NullMarked;
