package dev.vmkit.machine.board;

import dev.vmkit.api.Image;
import dev.vmkit.machine.memory.AddressSpace;
import java.util.List;
import java.util.Map;

/** Puts the segments of a program into memory. */
record ProgramLoading(Map<String, AddressSpace> spaces, AddressSpace instructions) {
    private static final byte[] ZEROS = new byte[1 << 16];

    /** The segments that did not fit. */
    List<Image.Segment> install(Image image) {
        return image.segments().stream().filter(segment -> !install(segment)).toList();
    }

    private boolean install(Image.Segment segment) {
        AddressSpace space = segment.space().isEmpty() ? instructions : spaces.get(segment.space());
        return space != null && space.install(segment.address(), segment.bytes()) && clear(space, segment);
    }

    /** Fills the rest of the segment with zeros. */
    private static boolean clear(AddressSpace space, Image.Segment segment) {
        long done = segment.bytes().length;
        boolean memory = true;
        while (memory && done < segment.size()) {
            int some = (int) Math.min(ZEROS.length, segment.size() - done);
            byte[] zeros = some == ZEROS.length ? ZEROS : new byte[some];
            memory = space.install(segment.address() + done / space.unitBytes(), zeros);
            done += some;
        }
        return memory;
    }
}
