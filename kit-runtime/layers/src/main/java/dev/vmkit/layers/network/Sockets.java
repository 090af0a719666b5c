package dev.vmkit.layers.network;

import dev.vmkit.machine.board.Doorbell;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

/** The sockets of one network, looked at from time to time or waited for; none of them ever blocks. */
final class Sockets implements Doorbell, Closeable {
    private static final long NANOS_A_MILLISECOND = 1_000_000;

    private final Selector selector;

    Sockets() throws IOException {
        selector = Selector.open();
    }

    /** Adds a channel; {@code onReady} runs within {@link #poll} whenever it can do what its key is interested in. */
    SelectionKey add(SelectableChannel channel, int operations, Runnable onReady) throws IOException {
        channel.configureBlocking(false);
        return channel.register(selector, operations, onReady);
    }

    /** Serves the sockets that are ready. */
    void poll() {
        if (selector.keys().isEmpty()) {
            return;
        }
        select(-1);
        for (Iterator<SelectionKey> keys = selector.selectedKeys().iterator(); keys.hasNext(); ) {
            SelectionKey key = keys.next();
            keys.remove();
            if (key.isValid() && key.attachment() instanceof Runnable onReady) {
                onReady.run();
            }
        }
    }

    /**
     * Lets go of sockets that were closed: those that are looked at are closed in truth only with the next look. Not from
     * within {@link #poll}, which does so itself the next time.
     */
    void release() {
        select(-1);
    }

    @Override
    public void ring() {
        selector.wakeup();
    }

    /**
     * Socket readiness is known to the millisecond. A socket that is known to be ready, and that nobody has looked at, does
     * not end another wait: the machine has no room for what it brings.
     */
    @Override
    public void await(long nanos) {
        Map<SelectionKey, Integer> known = new HashMap<>();
        selector.selectedKeys().stream()
                .filter(SelectionKey::isValid)
                .forEach(key -> known.put(key, key.interestOpsAnd(0)));
        select(nanos / NANOS_A_MILLISECOND);
        known.forEach(SelectionKey::interestOps);
    }

    private void select(long milliseconds) {
        try {
            if (milliseconds > 0) {
                selector.select(milliseconds);
            } else {
                selector.selectNow();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the host's sockets cannot be looked at", e);
        }
    }

    @Override
    public void close() {
        try {
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the host's sockets cannot be closed", e);
        }
    }
}
