package dev.vmkit.machine.execute;

import dev.vmkit.language.codec.Decoder;
import dev.vmkit.language.codec.Decoding;
import dev.vmkit.language.isa.RegisterFile;
import dev.vmkit.language.isa.Space;
import dev.vmkit.machine.hart.Hart;
import dev.vmkit.machine.memory.Bytes;
import dev.vmkit.machine.memory.Ram;
import java.util.Optional;

/** What an {@link Accelerator} may know of the code that a hart runs. Looking changes nothing that the guest could see. */
public final class GuestCode {
    private final Core core;
    private final Mmu fetches;
    private final Decoder decoder;

    GuestCode(Core core, Mmu fetches, Decoder decoder) {
        this.core = core;
        this.fetches = fetches;
        this.decoder = decoder;
    }

    /**
     * A place of memory where an instruction lies.
     *
     * @param offset its first byte in that memory
     * @param bytes how many it has
     */
    public record Site(Decoding.Decoded decoded, Ram ram, int offset, int bytes) {}

    /** Thrown by nobody but {@link #site}, to itself: an instruction reaches beyond what is known. */
    private static final class Beyond extends RuntimeException {
        private static final Beyond ONCE = new Beyond();

        private Beyond() {
            super(null, null, false, false);
        }
    }

    public Hart hart() {
        return core.hart;
    }

    /** The instruction at an address, if it is one, lies wholly within a page of memory, and was translated before. */
    public Optional<Site> site(long pc) {
        return fetches.knownPage(pc).flatMap(page -> site(page, pc));
    }

    private Optional<Site> site(Page page, long pc) {
        try {
            return decoder.decode(unit -> unit(page, pc + unit)) instanceof Decoding.Decoded decoded
                    ? Optional.of(
                            new Site(decoded, page.ram(), offset(page, pc), decoded.units() << fetches.unitShift()))
                    : Optional.empty();
        } catch (Beyond end) {
            return Optional.empty();
        }
    }

    private long unit(Page page, long pc) {
        if (!page.holds(pc & fetches.mask())) {
            throw Beyond.ONCE;
        }
        Ram ram = page.ram();
        return Bytes.get(ram.bytes(), offset(page, pc), ram.unitBytes() * Byte.SIZE, isBigEndian());
    }

    private int offset(Page page, long pc) {
        return page.base() + ((int) ((pc & fetches.mask()) - page.start()) << fetches.unitShift());
    }

    /** Whether an address leads, as far as is known, to this place of memory. */
    public boolean leads(long pc, Ram ram, int offset) {
        Optional<Page> page = fetches.knownPage(pc);
        return page.isPresent() && page.get().ram() == ram && offset(page.get(), pc) == offset;
    }

    /** Where addresses lead as things are, to code or to data. */
    public Layout layout() {
        return fetches.layout();
    }

    /** Whether this is the space that instructions come from. */
    public boolean isFetched(Space space) {
        return core.mmu(space) == fetches;
    }

    /** Whether addresses of a space are translated or guarded. */
    public boolean isTranslated(Space space) {
        return core.mmu(space).translates();
    }

    /** The way of instructions to a space. */
    public Mmu memory(Space space) {
        return core.mmu(space);
    }

    /** How a space may be reached without asking, as things are. */
    public Reach reach(Space space) {
        return core.mmu(space).reach();
    }

    /** Whether a change of these bits of a register has consequences. */
    public boolean isWatched(RegisterFile file, long bits) {
        return core.watch(file).isFor(bits);
    }

    /** What a change of a register brings with it. */
    public Watch watch(RegisterFile file) {
        return core.watch(file);
    }

    public boolean isBigEndian() {
        return fetches.isBig();
    }
}
