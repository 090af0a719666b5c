package dev.vmkit.layers.network;

import dev.vmkit.layers.network.packet.DhcpMessage;
import dev.vmkit.layers.network.packet.Ipv4Address;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Gives the guest its address (RFC 2131): always the same one, so there is nothing to keep. */
final class AddressServer {
    static final int SERVER_PORT = 67;
    static final int CLIENT_PORT = 68;

    private static final int DISCOVER = 1;
    private static final int OFFER = 2;
    private static final int REQUEST = 3;
    private static final int ACKNOWLEDGE = 5;
    private static final int REFUSE = 6;
    private static final int INFORM = 8;

    private static final int SUBNET_MASK = 1;
    private static final int ROUTER = 3;
    private static final int NAME_SERVER = 6;
    private static final int REQUESTED_ADDRESS = 50;
    private static final int LEASE_TIME = 51;
    private static final int MESSAGE_TYPE = 53;
    private static final int SERVER = 54;

    private static final int DAY = 86_400;

    private AddressServer() {}

    /** The answer to a message, if it wants one. */
    static Optional<DhcpMessage> answer(DhcpMessage message) {
        byte[] type = message.options().getOrDefault(MESSAGE_TYPE, new byte[0]);
        if (!message.request() || type.length != 1 || !forThisServer(message)) {
            return Optional.empty();
        }
        return switch (type[0]) {
            case DISCOVER -> Optional.of(lease(message, OFFER));
            case REQUEST -> Optional.of(wants(message, Subnet.GUEST) ? lease(message, ACKNOWLEDGE) : refusal(message));
            case INFORM -> Optional.of(reply(message, ACKNOWLEDGE, message.current(), Ipv4Address.NONE, facts()));
            default -> Optional.empty();
        };
    }

    private static boolean forThisServer(DhcpMessage message) {
        return address(message, SERVER).map(Subnet.HOST::equals).orElse(true);
    }

    /** A client asks for an address by an option or, if it has it already, in the message. */
    private static boolean wants(DhcpMessage message, Ipv4Address address) {
        return address(message, REQUESTED_ADDRESS).orElse(message.current()).equals(address);
    }

    private static Optional<Ipv4Address> address(DhcpMessage message, int option) {
        return Optional.ofNullable(message.options().get(option))
                .filter(value -> value.length == 4)
                .map(value -> new Ipv4Address(ByteBuffer.wrap(value).getInt()));
    }

    private static DhcpMessage lease(DhcpMessage message, int type) {
        Map<Integer, byte[]> options = facts();
        options.put(LEASE_TIME, number(DAY));
        return reply(message, type, message.current(), Subnet.GUEST, options);
    }

    private static DhcpMessage refusal(DhcpMessage message) {
        return reply(message, REFUSE, Ipv4Address.NONE, Ipv4Address.NONE, new TreeMap<>());
    }

    /** All that a client that has an address may ask about the network; such a one gets no lease (RFC 2131, 4.3.5). */
    private static Map<Integer, byte[]> facts() {
        Map<Integer, byte[]> options = new TreeMap<>();
        options.put(SUBNET_MASK, number(Subnet.MASK.bits()));
        options.put(ROUTER, number(Subnet.HOST.bits()));
        options.put(NAME_SERVER, number(Subnet.NAMES.bits()));
        return options;
    }

    private static DhcpMessage reply(
            DhcpMessage message, int type, Ipv4Address current, Ipv4Address offered, Map<Integer, byte[]> options) {
        options.put(MESSAGE_TYPE, new byte[] {(byte) type});
        options.put(SERVER, number(Subnet.HOST.bits()));
        return new DhcpMessage(
                false, message.transaction(), message.flags(), current, offered, message.client(), options);
    }

    private static byte[] number(int value) {
        return ByteBuffer.allocate(4).putInt(value).array();
    }
}
