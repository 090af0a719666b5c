package dev.vmkit.layers.storage;

import dev.vmkit.api.ByteStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file that takes what goes out of a stream: what a printer prints, a punch punches. Nothing comes in from it. A failure of the
 * host changes nothing for the guest and is told when the file is closed.
 */
public final class OutputFile implements ByteStream, Closeable {
    /** Bytes that it takes at most. */
    public static final long MOST_BYTES = 64 << 20;

    private final Path path;
    private final OutputStream out;
    private final long most;
    private long written;
    private Optional<IOException> failure = Optional.empty();

    private OutputFile(Path path, long most) throws IOException {
        this.path = path;
        this.out = new BufferedOutputStream(Files.newOutputStream(path));
        this.most = most;
    }

    /** Begins an empty file, in place of one that may be there. */
    public static OutputFile create(Path path) throws IOException {
        return create(path, MOST_BYTES);
    }

    static OutputFile create(Path path, long most) throws IOException {
        return new OutputFile(path, most);
    }

    @Override
    public void write(int value) {
        written++;
        if (written <= most && failure.isEmpty()) {
            try {
                out.write(value);
            } catch (IOException e) {
                failure = Optional.of(e);
            }
        }
    }

    @Override
    public boolean ready() {
        return false;
    }

    @Override
    public int read() {
        return -1;
    }

    @Override
    public void onInput(Runnable listener) {}

    /**
     * Writes what is left.
     *
     * @throws IOException with a message for people, if some of what went out is not in the file
     */
    @Override
    public void close() throws IOException {
        try {
            out.close();
        } catch (IOException e) {
            failure = failure.or(() -> Optional.of(e));
        }
        if (failure.isPresent()) {
            String cause = failure.get().getMessage();
            throw new IOException("'" + path + "' could not be written: " + cause, failure.get());
        }
        if (written > most) {
            throw new IOException(
                    "'" + path + "' ends after " + most + " bytes; " + (written - most) + " more are lost");
        }
    }
}
