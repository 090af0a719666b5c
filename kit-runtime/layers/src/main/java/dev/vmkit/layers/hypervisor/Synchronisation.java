package dev.vmkit.layers.hypervisor;

import dev.vmkit.machine.hart.Engine;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** One way to have the shadow tables of a hart follow its guest's tables. */
interface Synchronisation {
    /** What it may do with shadow tables. */
    interface Tables {
        /** Drops entries for the page around an address. */
        void drop(long address);

        /** Drops all. */
        void clear();

        /** Has the guest stop behind its instruction, so that what became stale is dropped before the next one. */
        void stop();
    }

    /** Asks the guest's tables where an address leads, so as to make an entry; nothing if they do not let it. */
    Optional<Engine.Translated> walk(Supplier<Optional<Engine.Translated>> walk);

    /** What the latest walk found has become an entry for the page that begins at an address. */
    default void entered(long page) {}

    /** The guest's processor is to forget what it knows of an address, or all. */
    void flushed(OptionalLong address);

    /** There is too much to keep: drops all entries. */
    void forget();

    /** Whether it keeps too much itself. */
    default boolean isFull() {
        return false;
    }

    /** The guest stands between two instructions: now entries that were found stale can be dropped. */
    default void settle() {}

    /** They follow when the guest says that it changed something. */
    record AtFences(Tables tables) implements Synchronisation {
        @Override
        public Optional<Engine.Translated> walk(Supplier<Optional<Engine.Translated>> walk) {
            return walk.get();
        }

        @Override
        public void forget() {
            tables.clear();
        }

        @Override
        public void flushed(OptionalLong address) {
            address.ifPresentOrElse(tables::drop, tables::clear);
        }
    }
}
