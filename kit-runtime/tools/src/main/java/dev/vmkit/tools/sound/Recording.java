package dev.vmkit.tools.sound;

import dev.vmkit.machine.board.Loudspeaker;
import dev.vmkit.machine.board.Loudspeaker.Tone;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Writes what a loudspeaker plays to a WAV file while the machine runs, from power-on until it is closed, in virtual time. Equal
 * runs give equal files, to the byte.
 */
public final class Recording implements Closeable {
    /** Samples a second. */
    public static final int RATE = 48_000;

    /** What is written at most, of virtual time; the file then has 165 MiB. */
    public static final long LONGEST_SECONDS = 3_600;

    private static final int SILENT = 128;
    private static final int LOUD = 48;
    private static final long NANOS = 1_000_000_000;

    private final FileChannel file;
    private final OutputStream samples;
    private final LongSupplier time;
    private final long longest;
    private Tone tone = Tone.SILENCE;
    private long written;
    private Optional<IOException> failure = Optional.empty();

    private Recording(FileChannel file, LongSupplier time, long longest) throws IOException {
        this.file = file;
        this.time = time;
        this.longest = longest;
        this.samples = new BufferedOutputStream(Channels.newOutputStream(file), 1 << 16);
        samples.write(new byte[WavHeader.LENGTH]);
    }

    /**
     * Begins to write.
     *
     * @param time nanoseconds of the machine's virtual time
     */
    public static Recording of(Loudspeaker speaker, Path path, LongSupplier time) throws IOException {
        return of(speaker, path, time, LONGEST_SECONDS * RATE);
    }

    /** The same for at most so many samples. */
    static Recording of(Loudspeaker speaker, Path path, LongSupplier time, long longest) throws IOException {
        Recording recording = new Recording(
                FileChannel.open(
                        path,
                        Set.of(
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE,
                                StandardOpenOption.TRUNCATE_EXISTING)),
                time,
                longest);
        speaker.listen(recording::change);
        return recording;
    }

    /** Whether there was more to hear than is written. */
    public boolean isCut() {
        return at(longest) < time.getAsLong();
    }

    /** A host that cannot write is no fault of the device, so that is told when the file is closed. */
    private void change(Tone next) {
        if (failure.isEmpty()) {
            try {
                writeUntil(next.at());
            } catch (IOException e) {
                failure = Optional.of(e);
            }
        }
        tone = next;
    }

    /** Writes the samples whose time is before {@code end}. */
    private void writeUntil(long end) throws IOException {
        for (long at = at(written); at < end && written < longest; at = at(written)) {
            samples.write(level(at));
            written++;
        }
    }

    private static long at(long sample) {
        return sample * NANOS / RATE;
    }

    private int level(long at) {
        return tone.isSilent() ? SILENT : tone.bit(at) ? SILENT + LOUD : SILENT - LOUD;
    }

    @Override
    public void close() throws IOException {
        try (file) {
            if (failure.isPresent()) {
                throw failure.get();
            }
            writeUntil(time.getAsLong());
            if (written % 2 != 0) {
                samples.write(SILENT);
                written++;
            }
            samples.flush();
            ByteBuffer header = WavHeader.of((int) written, RATE);
            for (int at = 0; header.hasRemaining(); ) {
                at += file.write(header, at);
            }
        }
    }
}
