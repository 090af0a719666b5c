package dev.vmkit.machine.device;

import dev.vmkit.language.device.DeviceDefinition;
import dev.vmkit.language.isa.ByteOrder;

/** Some consecutive address units and how a value lies in them. */
record Units(long start, int width, int unit, boolean big) {

    Units(long start, int width, DeviceDefinition device) {
        this(start, width, device.unit(), device.order() == ByteOrder.BIG);
    }

    private int count() {
        return width / unit;
    }

    boolean touches(Units other) {
        return start < other.start + other.count() && other.start < start + count();
    }

    /** The value {@code to} of other units with those replaced that both have, from a value of these. */
    long copy(long from, Units other, long to) {
        long mask = -1L >>> (64 - unit);
        long result = to;
        for (long at = Math.max(start, other.start);
                at < Math.min(start + count(), other.start + other.count());
                at++) {
            long piece = from >>> shift(at) & mask;
            result = result & ~(mask << other.shift(at)) | piece << other.shift(at);
        }
        return result;
    }

    private int shift(long at) {
        int place = (int) (at - start);
        return (big ? count() - 1 - place : place) * unit;
    }
}
