package dev.vmkit.layers.hypervisor;

import dev.vmkit.language.isa.Privilege;
import dev.vmkit.language.isa.Space;
import dev.vmkit.machine.hart.Hart;
import dev.vmkit.machine.memory.AddressSpace;
import dev.vmkit.machine.memory.Mapping;
import dev.vmkit.machine.memory.Ram;
import java.util.List;

/**
 * State of a guest's processor that also lies in its memory, 64 bits for each part, where a kernel reads and writes it
 * without an exit. Either the guest has it, and the page says what it is, or the monitor has, and the registers do. It goes
 * to and fro at exits, at instructions of the guest that may write such registers, and when an interrupt line changes: moments of
 * the guest's own time, which no neighbour moves.
 */
final class SharedPage {
    private final Hart guest;
    private final List<Privilege.Bits> parts;
    private final AddressSpace memory;
    private final int stride;
    private long changesSeen;
    private long start;
    private boolean present;
    private boolean given;

    SharedPage(Hart guest, List<Privilege.Bits> parts) {
        this.guest = guest;
        this.parts = parts;
        Space space = guest.isa().model().fetch();
        this.memory = guest.space(space.name());
        this.stride = Long.BYTES / memory.unitBytes();
    }

    /** From now on it is at this address, if memory is there for all of it. */
    void at(long address) {
        start = address & memory.mask();
        Mapping mapping = memory.find(start);
        present =
                mapping.contains(start, parts.size() * stride) && mapping.region() instanceof Ram ram && ram.writable();
        given = false;
    }

    /** There is none any more. */
    void remove() {
        present = false;
        given = false;
    }

    /** Gives it to the guest, whose page then is as the registers say. */
    void give() {
        if (present && !given) {
            given = true;
            write();
        }
    }

    /** Takes it from the guest: its registers are as the page says. */
    void take() {
        take(guest.state().slots());
    }

    /** Takes it from the guest, whose registers are these for now. */
    void take(long[] registers) {
        if (given) {
            given = false;
            read(registers);
        }
    }

    /** Takes it if a line changed since it was looked at last; else nothing that was written there matters yet. */
    void takeIfLinesChanged() {
        if (guest.lines().changes() != changesSeen) {
            changesSeen = guest.lines().changes();
            take();
        }
    }

    private void read(long[] registers) {
        boolean changed = false;
        for (int i = 0; i < parts.size(); i++) {
            Privilege.Bits bits = parts.get(i);
            long value = memory.load(start + (long) i * stride, Long.SIZE)
                            << bits.range().low()
                    & bits.mask();
            long before = registers[bits.file().slot()];
            registers[bits.file().slot()] = before & ~bits.mask() | value;
            changed |= (before & bits.mask()) != value;
        }
        if (changed) {
            guest.attention();
        }
    }

    private void write() {
        for (int i = 0; i < parts.size(); i++) {
            Privilege.Bits bits = parts.get(i);
            long value = (guest.state().slots()[bits.file().slot()] & bits.mask())
                    >>> bits.range().low();
            long at = start + (long) i * stride;
            if (memory.load(at, Long.SIZE) != value) {
                memory.store(at, Long.SIZE, value);
            }
        }
    }
}
