package dev.vmkit.plugins.virtio.queue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Gathers the descriptors of one request. It ends: a table of n entries has no chain longer than n, and an indirect table
 * leads to no other table.
 */
final class DescriptorWalk {
    /** Entries of an indirect table that are accepted; far more than the requests of a device need. */
    static final int MOST_INDIRECT = 1024;

    private final GuestMemory memory;
    private final long table;
    private final int size;
    private final boolean indirectAllowed;
    private final List<Descriptor> found = new ArrayList<>();

    DescriptorWalk(GuestMemory memory, long table, int size, boolean indirectAllowed) {
        this.memory = memory;
        this.table = table;
        this.size = size;
        this.indirectAllowed = indirectAllowed;
    }

    /** Copies of all descriptors from entry {@code head} on. */
    List<Descriptor> from(int head) {
        Descriptor at = direct(head);
        for (int seen = 1; at.hasNext() && !at.indirect(); seen++) {
            requireNoLoop(seen, size);
            found.add(at);
            at = direct(at.next());
        }
        if (at.indirect()) {
            indirect(at);
        } else {
            found.add(at);
        }
        return found;
    }

    private Descriptor direct(int index) {
        requireInside(index, size);
        return Descriptor.from(memory.read(table + (long) index * Descriptor.BYTES, Descriptor.BYTES));
    }

    /** Section 2.7.5.3: the last descriptor of a chain may stand for a table; whether it is writable says nothing. */
    private void indirect(Descriptor reference) {
        if (!indirectAllowed || reference.hasNext()) {
            throw new RingFault(indirectAllowed ? "an indirect table in mid-chain" : "indirect was not negotiated");
        }
        long bytes = reference.length();
        if (bytes == 0 || bytes % Descriptor.BYTES != 0 || bytes > MOST_INDIRECT * Descriptor.BYTES) {
            throw new RingFault("an indirect table of " + bytes + " bytes");
        }
        follow(memory.read(reference.address(), (int) bytes), (int) bytes / Descriptor.BYTES);
    }

    private void follow(ByteBuffer entries, int count) {
        Descriptor at = entry(entries, 0, count);
        for (int seen = 1; at.hasNext(); seen++) {
            requireNoLoop(seen, count);
            found.add(at);
            at = entry(entries, at.next(), count);
        }
        found.add(at);
    }

    private static Descriptor entry(ByteBuffer entries, int index, int count) {
        requireInside(index, count);
        Descriptor descriptor = Descriptor.from(entries.position(index * Descriptor.BYTES));
        if (descriptor.indirect()) {
            throw new RingFault("an indirect table within another");
        }
        return descriptor;
    }

    private static void requireInside(int index, int count) {
        if (index >= count) {
            throw new RingFault("descriptor " + index + " of a table of " + count);
        }
    }

    private static void requireNoLoop(int seen, int count) {
        if (seen >= count) {
            throw new RingFault("a chain longer than its table");
        }
    }
}
