package dev.vmkit.layers.image;

import dev.vmkit.api.Image;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Gathers the records of an Intel HEX file into segments. */
final class IntelHexFile {
    private static final int DATA = 0;
    private static final int END = 1;
    private static final int SEGMENT_BASE = 2;
    private static final int SEGMENT_START = 3;
    private static final int LINEAR_BASE = 4;
    private static final int LINEAR_START = 5;

    private final List<Image.Segment> segments = new ArrayList<>();
    private final ByteArrayOutputStream run = new ByteArrayOutputStream();
    private long runStart;
    private long base;
    private OptionalLong entry = OptionalLong.empty();
    private boolean ended;

    void add(IntelHexRecord line) {
        if (ended) {
            throw new IllegalArgumentException("a record follows the end record (type 01)");
        }
        switch (line.type()) {
            case DATA -> data(base + line.offset(), line.data());
            case END -> ended = true;
            case SEGMENT_BASE -> base = line.number(2) << 4;
            case LINEAR_BASE -> base = line.number(2) << 16;
            case SEGMENT_START -> {
                long start = line.number(4);
                entry = OptionalLong.of((start >> 16 << 4) + (start & 0xFFFF));
            }
            case LINEAR_START -> entry = OptionalLong.of(line.number(4));
            default ->
                throw new IllegalArgumentException(
                        "there is no record type %02X, only 00 to 05".formatted(line.type()));
        }
    }

    private void data(long address, byte[] bytes) {
        if (address != runStart + run.size()) {
            closeRun();
            runStart = address;
        }
        run.writeBytes(bytes);
    }

    private void closeRun() {
        if (run.size() > 0) {
            segments.add(new Image.Segment("", runStart, run.toByteArray(), run.size()));
            run.reset();
        }
    }

    Image image() {
        if (!ended) {
            throw new IllegalArgumentException("the end record (:00000001FF) is missing, so the file may be cut off");
        }
        closeRun();
        if (segments.isEmpty()) {
            throw new IllegalArgumentException("the file has no data records, so there is nothing to load");
        }
        return new Image("", Segments.sortedApart(segments), entry, Map.of());
    }
}
