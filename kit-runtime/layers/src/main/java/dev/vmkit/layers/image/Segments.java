package dev.vmkit.layers.image;

import dev.vmkit.api.Image;
import java.util.Comparator;
import java.util.List;

/** Segments of one file in the order of their addresses. */
final class Segments {
    private Segments() {}

    /** The segments sorted; each has at least one byte, and no two may claim one address. */
    static List<Image.Segment> sortedApart(List<Image.Segment> segments) {
        List<Image.Segment> sorted = segments.stream()
                .sorted(Comparator.comparing(Image.Segment::address, Long::compareUnsigned))
                .toList();
        for (int i = 1; i < sorted.size(); i++) {
            checkApart(sorted.get(i - 1), sorted.get(i));
        }
        return sorted;
    }

    private static void checkApart(Image.Segment before, Image.Segment after) {
        if (Long.compareUnsigned(after.address() - before.address(), before.size()) < 0) {
            throw new IllegalArgumentException("the segments at 0x%X (%d bytes) and at 0x%X overlap"
                    .formatted(before.address(), before.size(), after.address()));
        }
    }
}
