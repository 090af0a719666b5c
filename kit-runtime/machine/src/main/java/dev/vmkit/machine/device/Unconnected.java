package dev.vmkit.machine.device;

import dev.vmkit.api.BlockStore;
import dev.vmkit.api.ByteStream;
import dev.vmkit.api.DmaPort;
import dev.vmkit.api.InterruptLine;
import dev.vmkit.api.NetworkPort;
import dev.vmkit.api.Sound;
import dev.vmkit.api.Surface;
import java.util.Optional;

/** What is behind plugs that the machine file leaves unconnected. */
public final class Unconnected {
    /** A wire that ends nowhere. */
    public static final InterruptLine INTERRUPT = raised -> {};

    /** A stream on which nothing comes in and output is dropped. */
    public static final ByteStream STREAM = new ByteStream() {
        @Override
        public boolean ready() {
            return false;
        }

        @Override
        public int read() {
            return -1;
        }

        @Override
        public void write(int value) {}

        @Override
        public void onInput(Runnable listener) {}
    };

    /** A port to which no memory was granted. */
    public static final DmaPort DMA = new DmaPort() {
        @Override
        public boolean read(long address, byte[] target, int from, int length) {
            return false;
        }

        @Override
        public boolean write(long address, byte[] source, int from, int length) {
            return false;
        }
    };

    /** A store of no bytes. */
    public static final BlockStore STORE = new BlockStore() {
        @Override
        public long size() {
            return 0;
        }

        @Override
        public void read(long position, byte[] target, int from, int length) {}

        @Override
        public void write(long position, byte[] source, int from, int length) {}

        @Override
        public void flush() {}
    };

    /** A network on which nothing comes in and frames are lost. */
    public static final NetworkPort NETWORK = new NetworkPort() {
        @Override
        public void send(byte[] frame) {}

        @Override
        public boolean ready() {
            return false;
        }

        @Override
        public Optional<byte[]> receive() {
            return Optional.empty();
        }

        @Override
        public void onFrame(Runnable listener) {}
    };

    /** A surface that nobody looks at. */
    public static final Surface SURFACE = painter -> {};

    /** A sound that nobody hears. */
    public static final Sound SOUND = new Sound() {
        @Override
        public void play(long first, long second, long nanos) {}

        @Override
        public void silence() {}
    };

    private Unconnected() {}
}
