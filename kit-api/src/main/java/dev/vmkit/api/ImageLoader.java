package dev.vmkit.api;

import org.pf4j.ExtensionPoint;

/** Reads a file format for programs. */
@Stable(Use.IMPLEMENT)
public interface ImageLoader extends ExtensionPoint {
    /** Names the format in messages and in {@code load: { file: f, format: elf }}. */
    String format();

    /** Whether the file looks like one of this format, by name or by its first bytes. */
    boolean recognises(String fileName, byte[] content);

    /**
     * Reads the file. It may be malformed on purpose: check every offset and size.
     *
     * @throws IllegalArgumentException with a message for the learner, if it is malformed
     */
    Image load(String fileName, byte[] content);
}
