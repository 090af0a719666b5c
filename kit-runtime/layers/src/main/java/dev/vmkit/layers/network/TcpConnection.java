package dev.vmkit.layers.network;

import static dev.vmkit.layers.network.packet.TcpSegment.ACK;
import static dev.vmkit.layers.network.packet.TcpSegment.RST;
import static dev.vmkit.layers.network.packet.TcpSegment.SYN;

import dev.vmkit.layers.network.packet.TcpSegment;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A connection with the guest at one end and a socket of the host at the other: the other party of the guest's TCP (RFC
 * 9293). What comes from the guest is noted at once; sockets and answers are served when the machine looks at its input.
 */
final class TcpConnection {
    private static final int DEFAULT_SIZE = 536; // RFC 9293, 3.7.1
    private static final int SMALLEST_SIZE = 64;

    /** How far the two ends have met. */
    private enum Stage {
        /** The guest called; the host's service is being connected to. */
        DIALING,
        /** Somebody on the host called; the guest has not answered. */
        CALLING,
        /** The guest called and was answered, but has not confirmed. */
        ANSWERING,
        OPEN,
        CLOSED
    }

    private final SocketChannel socket;
    private final SelectionKey key;
    private final SegmentWriter writer;
    private final int number;
    private final Resending resending = new Resending();
    private Stage stage;
    private @Nullable TcpSender sender;
    private @Nullable TcpReceiver receiver;
    private int segmentSize = DEFAULT_SIZE;
    private boolean synDue;
    private boolean ackDue;
    private boolean outputShut;

    private TcpConnection(
            Stage stage, Flow flow, SocketChannel socket, Sockets sockets, Outbox outbox, int number, int interest)
            throws IOException {
        this.stage = stage;
        this.socket = socket;
        this.writer = new SegmentWriter(flow, outbox);
        this.number = number;
        this.key = sockets.add(socket, interest, this::ready);
    }

    /**
     * The guest calls a service.
     *
     * @param number where the sequence towards the guest starts
     * @param syn the guest's call
     */
    static TcpConnection called(Flow flow, int port, Sockets sockets, Outbox outbox, int number, TcpSegment syn)
            throws IOException {
        SocketChannel socket = SocketChannel.open();
        TcpConnection connection =
                new TcpConnection(Stage.DIALING, flow, socket, sockets, outbox, number, SelectionKey.OP_CONNECT);
        connection.meet(syn);
        connection.dial(port);
        return connection;
    }

    /** Somebody on the host calls the guest. */
    static TcpConnection calling(Flow flow, SocketChannel socket, Sockets sockets, Outbox outbox, int number)
            throws IOException {
        TcpConnection connection = new TcpConnection(Stage.CALLING, flow, socket, sockets, outbox, number, 0);
        connection.synDue = true;
        return connection;
    }

    boolean isClosed() {
        return stage == Stage.CLOSED;
    }

    private void dial(int port) throws IOException {
        try {
            if (socket.connect(Loopback.port(port))) {
                answer();
            }
        } catch (IOException refused) {
            close();
            throw refused;
        }
    }

    private void meet(TcpSegment syn) {
        receiver = new TcpReceiver(syn.sequence() + 1);
        segmentSize = Math.max(SMALLEST_SIZE, syn.segmentSize().orElse(DEFAULT_SIZE));
    }

    private void answer() {
        stage = Stage.ANSWERING;
        synDue = true;
        key.interestOps(0);
    }

    private void open(TcpSegment confirmation) {
        stage = Stage.OPEN;
        sender = new TcpSender(number + 1, confirmation.window(), Math.min(segmentSize, TcpSegment.MOST));
        resending.settled();
    }

    /** A segment from the guest. */
    void take(TcpSegment segment) {
        switch (stage) {
            case DIALING -> {
                if (segment.has(RST)) {
                    abandon();
                }
            }
            case CALLING -> beAnswered(segment);
            case ANSWERING, OPEN -> goOn(segment, java.util.Objects.requireNonNull(receiver));
            case CLOSED -> {}
        }
    }

    /** RFC 9293, 3.10.7.3. */
    private void beAnswered(TcpSegment segment) {
        boolean ours = segment.has(ACK) && segment.acknowledgement() == number + 1;
        if (segment.has(RST)) {
            if (ours) {
                abandon();
            }
        } else if (ours && segment.has(SYN)) {
            meet(segment);
            open(segment);
            ackDue = true;
        } else {
            writer.refuse(segment);
        }
    }

    /** RFC 9293, 3.10.7.4; with RFC 5961, a reset must be exact. */
    private void goOn(TcpSegment segment, TcpReceiver known) {
        if (stage == Stage.ANSWERING && segment.has(SYN) && segment.sequence() + 1 == known.next()) {
            synDue = true;
        } else if (!known.accepts(segment)) {
            ackDue |= !segment.has(RST);
        } else if (segment.has(RST) && segment.sequence() == known.next()) {
            abandon();
        } else if (segment.has(RST | SYN)) {
            ackDue = true;
        } else if (segment.has(ACK)) {
            acknowledged(segment, known);
        }
    }

    private void acknowledged(TcpSegment segment, TcpReceiver known) {
        if (stage == Stage.ANSWERING) {
            if (segment.acknowledgement() != number + 1) {
                writer.refuse(segment);
                return;
            }
            open(segment);
        }
        TcpSender talking = java.util.Objects.requireNonNull(sender);
        if (!talking.sent(segment.acknowledgement())) {
            ackDue = true;
            return;
        }
        if (talking.acknowledged(segment.acknowledgement(), segment.window()) || talking.blocked()) {
            resending.settled(); // A guest that says that its window is closed is there.
        }
        known.take(segment);
        ackDue |= segment.length() > 0;
    }

    /** The socket can do what its key is interested in. */
    private void ready() {
        try {
            if (stage == Stage.DIALING && socket.finishConnect()) {
                answer();
            } else if (sender != null && key.isReadable()) {
                sender.fill(socket);
            }
        } catch (IOException gone) {
            fail();
        }
    }

    /** Hands the socket what came from the guest, and the guest what it takes and is due. */
    void serve(long now) {
        try {
            if (sender != null && receiver != null && stage == Stage.OPEN) {
                serve(sender, receiver, now);
            } else if (stage == Stage.CALLING || stage == Stage.ANSWERING) {
                synDue |= timeOut(now);
                introduce();
            }
        } catch (IOException gone) {
            fail();
        }
    }

    private void introduce() {
        if (synDue && !isClosed()) {
            synDue = false;
            if (receiver == null) {
                writer.call(number);
            } else {
                writer.answer(number, receiver);
            }
        }
    }

    private void serve(TcpSender talking, TcpReceiver listening, long now) throws IOException {
        listening.drain(socket);
        if (listening.finished() && listening.isEmpty() && !outputShut) {
            outputShut = true;
            socket.shutdownOutput();
        }
        if (!talking.inFlight() && !talking.blocked()) {
            resending.settled();
        } else if (timeOut(now)) {
            talking.rewind();
        }
        if (!isClosed()) {
            speak(talking, listening);
            finish(talking, listening);
        }
    }

    private void speak(TcpSender talking, TcpReceiver listening) {
        while (writer.hasRoom()) {
            Optional<TcpSender.Piece> piece = talking.piece();
            if (piece.isEmpty()) {
                break;
            }
            say(piece.get(), listening);
        }
        if ((ackDue || listening.hasNewWindow()) && writer.hasRoom()) {
            say(new TcpSender.Piece(talking.next(), new byte[0], false), listening);
        }
    }

    private void say(TcpSender.Piece piece, TcpReceiver listening) {
        ackDue = false;
        writer.send(piece, listening);
    }

    private void finish(TcpSender talking, TcpReceiver listening) {
        if (talking.done() && outputShut && !ackDue) {
            close();
        } else {
            int read = !talking.finished() && talking.hasRoom() ? SelectionKey.OP_READ : 0;
            key.interestOps(read | (listening.isEmpty() ? 0 : SelectionKey.OP_WRITE));
        }
    }

    /** Whether to send again; a guest that never answers loses the connection. */
    private boolean timeOut(long now) {
        boolean again = resending.due(now);
        if (resending.hopeless()) {
            fail();
        }
        return again;
    }

    /** The host's end is gone. */
    private void fail() {
        int next = receiver == null ? 0 : receiver.next();
        int sequence = sender == null ? number + (stage == Stage.ANSWERING ? 1 : 0) : sender.next();
        writer.reset(sequence, next);
        abandon();
    }

    /** The guest's end is gone: the host's hears of it as of a reset. */
    void abandon() {
        try {
            if (socket.isOpen()) {
                socket.setOption(StandardSocketOptions.SO_LINGER, 0);
            }
        } catch (IOException gone) {
            // Then it is not there to hear anything.
        }
        close();
    }

    private void close() {
        stage = Stage.CLOSED;
        try {
            socket.close();
        } catch (IOException gone) {
            // It is closed all the same.
        }
    }
}
