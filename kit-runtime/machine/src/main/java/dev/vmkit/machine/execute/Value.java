package dev.vmkit.machine.execute;

/** A compiled expression. */
@FunctionalInterface
interface Value {
    /** Its value, zero-extended. */
    long get(Frame f);

    /** Always the same. */
    record Constant(long value) implements Value {
        @Override
        public long get(Frame f) {
            return value;
        }
    }

    /** What a register holds. */
    record Register(int slot) implements Value {
        @Override
        public long get(Frame f) {
            return f.registers[slot];
        }
    }

    /** What a local holds. */
    record Local(int slot) implements Value {
        @Override
        public long get(Frame f) {
            return f.locals[slot];
        }
    }
}
