package dev.vmkit.assembly.assemble;

import java.util.List;
import java.util.Optional;

/**
 * The memory that a program runs in unless somebody says otherwise: the first one that the guest can write.
 *
 * @param start its first address
 * @param bytes how much it is
 */
record MainMemory(long start, long bytes) {
    /** Kernels lie at multiples of it, so that large pages map them. */
    static final long LARGE_PAGE = 2 << 20;

    static Optional<MainMemory> of(List<ResolvedMemory> memory, String space) {
        return memory.stream()
                .filter(m -> m.writable() && m.space().name().equals(space))
                .findFirst()
                .map(m -> new MainMemory(m.start(), m.bytes()));
    }

    long end() {
        return start + bytes;
    }

    /** The highest address at which {@code size} bytes fit below {@code limit}, a multiple of {@code alignment}. */
    static long below(long limit, long size, long alignment) {
        return (limit - size) & -alignment;
    }

    /** The lowest multiple of {@code alignment} from {@code address} on. */
    static long above(long address, long alignment) {
        return (address + alignment - 1) & -alignment;
    }
}
