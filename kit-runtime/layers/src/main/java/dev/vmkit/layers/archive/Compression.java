package dev.vmkit.layers.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.tukaani.xz.XZInputStream;

/** How a file is packed, as the end of its name says. */
public enum Compression {
    NONE(""),
    GZIP(".gz"),
    XZ(".xz");

    /** A dictionary of 64 MiB, the largest that xz's own levels use, and what goes with it. */
    private static final int XZ_MEMORY_KIB = 80 << 10;

    private final String suffix;

    Compression(String suffix) {
        this.suffix = suffix;
    }

    /** That of a file called {@code name}; {@link #NONE} if its suffix is unknown. */
    public static Compression of(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind != NONE && name.endsWith(kind.suffix))
                .findFirst()
                .orElse(NONE);
    }

    /** The file's name without the suffix of this compression. */
    public String stem(String name) {
        return name.substring(0, name.length() - suffix.length());
    }

    /**
     * The unpacked bytes of {@code packed}. Reading on past {@code limit} of them throws {@link MalformedArchive}.
     *
     * @param what names the content in messages
     */
    public InputStream unpack(InputStream packed, long limit, String what) throws IOException {
        InputStream unpacked = switch (this) {
            case NONE -> packed;
            case GZIP -> new GZIPInputStream(packed, 1 << 16);
            case XZ -> new XZInputStream(packed, XZ_MEMORY_KIB);
        };
        return new Bounded(unpacked, limit, what);
    }
}
