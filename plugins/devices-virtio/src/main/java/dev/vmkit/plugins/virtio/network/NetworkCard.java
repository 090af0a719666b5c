package dev.vmkit.plugins.virtio.network;

import dev.vmkit.api.NetworkPort;
import dev.vmkit.plugins.virtio.queue.Chain;
import dev.vmkit.plugins.virtio.transport.Driver;
import dev.vmkit.plugins.virtio.transport.VirtioDevice;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * A network card. Each chain holds one frame after a header, in which nothing is said because no offload was agreed on. What
 * comes in waits in the network until the driver gives a buffer for it.
 */
final class NetworkCard implements VirtioDevice {
    /** Bytes of struct virtio_net_hdr (section 5.1.6); the last two are the number of buffers of a frame. */
    private static final int HEADER = 12;

    /** Bytes of the header for a driver that does not know of version 1: the number is missing (section 5.1.6.1). */
    private static final int LEGACY_HEADER = 10;

    private static final int RECEIVE = 0;
    private static final int QUEUE = 256;
    private static final int MAC = 5;
    private static final int STATUS = 16;
    private static final short LINK_UP = 1;
    private static final int BUFFERS_AT = LEGACY_HEADER;

    private final NetworkPort network;
    private final byte[] configuration;
    private Driver driver = Driver.NOBODY;

    NetworkCard(NetworkPort network, MacAddress mac) {
        this.network = network;
        this.configuration = ByteBuffer.allocate(MacAddress.BYTES + 2)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(mac.bytes())
                .putShort(LINK_UP)
                .array();
    }

    @Override
    public int id() {
        return 1;
    }

    @Override
    public long features() {
        return 1L << MAC | 1L << STATUS;
    }

    @Override
    public List<Integer> queues() {
        return List.of(QUEUE, QUEUE);
    }

    @Override
    public byte[] configuration() {
        return configuration;
    }

    @Override
    public void connect(Driver other) {
        driver = other;
        network.onFrame(() -> driver.wake(RECEIVE));
    }

    @Override
    public boolean ready(int queue) {
        return queue != RECEIVE || network.ready();
    }

    @Override
    public void serve(int queue, Chain chain) {
        if (queue == RECEIVE) {
            network.receive().ifPresent(frame -> receive(frame, chain));
        } else {
            send(chain);
        }
    }

    private int header() {
        return driver.accepted(Driver.VERSION_1) ? HEADER : LEGACY_HEADER;
    }

    /** Section 5.1.6.3.1: a driver without mergeable buffers gives room for the longest frame in each; a frame that finds
     * less is a fault of the driver. */
    private void receive(byte[] frame, Chain chain) {
        int header = header();
        byte[] packet = new byte[header + frame.length];
        if (header > BUFFERS_AT) {
            packet[BUFFERS_AT] = 1;
        }
        System.arraycopy(frame, 0, packet, header, frame.length);
        chain.write(packet, 0, packet.length);
    }

    /** What is no frame is not sent; a chain without a header is a fault of the driver. */
    private void send(Chain chain) {
        chain.read(new byte[HEADER], 0, header());
        if (chain.readable() >= NetworkPort.HEADER && chain.readable() <= NetworkPort.LONGEST) {
            byte[] frame = new byte[chain.readable()];
            chain.read(frame, 0, frame.length);
            network.send(frame);
        }
    }
}
