package dev.vmkit.layers.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SocketsTests {
    private static final long MINUTE = 60_000_000_000L;
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    private int served;

    @Test
    void one_that_is_ready_ends_a_wait_but_no_second_one_before_it_was_served() throws Exception {
        try (Sockets sockets = new Sockets();
                ServerSocketChannel server = ServerSocketChannel.open().bind(new InetSocketAddress(LOOPBACK, 0))) {
            sockets.add(server, SelectionKey.OP_ACCEPT, () -> served++);
            try (Socket _ = new Socket(LOOPBACK, server.socket().getLocalPort())) {
                sockets.await(MINUTE);
                Thread second = Thread.ofPlatform().start(() -> sockets.await(MINUTE));
                assertThat(second.join(Duration.ofMillis(100))).isFalse();
                sockets.ring();
                second.join();
                assertThat(served).isZero();
                sockets.poll();
                assertThat(served).isEqualTo(1);
                sockets.await(MINUTE);
            }
        }
    }
}
