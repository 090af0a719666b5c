package dev.vmkit.layers.image;

import dev.vmkit.api.Image;
import java.util.ArrayList;
import java.util.List;

/** The loadable segments of an ELF file ({@code PT_LOAD}), checked against the file and against each other. */
final class ElfSegments {
    private static final int LOAD = 1;
    private static final int INTERPRETER = 3;

    private final ElfBytes bytes;
    private final ElfHeader.Table table;
    private final String machine;

    private ElfSegments(ElfHeader header) {
        this.machine = ElfMachine.words(header.machine(), header.bytes().wide());
        this.bytes = header.bytes();
        this.table = header.programs();
    }

    private record Range(long offset, long virtual, long physical, long fileSize, long size) {}

    static List<Image.Segment> read(ElfHeader header) {
        return new ElfSegments(header).segments();
    }

    private List<Image.Segment> segments() {
        List<Range> ranges = ranges();
        if (ranges.isEmpty()) {
            throw new IllegalArgumentException("the file has no loadable segment, so there is nothing to run");
        }
        checkTotal(ranges);
        // A kernel is linked for virtual addresses and loaded at physical ones; some linkers leave the latter 0.
        boolean physical = ranges.stream().anyMatch(r -> r.physical() != 0);
        List<Image.Segment> segments = new ArrayList<>();
        for (Range r : ranges) {
            long address = physical ? r.physical() : r.virtual();
            checkEnd(address, r.size());
            segments.add(new Image.Segment("", address, bytes.copy(r.offset(), r.fileSize()), r.size()));
        }
        return Segments.sortedApart(segments);
    }

    private List<Range> ranges() {
        List<Range> ranges = new ArrayList<>();
        for (int i = 0; i < table.count(); i++) {
            long at = table.entry(i);
            if (bytes.word(at) == INTERPRETER) {
                throw new IllegalArgumentException("this program for " + machine
                        + " needs a dynamic linker of its operating system; link it with -static");
            }
            if (bytes.word(at) == LOAD) {
                Range range = range(at, i);
                if (range.size() != 0) {
                    ranges.add(range);
                }
            }
        }
        return ranges;
    }

    private Range range(long at, int index) {
        int step = bytes.wide() ? 8 : 4;
        long first = at + step;
        Range r = new Range(
                bytes.address(first),
                bytes.address(first + step),
                bytes.address(first + 2L * step),
                bytes.address(first + 3L * step),
                bytes.address(first + 4L * step));
        bytes.need(r.offset(), r.fileSize(), "segment " + index);
        if (Long.compareUnsigned(r.size(), r.fileSize()) < 0) {
            throw new IllegalArgumentException("segment %d has %d bytes in the file but room for only %d in memory"
                    .formatted(index, r.fileSize(), r.size()));
        }
        return r;
    }

    /** Segments that share bytes of the file could make a small file fill the heap. */
    private void checkTotal(List<Range> ranges) {
        long total = 0;
        for (Range r : ranges) {
            total += r.fileSize();
            if (total > bytes.content().length) {
                throw new IllegalArgumentException("the segments together have more bytes than the file");
            }
        }
    }

    private void checkEnd(long address, long size) {
        long most = bytes.wide() ? -1L : 0xFFFF_FFFFL;
        if (size < 0 || Long.compareUnsigned(size - 1, most - address) > 0) {
            throw new IllegalArgumentException(
                    "a segment at 0x%X claims %s bytes of memory, more than follow that address"
                            .formatted(address, Long.toUnsignedString(size)));
        }
    }
}
