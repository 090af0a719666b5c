package dev.vmkit.machine.execute;

import dev.vmkit.language.isa.RegisterFile;
import dev.vmkit.machine.hart.Hart;
import java.util.List;

/** What a change of a register brings with it: which translations hold, which interrupts are taken, what is reserved. */
public final class Watch {
    private final Core core;
    private final Hart hart;
    private final boolean reserves;
    private final boolean timed;
    private final List<Mmu> spaces;
    private final long[] keys;
    private final long interrupts;
    private final long bits;

    /**
     * Of a file of registers.
     *
     * @param spaces all there are
     * @param interrupts its bits on which it depends what interrupts are taken
     */
    Watch(Core core, RegisterFile file, List<Mmu> spaces, long interrupts) {
        this.core = core;
        this.hart = core.hart;
        this.reserves = file.role() == RegisterFile.Role.RESERVATION;
        this.timed = hart.isa().model().registers().stream()
                .filter(timer -> timer.role() == RegisterFile.Role.TIMER)
                .anyMatch(timer -> timer.name().equals(file.name())
                        || timer.offset().filter(file.name()::equals).isPresent());
        this.spaces = spaces;
        this.keys =
                spaces.stream().mapToLong(space -> space.keyBits(file.slot())).toArray();
        this.interrupts = interrupts;
        long all = interrupts;
        for (long some : keys) {
            all |= some;
        }
        this.bits = all;
    }

    /** Whether a change of these bits matters. */
    public boolean isFor(long some) {
        return countsWrites() || (bits & some) != 0;
    }

    /** Whether it matters that the register is written, even if that changes nothing. */
    private boolean countsWrites() {
        return reserves || timed;
    }

    /**
     * The register was written.
     *
     * @param changed the bits that are others than before; all, if that is not known
     */
    public void written(long changed) {
        if ((changed & bits) != 0 || countsWrites()) {
            draw(changed);
        }
    }

    private void draw(long changed) {
        if (reserves) {
            hart.reserve();
        }
        if (timed) {
            hart.timersChanged();
        }
        for (int i = 0; i < keys.length; i++) {
            if ((changed & keys[i]) != 0) {
                core.rekey(spaces.get(i));
            }
        }
        if ((changed & interrupts) != 0) {
            hart.attention();
        }
    }
}
