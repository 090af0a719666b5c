package dev.vmkit.testkit.differential;

import dev.vmkit.language.isa.Space;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Addresses at which something is worth looking at: code, data, the ends of pages and of memory, ROM, a device, nothing.
 *
 * @param layout of the space
 * @param places where instructions begin
 * @param end the address after the last one
 */
record Addresses(Layout layout, List<Long> places, long end) {
    private static final int PAGE_BYTES = 4096;
    private static final int NEAR = 8;
    private static final int LINE = 64;

    Addresses {
        places = List.copyOf(places);
    }

    static Addresses of(Space space, Scenario.Code code) {
        return new Addresses(Layout.of(space, code.base()), code.places(), code.origin() + code.units());
    }

    long any(RandomGenerator random) {
        return switch (random.nextInt(20)) {
            case 0, 1, 2, 3, 4 -> inCode(random);
            case 5, 6, 7 -> between(layout.ram(), layout.rom(), random) & -NEAR;
            case 8, 9 -> data(random);
            case 10, 11, 12 -> page(random) - random.nextInt(NEAR);
            case 13, 14 -> edge(random) + random.nextInt(-NEAR, NEAR);
            case 15, 16, 17 -> between(layout.device(), layout.hole(), random) & -NEAR;
            case 18 -> between(layout.rom(), layout.device(), random);
            default -> between(layout.hole(), layout.end(), random);
        };
    }

    /** Where an instruction begins or, sometimes, its second unit, its copy in ROM, or a place near the code. */
    long inCode(RandomGenerator random) {
        long at = places.isEmpty() ? layout.ram() : places.get(random.nextInt(places.size()));
        return switch (random.nextInt(12)) {
            case 0 -> layout.rom() + at - (places.isEmpty() ? at : places.getFirst());
            case 1 -> at + 1;
            case 2 -> end + random.nextInt(-LINE, LINE);
            default -> at;
        };
    }

    /** Any address of RAM. */
    private long data(RandomGenerator random) {
        return between(layout.ram(), layout.rom(), random);
    }

    /** The first address of a page. */
    private long page(RandomGenerator random) {
        return data(random) & -(PAGE_BYTES * (long) Byte.SIZE / layout.space().unit());
    }

    private long edge(RandomGenerator random) {
        return layout.rom() + layout.part() * random.nextInt(5);
    }

    /** An address within [from, to), or {@code from} if there is none. */
    private static long between(long from, long to, RandomGenerator random) {
        return from < to ? random.nextLong(from, to) : from;
    }
}
