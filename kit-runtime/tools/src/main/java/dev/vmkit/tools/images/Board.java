package dev.vmkit.tools.images;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * What a person may choose of the machine.
 *
 * @param harts processors, at least 1
 * @param memory, disk in bytes; whole MiB
 */
public record Board(int harts, long memory, long disk) {
    private static final long MIB = 1 << 20;

    /** What is chosen if nobody chooses. */
    public static final Board USUAL = new Board(1, 256 * MIB, 256 * MIB);

    /** The text of its machine file. */
    String machineFile() throws IOException {
        try (InputStream in = Objects.requireNonNull(Board.class.getResourceAsStream("machine.yaml"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("@harts@", Integer.toString(harts))
                    .replace("@memory@", memory / MIB + " MiB");
        }
    }
}
