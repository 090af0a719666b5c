package dev.vmkit.layers.hypervisor;

import dev.vmkit.machine.hart.AccessObserver;
import dev.vmkit.machine.hart.Hart;
import dev.vmkit.machine.memory.Access;
import dev.vmkit.machine.memory.AddressSpace;

/**
 * What the tables of a monitor bring about that stand behind a guest's physical addresses: memory gets its frame when it is
 * first touched, there is none behind devices, and every walk through the guest's tables becomes a walk through both.
 */
final class SecondStage implements AccessObserver {
    private final Hart guest;
    private final Frames frames;
    private final int levels;
    private final ExitLog log;
    private long read;
    private long lastDevice = -1;

    SecondStage(Hart guest, Frames frames, int levels, ExitLog log) {
        this.guest = guest;
        this.frames = frames;
        this.levels = levels;
        this.log = log;
    }

    @Override
    public void walked(AddressSpace memory, long physical) {
        read++;
        touch(memory, physical, Access.LOAD);
    }

    /**
     * A walk has ended that read n of the guest's entries. Their addresses are the guest's, as is the one found: for each
     * the monitor's m levels are read, n + (n + 1) m = (n + 1)(m + 1) - 1 entries together.
     */
    @Override
    public void found(AddressSpace memory, Access access, long physical) {
        log.walked((read + 1) * (levels + 1) - 1);
        read = 0;
        touch(memory, physical, access);
    }

    @Override
    public void lost() {
        read = 0;
    }

    private void touch(AddressSpace memory, long physical, Access access) {
        if (frames.add(memory, physical)) {
            log.count(Exit.Cause.FRAME, access.word());
        }
    }

    /** An instruction that accesses a device twice exits once: the monitor does all of it. */
    @Override
    public void device(Access access) {
        if (guest.retired() != lastDevice) {
            lastDevice = guest.retired();
            log.count(Exit.Cause.DEVICE, access.word());
        }
    }
}
