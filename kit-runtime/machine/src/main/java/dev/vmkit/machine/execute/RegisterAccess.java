package dev.vmkit.machine.execute;

import dev.vmkit.language.isa.RegisterFile;

/** Closures that read and write registers. */
final class RegisterAccess {
    private RegisterAccess() {}

    static Value read(RegisterFile file, Value index) {
        return index instanceof Value.Constant c ? read(file, c.value()) : readIndexed(file, index);
    }

    private static Value read(RegisterFile file, long index) {
        boolean zero = isZero(file, index) || index < 0 || index >= file.count();
        return zero ? new Value.Constant(0) : new Value.Register(file.slot() + (int) index);
    }

    /** An index beyond the file reads 0. The register that reads 0 is never written. */
    private static Value readIndexed(RegisterFile file, Value index) {
        int slot = file.slot();
        int count = file.count();
        return f -> {
            long i = index.get(f);
            return Long.compareUnsigned(i, count) < 0 ? f.registers[slot + (int) i] : 0;
        };
    }

    /** The write, and then whatever it brings with it. Of a file of registers any write counts. */
    static Action watched(Watch watch, RegisterFile file, Action write) {
        if (!watch.isFor(file.mask())) {
            return write;
        }
        int slot = file.slot();
        boolean single = file.count() == 1;
        return f -> {
            long before = f.registers[slot];
            write.run(f);
            watch.written(single ? before ^ f.registers[slot] : -1);
            return Action.DONE;
        };
    }

    static Action write(RegisterFile file, Value index, Value value) {
        Value written = file.ones() == 0 ? value : f -> value.get(f) | file.ones();
        if (!(index instanceof Value.Constant c)) {
            return writeIndexed(file, index, written);
        }
        boolean lost = isZero(file, c.value()) || c.value() < 0 || c.value() >= file.count();
        return lost ? evaluate(value) : write(file.slot() + (int) c.value(), written);
    }

    private static Action write(int slot, Value value) {
        return f -> {
            f.registers[slot] = value.get(f);
            return Action.DONE;
        };
    }

    /** A write beyond the file is lost, like one to the register that reads 0. */
    private static Action writeIndexed(RegisterFile file, Value index, Value value) {
        int slot = file.slot();
        int count = file.count();
        int zero = file.zero().orElse(-1);
        return f -> {
            long i = index.get(f);
            long v = value.get(f);
            if (Long.compareUnsigned(i, count) < 0 && i != zero) {
                f.registers[slot + (int) i] = v;
            }
            return Action.DONE;
        };
    }

    static Action evaluate(Value value) {
        return f -> {
            value.get(f);
            return Action.DONE;
        };
    }

    private static boolean isZero(RegisterFile file, long index) {
        return file.zero().isPresent() && file.zero().getAsInt() == index;
    }
}
