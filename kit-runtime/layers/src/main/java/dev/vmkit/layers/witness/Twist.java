package dev.vmkit.layers.witness;

/** What differs between two states, besides the mode: nothing, the value of a register, or the clock. */
sealed interface Twist {
    /** The state with that changed. */
    Start of(Start start);

    record Nothing() implements Twist {
        @Override
        public Start of(Start start) {
            return start;
        }
    }

    record Value(String register, long value) implements Twist {
        @Override
        public Start of(Start start) {
            return start.with(register, value);
        }
    }

    record Time(long clock) implements Twist {
        @Override
        public Start of(Start start) {
            return start.withClock(clock);
        }
    }
}
