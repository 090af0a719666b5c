package dev.vmkit.machine.execute;

import dev.vmkit.language.codec.Decoder;
import dev.vmkit.language.codec.Decoding;
import dev.vmkit.machine.memory.Bytes;
import dev.vmkit.machine.memory.Ram;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The code that a hart has reached through its present translations. Looking changes nothing, and may be done by another thread
 * while the hart goes on: each page is taken as it was at the first look, so whoever relies on what they saw asks {@link
 * Site#isStill} when the hart stands, and whether addresses still lead there.
 */
public final class Sight {
    private final Decoder decoder;
    private final long mask;
    private final int pageShift;
    private final int unitShift;
    private final boolean big;

    /** Where fetches led, by page; filled and emptied by the hart meanwhile. */
    private final Page[] pages;

    private final Map<Page, byte[]> looks = new IdentityHashMap<>();

    /** Nothing looked at so far. */
    Sight(Mmu fetches, Decoder decoder) {
        this.decoder = decoder;
        this.mask = fetches.mask();
        this.pageShift = fetches.pageShift();
        this.unitShift = fetches.unitShift();
        this.big = fetches.isBig();
        this.pages = fetches.fetched();
    }

    /** Thrown by nobody but {@link #site}, to itself: an instruction reaches beyond what is known. */
    private static final class Beyond extends RuntimeException {
        private static final Beyond ONCE = new Beyond();

        private Beyond() {
            super(null, null, false, false);
        }
    }

    /** The instruction at an address, if it is one, lies wholly within a page of memory, and was translated before. */
    public Optional<Site> site(long pc) {
        long address = pc & mask;
        Page page = pages[(int) (address >>> pageShift) & (pages.length - 1)];
        return page.holds(address) ? site(page, address) : Optional.empty();
    }

    private Optional<Site> site(Page page, long address) {
        byte[] seen = looks.computeIfAbsent(page, this::look);
        int at = (int) (address - page.start()) << unitShift;
        try {
            return decoder.decode(unit -> unit(seen, at + (unit << unitShift))) instanceof Decoding.Decoded decoded
                    ? Optional.of(site(decoded, page, at, seen))
                    : Optional.empty();
        } catch (Beyond end) {
            return Optional.empty();
        }
    }

    private byte[] look(Page page) {
        return Arrays.copyOfRange(page.bytes(), page.base(), page.base() + ((int) page.units() << unitShift));
    }

    private long unit(byte[] seen, int at) {
        if (at + (1 << unitShift) > seen.length) {
            throw Beyond.ONCE;
        }
        return Bytes.get(seen, at, Byte.SIZE << unitShift, big);
    }

    private Site site(Decoding.Decoded decoded, Page page, int at, byte[] seen) {
        int end = at + (decoded.units() << unitShift);
        return new Site(decoded, page.ram(), page.base() + at, Arrays.copyOfRange(seen, at, end));
    }

    /**
     * A place of memory where an instruction lies.
     *
     * @param offset its first byte in that memory
     * @param seen its bytes
     */
    public record Site(Decoding.Decoded decoded, Ram ram, int offset, byte[] seen) {
        /** How many it has. */
        public int bytes() {
            return seen.length;
        }

        /** Whether the same bytes lie there. */
        public boolean isStill() {
            return Arrays.equals(ram.bytes(), offset, offset + seen.length, seen, 0, seen.length);
        }
    }
}
