package dev.vmkit.plugins.virtio.console;

import dev.vmkit.api.ByteStream;
import dev.vmkit.plugins.virtio.queue.Chain;
import dev.vmkit.plugins.virtio.transport.Driver;
import dev.vmkit.plugins.virtio.transport.VirtioDevice;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * A console with one port. What is typed stays on the line until the driver gives a buffer for it, so none is lost. Before
 * there are queues, a character can be shown by writing it into the configuration space (section 5.3.4).
 */
final class Console implements VirtioDevice {
    private static final int RECEIVE = 0;
    private static final int QUEUE = 64;
    private static final int SIZE = 0;
    private static final int EMERGENCY_WRITE = 2;
    private static final int CONFIGURATION_BYTES = 12;
    private static final int EMERGENCY_AT = 8;
    private static final int PIECE = 4096;

    private final ByteStream port;
    private final byte[] configuration;

    Console(ByteStream port, int columns, int rows) {
        this.port = port;
        this.configuration = ByteBuffer.allocate(CONFIGURATION_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) columns)
                .putShort((short) rows)
                .array();
    }

    @Override
    public int id() {
        return 3;
    }

    @Override
    public long features() {
        return 1L << SIZE | 1L << EMERGENCY_WRITE;
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
    public void configure(int offset, int width, long value) {
        if (offset == EMERGENCY_AT) {
            port.write((int) value & 0xFF);
        }
    }

    @Override
    public void connect(Driver driver) {
        port.onInput(() -> driver.wake(RECEIVE));
    }

    @Override
    public boolean ready(int queue) {
        return queue != RECEIVE || port.ready();
    }

    @Override
    public void serve(int queue, Chain chain) {
        if (queue == RECEIVE) {
            receive(chain);
        } else {
            show(chain);
        }
    }

    private void receive(Chain chain) {
        byte[] typed = new byte[Math.min(PIECE, chain.writable())];
        int count = 0;
        while (count < typed.length && port.ready()) {
            typed[count++] = (byte) port.read();
        }
        chain.write(typed, 0, count);
    }

    private void show(Chain chain) {
        byte[] piece = new byte[Math.min(PIECE, chain.readable())];
        while (chain.readable() > 0) {
            int bytes = Math.min(piece.length, chain.readable());
            chain.read(piece, 0, bytes);
            for (int i = 0; i < bytes; i++) {
                port.write(piece[i] & 0xFF);
            }
        }
    }
}
