package dev.vmkit.machine.memory;

import java.util.function.Predicate;

/**
 * A copy between a byte array and the memory at an address, which may reach over several regions; all or nothing. Addresses
 * that the space does not have lead nowhere: unlike an instruction's, a device's do not wrap around.
 */
record BlockCopy(AddressSpace space, long address, int length) {

    /** One piece of it that lies in one region, {@code done} bytes after the first. */
    private interface Piece {
        void copy(Ram ram, int offset, int done, int bytes);
    }

    boolean read(byte[] target, int from) {
        return copy(
                ram -> true, (ram, offset, done, n) -> System.arraycopy(ram.bytes(), offset, target, from + done, n));
    }

    boolean write(byte[] source, int from) {
        return copy(Ram::writable, (ram, offset, done, n) -> ram.put(offset, source, from + done, n));
    }

    boolean install(byte[] source) {
        return copy(ram -> true, (ram, offset, done, n) -> ram.put(offset, source, done, n));
    }

    private boolean copy(Predicate<Ram> allowed, Piece piece) {
        return inside() && eachPiece(allowed, (ram, offset, done, n) -> {}) && eachPiece(allowed, piece);
    }

    private boolean inside() {
        long last = address + Math.max(0, length - 1) / space.unitBytes();
        return (address & ~space.mask()) == 0
                && (last & ~space.mask()) == 0
                && Long.compareUnsigned(address, last) <= 0;
    }

    private boolean eachPiece(Predicate<Ram> allowed, Piece piece) {
        int done = 0;
        while (done < length) {
            long at = address + done / space.unitBytes();
            Mapping mapping = space.find(at);
            if (!mapping.contains(at) || !(mapping.region() instanceof Ram ram) || !allowed.test(ram)) {
                return false;
            }
            int offset = (int) (at - mapping.start()) * space.unitBytes();
            int bytes = Math.min(length - done, ram.length() - offset);
            piece.copy(ram, offset, done, bytes);
            done += bytes;
        }
        return true;
    }
}
