package dev.vmkit.machine.execute;

import dev.vmkit.language.codec.Decoder;
import dev.vmkit.language.codec.Decoding;
import dev.vmkit.machine.memory.Ram;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the compiled instruction at an address. It looks through a window onto one page of code, and remembers some others that
 * it had; outside, and at addresses not seen before, it translates the address, decodes and compiles. Equal instructions are
 * compiled once, wherever they are.
 */
final class Fetcher {
    /** Past so many different instructions all are forgotten: a guest that generates code cannot fill the host. */
    private static final int MOST_KNOWN = 1 << 16;

    /** A program that executed so many for each different instruction it would need is worthwhile, too. */
    private static final long WORTHWHILE_EACH = 20_000;

    private static final @Nullable Step[] NOWHERE = {};

    /** A power of two. */
    private static final int WINDOWS = 64;

    /**
     * A page of code, as long as nothing has moved.
     *
     * @param start the address of its first place
     * @param move the number of the last move before it was found
     */
    private record Window(long start, @Nullable Step[] steps, long move) {
        private static final Window NONE = new Window(0, NOWHERE, 0);
    }

    private final Mmu mmu;
    private final Decoder decoder;
    private final InstructionCompiler compiler;
    private final CodeCache cache;
    private final Map<Decoding, Step> known = new HashMap<>();
    private boolean fast;
    private final Window[] windows = new Window[WINDOWS];
    private long start;
    private @Nullable Step[] steps = NOWHERE;
    private long moves;

    Fetcher(Mmu mmu, Decoder decoder, InstructionCompiler compiler) {
        this.mmu = mmu;
        this.decoder = decoder;
        this.compiler = compiler;
        this.cache = new CodeCache(mmu.unitShift());
        Arrays.fill(windows, Window.NONE);
    }

    /**
     * The instruction at an address, which lies within the space.
     *
     * @throws Abort if it cannot be fetched
     */
    Step step(long pc) {
        long at = pc - start;
        if (Long.compareUnsigned(at, steps.length) < 0) {
            Step step = steps[(int) at];
            if (step != null) {
                return step;
            }
        }
        return find(pc);
    }

    /** What lies in the window may no longer be what lies at its addresses. */
    void leave() {
        steps = NOWHERE;
        moves++;
    }

    private Step find(long pc) {
        Window window = windows[window(pc)];
        long at = pc - window.start;
        if (window.move == moves && Long.compareUnsigned(at, window.steps.length) < 0) {
            start = window.start;
            steps = window.steps;
            Step step = steps[(int) at];
            if (step != null) {
                return step;
            }
        }
        return search(pc);
    }

    private int window(long pc) {
        return (int) (pc >>> mmu.pageShift()) & (WINDOWS - 1);
    }

    private Step search(long pc) {
        Page memory = mmu.fetchPage(pc);
        if (memory == null || !fits(memory, pc)) {
            return step(decode(pc));
        }
        CodePage page = page(memory, pc);
        int at = place(memory, pc);
        start = pc - at;
        steps = page.steps();
        windows[window(pc)] = new Window(start, steps, moves);
        Step step = steps[at];
        if (step == null && page.hasCrossing(at)) {
            step = page.crossing(at, restPage(pc, at));
        }
        return step == null ? add(memory, page, pc, at) : step;
    }

    /** Remembers an instruction where it lies, and watches its bytes. */
    private Step add(Page memory, CodePage page, long pc, int at) {
        Step step = step(decode(pc));
        int offset = offset(memory, pc);
        int bytes = step.units() << mmu.unitShift();
        int inPage = Ram.PAGE_BYTES - (offset & (Ram.PAGE_BYTES - 1));
        if (bytes > inPage) {
            addCrossing(page, pc, at, step, bytes - inPage);
            memory.ram().watch(offset, inPage);
        } else if (offset + bytes <= memory.ram().length()) {
            page.put(at, step);
            memory.ram().watch(offset, bytes);
        }
        return step;
    }

    private void addCrossing(CodePage page, long pc, int at, Step step, int bytesBeyond) {
        long address = rest(pc, at);
        Page next = mmu.fetchPage(address);
        if (next != null) {
            page.putCrossing(at, step, page(next, address));
            next.ram().watch(offset(next, address & mmu.mask()), bytesBeyond);
        }
    }

    /** The code in the page in which the instruction at {@code pc} ends. */
    private @Nullable CodePage restPage(long pc, int at) {
        long address = rest(pc, at);
        Page next = mmu.fetchPage(address);
        return next == null ? null : page(next, address);
    }

    /** Where the page ends in which the instruction at {@code pc} begins. */
    private long rest(long pc, int at) {
        return pc + mmu.pageUnits() - at;
    }

    private CodePage page(Page memory, long address) {
        return cache.page(memory.ram(), offset(memory, address & mmu.mask()) >>> Ram.PAGE_SHIFT);
    }

    /** A translated page is cached only if it is one page of the memory as well. */
    private boolean fits(Page memory, long pc) {
        return !mmu.translates() || place(memory, pc) == (pc & (mmu.pageUnits() - 1));
    }

    private int offset(Page memory, long address) {
        return memory.base() + ((int) (address - memory.start()) << mmu.unitShift());
    }

    private int place(Page memory, long address) {
        return (offset(memory, address) & (Ram.PAGE_BYTES - 1)) >> mmu.unitShift();
    }

    /**
     * What the bits at an address mean.
     *
     * @throws Abort if they cannot be fetched
     */
    Decoding decode(long pc) {
        return decoder.decode(unit -> mmu.fetchUnit(pc + unit));
    }

    private Step step(Decoding decoding) {
        if (known.size() > MOST_KNOWN) {
            known.clear();
        }
        if (known.size() >= compiler.worthwhile()) {
            quicken();
        }
        return known.computeIfAbsent(decoding, this::compile);
    }

    private Step compile(Decoding decoding) {
        return (fast ? compiler.compileFast(decoding) : compiler.compile(decoding)).of(decoding);
    }

    /** So many instructions have been executed; not while one is. */
    void executed(long instructions) {
        if (instructions >= WORTHWHILE_EACH * compiler.worthwhile()) {
            quicken();
        }
    }

    /** From now on instructions are made to run fast, those known so far included. */
    private void quicken() {
        if (!fast) {
            fast = true;
            known.clear();
            cache.forget();
            leave();
        }
    }
}
