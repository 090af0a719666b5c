package dev.vmkit.plugins.virtio;

import dev.vmkit.testkit.device.DeviceBench;

/** A device that fills buffers of its queue 0, and what it gives for a good request. */
enum Victim {
    BLOCK(513),
    CONSOLE(Victim.ROOM),
    ENTROPY(Victim.ROOM),
    NETWORK(1526);

    /** Bytes of a buffer. Whatever device fills it writes more than the tests leave before a border. */
    static final int ROOM = 2048;

    private final int written;

    Victim(int written) {
        this.written = written;
    }

    DeviceBench bench(MemoryStore store) {
        return switch (this) {
            case BLOCK -> Benches.disk(store);
            case CONSOLE -> Benches.console();
            case ENTROPY -> Benches.entropy(1);
            case NETWORK -> Benches.network("52:54:00:12:34:56");
        };
    }

    /** Has something come in from outside, for a device that waits for it. */
    void feed(DeviceBench bench) {
        if (this == CONSOLE) {
            "k".repeat(ROOM).chars().forEach(bench.stream()::lieReady);
        } else if (this == NETWORK) {
            bench.network().arrive(new byte[1514]);
        }
    }

    /** A request as a driver should make it. */
    Request request() {
        return this == BLOCK ? Request.block(0, 0).writes(512).writes(1) : new Request().writes(ROOM);
    }

    /** Bytes that it writes for {@link #request}. */
    int written() {
        return written;
    }
}
