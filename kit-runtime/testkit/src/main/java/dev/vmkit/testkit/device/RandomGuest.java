package dev.vmkit.testkit.device;

import dev.vmkit.language.device.DeviceDefinition;
import dev.vmkit.language.device.Inputs;
import java.util.Random;

/** A guest that does whatever a device's definition allows, in an order that its seed decides. */
final class RandomGuest {
    private final DeviceDefinition definition;
    private final Random random;

    RandomGuest(DeviceDefinition definition, long seed) {
        this.definition = definition;
        this.random = new Random(seed);
    }

    /** Does one thing, and says what: an access, a byte or an interrupt that comes in, or some time. */
    String act(DeviceBench bench) {
        return switch (random.nextInt(5)) {
            case 0 -> pass(bench, random.nextInt(1_000_000));
            case 1 -> definition.inputs().isEmpty() ? offer(bench, random.nextInt(256)) : line(bench);
            default -> access(bench);
        };
    }

    private static String pass(DeviceBench bench, int nanos) {
        bench.pass(nanos);
        return nanos + " ns later";
    }

    private static String offer(DeviceBench bench, int value) {
        bench.offer(value);
        return "byte " + value;
    }

    private String line(DeviceBench bench) {
        Inputs inputs = definition.inputs().orElseThrow();
        int number = random.nextInt(inputs.from(), inputs.to() + 1);
        boolean raised = random.nextBoolean();
        bench.line(number, raised);
        return "input " + number + (raised ? " up" : " down");
    }

    private String access(DeviceBench bench) {
        int width = definition.widths().get(random.nextInt(definition.widths().size()));
        long places = bench.size() - width / definition.unit() + 1;
        if (places < 1) {
            return "";
        }
        long offset = random.nextLong(places);
        long value = random.nextLong() >>> random.nextInt(64);
        if (random.nextBoolean()) {
            bench.write(offset, width, value);
            return "wrote 0x%x (%d bits) at %d".formatted(value, width, offset);
        }
        return "read 0x%x (%d bits) at %d".formatted(bench.read(offset, width), width, offset);
    }
}
