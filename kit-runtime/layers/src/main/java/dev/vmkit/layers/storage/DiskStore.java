package dev.vmkit.layers.storage;

import dev.vmkit.api.BlockStore;
import java.io.Closeable;
import java.io.IOException;

/** The bytes of a disk that is open. */
public interface DiskStore extends BlockStore, Closeable {
    /**
     * Flushes and closes its files; of no use afterwards.
     *
     * @throws IOException if what was written may be lost
     */
    @Override
    void close() throws IOException;
}
