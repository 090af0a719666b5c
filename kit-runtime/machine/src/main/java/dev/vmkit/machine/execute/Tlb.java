package dev.vmkit.machine.execute;

import dev.vmkit.machine.memory.Access;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Translations found so far for one value of the translate key, page by page, one table for each kind of access. The place
 * in a table comes from the page's number; an empty place holds a page that belongs to another place, so that one
 * comparison tells a hit.
 */
final class Tlb {
    private static final int ENTRIES = 512;

    private final long[] key;
    private final Page[] fetches;
    private final Page[] loads;
    private final Page[] stores;
    private final Page[] managed;
    private final Page[] empty;
    private @Nullable Layout layout;
    private @Nullable Shortcuts shortcuts;
    private @Nullable Boolean identity;

    private Tlb(long[] key, Page[] empty) {
        this.key = key;
        this.fetches = empty.clone();
        this.loads = empty.clone();
        this.stores = empty.clone();
        this.managed = empty.clone();
        this.empty = empty;
    }

    /** Tables without translations, for pages of 2 to the power of {@code pageShift} addresses. */
    static Tlb empty(int pageShift) {
        Page[] empty = new Page[ENTRIES];
        for (int i = 0; i < ENTRIES; i++) {
            empty[i] = Page.elsewhere((i + 1L) << pageShift, 1L << pageShift);
        }
        return new Tlb(new long[0], empty);
    }

    /** Other tables without translations, for another key. */
    Tlb another(long[] itsKey) {
        return new Tlb(itsKey, empty);
    }

    /** The value of the translate key. */
    long[] key() {
        return key;
    }

    Page[] fetches() {
        return fetches;
    }

    Page[] loads() {
        return loads;
    }

    Page[] stores() {
        return stores;
    }

    Page[] table(Access access) {
        return switch (access) {
            case FETCH -> fetches;
            case LOAD -> loads;
            case STORE -> stores;
            case MANAGE -> managed;
        };
    }

    /** Where they lead; another object whenever one of them may have changed, or compiled code goes another way. */
    Layout layout(Supplier<Reach> reach) {
        Layout known = layout;
        if (known == null) {
            known = new Layout(reach.get());
            layout = known;
        }
        return known;
    }

    /** Whether they are all that an address is its own translation; found out once. */
    boolean isIdentity(BooleanSupplier question) {
        Boolean known = identity;
        if (known == null) {
            known = question.getAsBoolean();
            identity = known;
        }
        return known;
    }

    /** The way of compiled code through these translations, if there is one. */
    @Nullable
    Shortcuts shortcuts() {
        return shortcuts;
    }

    /** From now on compiled code goes this way. */
    void shortcuts(@Nullable Shortcuts way) {
        shortcuts = way;
        layout = null;
        if (way != null) {
            for (int i = 0; i < ENTRIES; i++) {
                way.found(Access.LOAD, loads[i]);
                way.found(Access.STORE, stores[i]);
            }
        }
    }

    /** Remembers a page. */
    void remember(Access access, int place, Page page) {
        table(access)[place] = page;
        if (shortcuts != null) {
            shortcuts.found(access, page);
        }
    }

    /** Forgets the translations of the page with that number. */
    void forget(long number) {
        int place = (int) number & (ENTRIES - 1);
        fetches[place] = empty[place];
        loads[place] = empty[place];
        stores[place] = empty[place];
        managed[place] = empty[place];
        layout = null;
        if (shortcuts != null) {
            shortcuts.forget(number);
        }
    }
}
