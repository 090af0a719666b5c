package dev.vmkit.layers.gantt;

/** Round numbers: 1, 2, 5, 10, 20, 50, and so on. */
final class Steps {
    private Steps() {}

    /** The least of them that divides {@code length} into at most {@code most} parts. */
    static long atMost(long length, long most) {
        long step = 1;
        for (int i = 0; (length + step - 1) / step > most; i++) {
            step = i % 3 == 1 ? step / 2 * 5 : step * 2;
        }
        return step;
    }
}
