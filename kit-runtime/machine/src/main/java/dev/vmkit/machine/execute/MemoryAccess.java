package dev.vmkit.machine.execute;

/** Closures that load and store. */
final class MemoryAccess {
    private MemoryAccess() {}

    static Value load(Mmu mmu, int width, Value address) {
        return switch (width) {
            case 8 -> f -> mmu.load8(address.get(f));
            case 16 -> f -> mmu.load16(address.get(f));
            case 32 -> f -> mmu.load32(address.get(f));
            case 64 -> f -> mmu.load64(address.get(f));
            default -> f -> mmu.load(address.get(f), width);
        };
    }

    static Action store(Mmu mmu, int width, Value address, Value value) {
        return switch (width) {
            case 8 ->
                f -> {
                    long a = address.get(f);
                    return mmu.store8(a, value.get(f));
                };
            case 16 ->
                f -> {
                    long a = address.get(f);
                    return mmu.store16(a, value.get(f));
                };
            case 32 ->
                f -> {
                    long a = address.get(f);
                    return mmu.store32(a, value.get(f));
                };
            case 64 ->
                f -> {
                    long a = address.get(f);
                    return mmu.store64(a, value.get(f));
                };
            default ->
                f -> {
                    long a = address.get(f);
                    return mmu.store(a, width, value.get(f));
                };
        };
    }
}
