package dev.vmkit.plugins.virtio.queue;

import java.util.List;

/** Bytes of a request that go in one direction, in the order of its descriptors; each is moved or passed over once. */
final class Buffers {
    private final List<Descriptor> parts;
    private int part;
    private int offset;
    private int left;

    /** One piece of memory, and how many bytes were moved before it. */
    interface Piece {
        void move(long address, int done, int bytes);
    }

    /** Buffers of at most 2 GiB together. */
    Buffers(List<Descriptor> parts) {
        this.parts = parts.stream().filter(part -> part.length() > 0).toList();
        this.left = (int) parts.stream().mapToLong(Descriptor::length).sum();
    }

    int left() {
        return left;
    }

    /** Has the next {@code length} bytes moved, piece by piece. */
    void next(int length, Piece piece) {
        if (length > left) {
            throw new RingFault("a request of " + left + " bytes where " + length + " are needed");
        }
        left -= length;
        int done = 0;
        while (done < length) {
            Descriptor at = parts.get(part);
            int bytes = (int) Math.min(length - done, at.length() - offset);
            piece.move(at.address() + offset, done, bytes);
            done += bytes;
            advance(at, bytes);
        }
    }

    private void advance(Descriptor at, int bytes) {
        offset += bytes;
        if (offset == at.length()) {
            part++;
            offset = 0;
        }
    }
}
