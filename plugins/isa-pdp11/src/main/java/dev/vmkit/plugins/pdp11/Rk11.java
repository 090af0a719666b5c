package dev.vmkit.plugins.pdp11;

import dev.vmkit.api.Clock;
import dev.vmkit.api.Device;
import dev.vmkit.api.DeviceContext;
import dev.vmkit.api.InterruptLine;
import dev.vmkit.api.StateTree;
import dev.vmkit.api.Timer;

/**
 * The RK11 disk controller with one RK05 drive (RK11-D manual, section 3). A function begins with GO and ends one delay
 * later: then words have been moved, READY is set, and an interrupt is asked for if that is enabled.
 */
final class Rk11 implements Device {
    private static final int RKDS = 0;
    private static final int RKER = 2;
    private static final int RKCS = 4;
    private static final int RKWC = 6;
    private static final int RKBA = 8;
    private static final int RKDA = 10;

    /** In RKCS. */
    private static final int ERROR = 0x8000;

    private static final int HARD_ERROR = 0x4000;
    private static final int SEARCHED = 0x2000;
    private static final int READY = 0x80;
    private static final int ENABLE = 0x40;
    private static final int GO = 1;
    private static final int WRITABLE = 0x0F7E;

    /** In RKDS: it is an RK05, ready and idle, its sector counter is right. */
    private static final int DRIVE_READY = 0x09C0;

    private static final int PROTECTED = 0x20;

    private static final long NOTHING = -1;

    private final Clock clock;
    private final InterruptLine interrupt;
    private final long delay;
    private final Rk05 drive;

    private int errors;
    private int control;
    private int words;
    private int memory;
    private int place;
    /** When the function at work ends, or {@link #NOTHING}. */
    private long end;

    private Timer timer = () -> {};

    Rk11(DeviceContext context) {
        this.clock = context.clock();
        this.interrupt = context.interrupt("done");
        this.delay = context.parameters().number("delay");
        this.drive = new Rk05(context.store("image"), context.dma());
        reset();
    }

    @Override
    public void reset() {
        drive.reset();
        clear();
    }

    private void clear() {
        timer.cancel();
        end = NOTHING;
        errors = 0;
        control = READY;
        words = 0;
        memory = 0;
        place = 0;
        interrupt.set(false);
    }

    @Override
    public long read(long offset, int width) {
        int word = word((int) offset & ~1);
        return width == 8 && (offset & 1) == 1 ? word >> 8 : word;
    }

    private int word(int offset) {
        return switch (offset) {
            case RKDS -> driveNumber() == 0 ? DRIVE_READY | (drive.isProtected() ? PROTECTED : 0) : 0;
            case RKER -> errors;
            case RKCS -> control | (errors == 0 ? 0 : ERROR) | (Rk05.isHard(errors) ? HARD_ERROR : 0);
            case RKWC -> words;
            case RKBA -> memory;
            case RKDA -> place;
            default -> 0;
        };
    }

    @Override
    public void write(long offset, int width, long value) {
        int at = (int) offset & ~1;
        int old = word(at);
        int low = width == 8 && (offset & 1) == 1 ? old & 0xFF : (int) value & 0xFF;
        int high = width == 16 ? (int) value >> 8 & 0xFF : (offset & 1) == 1 ? (int) value & 0xFF : old >> 8;
        write(at, high << 8 | low);
    }

    private void write(int offset, int value) {
        switch (offset) {
            case RKCS -> command(value);
            case RKWC -> words = value;
            case RKBA -> memory = value & 0xFFFE;
            case RKDA -> place = end == NOTHING ? value : place;
            default -> {} // the others cannot be written
        }
    }

    private void command(int value) {
        boolean enabledBefore = (control & ENABLE) != 0;
        int writable = (control & READY) != 0 ? WRITABLE : ENABLE; // what is at work stays as it was begun
        control = control & ~writable | value & writable;
        if ((value & ENABLE) == 0) {
            interrupt.set(false);
        } else if (!enabledBefore && (control & READY) != 0) {
            ask();
        }
        if ((value & GO) != 0 && (control & READY) != 0) {
            begin();
        }
    }

    /** A request is made once; whoever is interrupted need not take it back. */
    private void ask() {
        interrupt.set(false);
        interrupt.set(true);
    }

    private void begin() {
        if (function() == Rk05.Function.RESET_CONTROLLER) {
            clear();
            return;
        }
        errors = Rk05.hard(errors);
        control &= ~(READY | SEARCHED);
        interrupt.set(false);
        schedule(clock.now() + delay);
    }

    private void schedule(long at) {
        end = at;
        timer = clock.at(at, this::finish);
    }

    private void finish() {
        end = NOTHING;
        if (driveNumber() == 0) {
            perform();
        } else {
            errors |= Rk05.NO_DRIVE;
        }
        control |= READY;
        if ((control & ENABLE) != 0) {
            ask();
        }
    }

    private void perform() {
        Rk05.Function function = function();
        int address = (control & 0x30) << 12 | memory;
        Rk05.Outcome outcome = drive.perform(function, place, address, 0x10000 - words, (control & 0x0800) != 0);
        errors |= outcome.errors();
        if (function.moves()) {
            int reached = address + 2 * outcome.memoryWords();
            memory = reached & 0xFFFF;
            control = control & ~0x30 | reached >> 12 & 0x30;
            words = words + outcome.words() & 0xFFFF;
            place = outcome.place();
        } else if (function != Rk05.Function.PROTECT) {
            control |= SEARCHED;
        }
    }

    private Rk05.Function function() {
        return Rk05.Function.values()[control >> 1 & 7];
    }

    private int driveNumber() {
        return place >> 13;
    }

    @Override
    public StateTree save() {
        return StateTree.EMPTY
                .with("errors", errors)
                .with("control", control)
                .with("words", words)
                .with("memory", memory)
                .with("place", place)
                .with("end", end)
                .with("protected", drive.isSwitchedOff() ? 1 : 0);
    }

    @Override
    public void load(StateTree state) {
        int savedErrors = (int) state.number("errors", 0, 0xFFFF);
        int savedControl = (int) state.number("control", 0, 0xFFFF);
        int savedWords = (int) state.number("words", 0, 0xFFFF);
        int savedMemory = (int) state.number("memory", 0, 0xFFFF);
        int savedPlace = (int) state.number("place", 0, 0xFFFF);
        long savedEnd = state.number("end", NOTHING, Long.MAX_VALUE);
        drive.switchOff(state.flag("protected"));
        timer.cancel();
        errors = savedErrors;
        control = savedControl;
        words = savedWords;
        memory = savedMemory;
        place = savedPlace;
        end = savedEnd;
        if (end != NOTHING) {
            schedule(end);
        }
    }
}
