package dev.vmkit.layers.network;

import dev.vmkit.layers.network.packet.Ipv4Address;
import dev.vmkit.layers.network.packet.Mac;

/** Who is who in a guest's network. */
final class Subnet {
    static final int PREFIX = 24;
    static final Ipv4Address MASK = Ipv4Address.of(255, 255, 255, 0);
    static final Ipv4Address HOST = Ipv4Address.of(10, 0, 2, 2);
    static final Ipv4Address NAMES = Ipv4Address.of(10, 0, 2, 3);
    static final Ipv4Address GUEST = Ipv4Address.of(10, 0, 2, 15);

    /** The device of all that is not the guest; locally administered. */
    static final Mac DEVICE = new Mac(0x5255_0A00_0202L);

    private Subnet() {}

    /** Whether an address is the host's, under either of its roles. */
    static boolean isHost(Ipv4Address address) {
        return address.equals(HOST) || address.equals(NAMES);
    }

    /** Whether an address may be a guest's. */
    static boolean mayBeGuest(Ipv4Address address) {
        int last = address.bits() & 0xFF;
        return address.sharesPrefix(GUEST, PREFIX) && last != 0 && last != 0xFF && !isHost(address);
    }
}
