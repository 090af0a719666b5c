package dev.vmkit.machine.execute;

import dev.vmkit.language.codec.Decoder;
import dev.vmkit.language.isa.RegisterFile;
import dev.vmkit.language.isa.Space;
import dev.vmkit.machine.hart.Hart;
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

    public Hart hart() {
        return core.hart;
    }

    /** The code that can be seen from where the hart stands. */
    public Sight sight() {
        return new Sight(fetches, decoder);
    }

    /** Whether an address leads, as far as is known, to this place of memory. */
    public boolean leads(long pc, Ram ram, int offset) {
        Optional<Page> page = fetches.knownPage(pc);
        return page.isPresent() && page.get().ram() == ram && offset(page.get(), pc) == offset;
    }

    private int offset(Page page, long pc) {
        return page.base() + ((int) ((pc & fetches.mask()) - page.start()) << fetches.unitShift());
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
