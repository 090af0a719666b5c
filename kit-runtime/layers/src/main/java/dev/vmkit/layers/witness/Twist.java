package dev.vmkit.layers.witness;

/** What differs between two states, besides the mode: nothing, bits of a register, or the clock. */
sealed interface Twist {
    /** The state with that changed. */
    Start of(Start start);

    record Nothing() implements Twist {
        @Override
        public Start of(Start start) {
            return start;
        }
    }

    /** These bits of a register. */
    record Value(Registers.Register register, long bits, long value) implements Twist {
        @Override
        public Start of(Start start) {
            long old = start.registers().getOrDefault(register.name(), register.reset());
            return start.with(register.name(), register.cut(old & ~bits | value & bits));
        }

        @Override
        public String toString() {
            return register.name() + " with other bits of 0x" + Long.toHexString(bits);
        }
    }

    record Time(long clock) implements Twist {
        @Override
        public Start of(Start start) {
            return start.withClock(clock);
        }
    }
}
