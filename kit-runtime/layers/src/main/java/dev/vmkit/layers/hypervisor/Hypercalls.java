package dev.vmkit.layers.hypervisor;

import dev.vmkit.language.codec.Decoding;
import dev.vmkit.language.isa.Privilege;
import dev.vmkit.language.isa.RegisterFile;
import dev.vmkit.machine.hart.Hart;
import java.util.Optional;

/**
 * What a kernel that knows its monitor may ask it for, by an instruction that always traps and a number in a register.
 *
 * <ul>
 *   <li>{@link #MULTICALL}: do so many instructions, from an address on, one after another; one exit for all of them. The
 *       registers say at any time what is left, so that a call may be interrupted and goes on as if nothing had been. If one
 *       of the instructions jumps or traps, the call ends there.
 *   <li>{@link #SHARE}: keep the state that the definition calls {@code shared} in the page at a physical address as well.
 * </ul>
 */
final class Hypercalls {
    /** Asks for instructions to be done: address, number. */
    static final long MULTICALL = 0x766B6974;

    /** Asks for a shared page: its address. */
    static final long SHARE = MULTICALL + 1;

    private static final long NONE = -1;

    private final Hart guest;
    private final ExitLog log;
    private final Privilege privilege;
    private final long[] registers;
    private final SharedPage page;
    private long call = NONE;
    private int callUnits;
    private int callCycles;
    private boolean stepping;

    Hypercalls(Hart guest, ExitLog log) {
        this.guest = guest;
        this.log = log;
        this.privilege = guest.isa().model().privilege().orElseThrow();
        this.registers = guest.state().slots();
        this.page = new SharedPage(guest, privilege.shared());
    }

    SharedPage page() {
        return page;
    }

    /** The guest's hart begins anew: no call is in progress, and nothing is shared. */
    void reset() {
        call = NONE;
        stepping = false;
        page.remove();
    }

    /** Whether an instruction that trapped is such a call. Then it has begun, if it had not before. */
    boolean begin(Optional<Decoding.Decoded> trapped) {
        if (trapped.isEmpty()
                || isUser()
                || !CalledOut.alwaysTraps(trapped.get().instruction())) {
            return false;
        }
        long number = get(0);
        if (number != MULTICALL && number != SHARE) {
            return false;
        }
        if (call != guest.state().pc()) {
            call = guest.state().pc();
            log.count(Exit.Cause.HYPERCALL, number == SHARE ? "share" : "multicall");
        }
        callUnits = trapped.get().units();
        callCycles = trapped.get().instruction().form().cycles();
        if (number == SHARE) {
            page.at(get(1));
            set(2, 0);
        }
        return true;
    }

    private boolean isUser() {
        long mode = registers[privilege.mode().file().slot()] & privilege.mode().mask();
        return mode >>> privilege.mode().range().low() == privilege.user().value();
    }

    private long get(int which) {
        return registers[privilege.hypercall().get(which).slot()];
    }

    private void set(int which, long value) {
        RegisterFile file = privilege.hypercall().get(which).file();
        registers[privilege.hypercall().get(which).slot()] = value & file.mask();
    }

    /** The guest's hart stands somewhere: if it is behind an instruction of a call, back to the call; whether one has ended by a jump. */
    boolean arrive(boolean jumped) {
        boolean ended = stepping && jumped;
        if (stepping && !jumped) {
            guest.state().pc(call);
        } else if (ended || guest.state().pc() != call) {
            call = NONE;
        }
        stepping = false;
        return ended;
    }

    boolean inProgress() {
        return call != NONE;
    }

    /** Has the guest's hart do the next instruction of the call; false if there is none, and the call has returned. */
    boolean step() {
        if (get(0) != MULTICALL || get(2) == 0) {
            guest.state().pc(call + callUnits);
            guest.retire(1, callCycles);
            call = NONE;
            return false;
        }
        long address = get(1);
        int units = guest.engine().decode(address).map(Decoding::units).orElse(0);
        set(1, address + units);
        set(2, get(2) - 1);
        guest.state().pc(address);
        stepping = true;
        return true;
    }
}
