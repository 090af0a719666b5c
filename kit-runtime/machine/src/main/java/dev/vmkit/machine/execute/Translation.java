package dev.vmkit.machine.execute;

import dev.vmkit.language.ir.Function;
import dev.vmkit.language.isa.Space;
import dev.vmkit.machine.memory.Access;
import dev.vmkit.machine.memory.Ram;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a definition maps the addresses of a space to those of the space it is over, and guards them; and a {@link Tlb} for
 * each value of the translate key seen lately: a kernel that comes and goes finds its pages again.
 */
final class Translation {
    private static final int KEYS = 32;
    private static final int SHORTCUTS = 8;

    private final Core core;
    private final @Nullable Function translate;
    private final @Nullable Function guard;
    private final @Nullable Space over;
    private @Nullable Mmu below;
    private final TranslateKey key;
    private final int pageBits;
    private final Tlb none;
    private final List<Tlb> recent = new ArrayList<>();
    private final Answers identities;
    private final Deque<Shortcuts> spare = new ArrayDeque<>();
    private final Blocks blocks = new Blocks();
    private @Nullable Tlb current;
    private @Nullable Routine translator;
    private @Nullable Routine guardian;
    private boolean busy;
    private int bits;

    Translation(Core core, Space space, int pageBits) {
        Map<String, Function> functions = core.hart.isa().functions();
        this.core = core;
        this.translate = space.translate().map(functions::get).orElse(null);
        this.guard = space.guard().map(functions::get).orElse(null);
        this.over = space.over().map(core.hart.isa().model().spaces()::get).orElse(null);
        this.key = new TranslateKey(core.hart.isa().model(), space);
        this.pageBits = pageBits;
        this.none = Tlb.empty(pageBits);
        this.identities = new Answers(
                core.hart.isa().model(),
                Stream.of(translate, guard).flatMap(Stream::ofNullable).toList());
    }

    TranslateKey key() {
        return key;
    }

    /** Whether addresses are translated or guarded at all. */
    boolean exists() {
        return translate != null || guard != null;
    }

    /** Whether the last translation holds for its page until the key changes or {@code flush()} is executed. */
    boolean remembers() {
        return !exists() || !busy && !key.isEmpty() && bits >= pageBits;
    }

    /**
     * The physical address behind an address, for an access to some units. What the definition's functions themselves
     * access in this space is neither translated nor guarded.
     *
     * @throws Abort if a function raises a trap, does not find its tables, or refuses
     */
    long translate(long address, Access access, int units) {
        if (busy || !exists()) {
            return address;
        }
        Translation outer = core.translating;
        core.translating = this;
        expose(outer, true);
        busy = true;
        bits = pageBits;
        try {
            requirePermission(address, access, units);
            long below = translate == null ? address : routine(translate).call(address, access.ordinal());
            return over == null ? below : through(below(over), below, access, units);
        } finally {
            busy = false;
            core.translating = outer;
            expose(outer, false);
        }
    }

    private void expose(@Nullable Translation outer, boolean on) {
        if (outer == null && core.isObserved()) {
            core.expose(this, on);
        }
    }

    private void requirePermission(long address, Access access, int units) {
        if (guard != null && guardian(guard).call(address, access.ordinal(), units) == 0) {
            throw core.abort.fault(access, address, null);
        }
    }

    /** The way into the space below, which is made when all spaces are known. */
    private Mmu below(Space space) {
        Mmu known = below;
        if (known == null) {
            known = core.mmu(space);
            below = known;
        }
        return known;
    }

    private long through(Mmu below, long address, Access access, int units) {
        long physical = below.physical(address, access, units);
        if (below.holds() < pageBits) {
            bits = below.holds();
        }
        return physical;
    }

    private Routine routine(Function function) {
        if (translator == null) {
            translator = new Routine(core, function);
        }
        return translator;
    }

    private Routine guardian(Function function) {
        if (guardian == null) {
            guardian = new Routine(core, function);
        }
        return guardian;
    }

    /** What is being translated holds for the aligned block of 2 to that power addresses. */
    void holds(long itsBits) {
        bits = (int) Math.min(itsBits, Long.SIZE - 1);
    }

    /** For how large a block the last translation holds. */
    int holds() {
        return bits;
    }

    /** An address was found in a table, so all of its page may be accessed. */
    void hit() {
        bits = pageBits;
    }

    /** The last translation, that of this address, is remembered. */
    void remembered(long address) {
        if (bits > pageBits) {
            blocks.add(address, bits);
        }
    }

    /** The translations for the state as it is. */
    Tlb current() {
        Tlb known = current;
        if (known == null) {
            known = recall(core.hart.state().slots());
            current = known;
        }
        return known;
    }

    /** The latest come first. */
    private Tlb recall(long[] registers) {
        for (int i = 0; i < recent.size(); i++) {
            Tlb known = recent.get(i);
            if (key.is(known.key(), registers)) {
                recent.set(i, recent.getFirst());
                recent.set(0, known);
                return known;
            }
        }
        Tlb fresh = none.another(key.read(registers));
        recent.addFirst(fresh);
        if (recent.size() > KEYS) {
            release(recent.removeLast());
        }
        return fresh;
    }

    /** Whether, as registers are now, every address is its own translation, and all accesses are allowed. */
    boolean isIdentity() {
        return !key.isEmpty() && current().isIdentity(this::foldsToIdentity);
    }

    private boolean foldsToIdentity() {
        long[] registers = core.hart.state().slots();
        return identities.ask(registers, () -> Identity.holds(translate, guard, registers))
                && (over == null || below(over).isIdentity());
    }

    /** The way of compiled code through the current translations to a memory. Few keys have one at a time. */
    Shortcuts shortcuts(Ram ram) {
        Tlb tlb = current();
        Shortcuts known = tlb.shortcuts();
        if (known == null) {
            if (recent.stream().filter(t -> t.shortcuts() != null).count() >= SHORTCUTS) {
                release(recent.reversed().stream()
                        .filter(t -> t.shortcuts() != null)
                        .findFirst()
                        .orElseThrow());
            }
            known = spare.isEmpty() ? new Shortcuts(ram, pageBits) : spare.pop();
            tlb.shortcuts(known);
        }
        return known;
    }

    private void release(Tlb tlb) {
        Shortcuts unused = tlb.shortcuts();
        if (unused != null) {
            tlb.shortcuts(null);
            unused.clear();
            spare.push(unused);
        }
    }

    /** The key changed; tables without translations, to be used until somebody asks. */
    Tlb rekey() {
        current = null;
        return none;
    }

    void flush() {
        recent.forEach(this::release);
        recent.clear();
        blocks.clear();
        current = null;
    }

    /** Forgets what is known of the page around an address, and of the block it was translated with; whether that was all. */
    boolean flush(long address) {
        boolean all = blocks.contain(address);
        if (all) {
            flush();
        } else {
            recent.forEach(tlb -> tlb.forget(address >>> pageBits));
        }
        return all;
    }
}
