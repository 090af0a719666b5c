package dev.vmkit.plugins.devices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.api.DeviceModel;
import dev.vmkit.machine.memory.AccessFault;
import dev.vmkit.testkit.device.DeviceBench;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every device of this plugin, under a guest that does whatever it can. Cases are those of the escape suite (design,
 * layers.md, section 5).
 */
class HostileGuestTests {
    private static final Map<String, DeviceModel> JAVA =
            Map.of("uart-16550", new Uart16550Model(), "htif", new HtifModel());

    private static DeviceBench bench(String device) {
        return DeviceBench.of(
                HostileGuestTests.class, "/" + device + ".yaml", Optional.ofNullable(JAVA.get(device)), Map.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"terminal", "uart-16550", "timer", "power", "htif"})
    void case_3_and_case_4_gets_values_of_the_width_it_asks_for_or_a_fault_and_nothing_else(String device) {
        DeviceBench bench = bench(device);
        Random random = new Random(device.hashCode());
        for (int i = 0; i < 20_000; i++) {
            act(bench, random);
        }
        assertThat(bench.size()).isNotNegative();
    }

    @ParameterizedTest
    @ValueSource(strings = {"terminal", "uart-16550", "timer", "power", "htif"})
    void sees_no_difference_after_a_save_and_load_at_any_point(String device) {
        for (int seed = 1; seed <= 20; seed++) {
            DeviceBench bench = bench(device);
            Random before = new Random(seed);
            for (int i = 0; i < 50 * seed; i++) {
                act(bench, before);
            }
            DeviceBench copy = bench(device);
            copy.takeOver(bench);
            bench.forgetInput();
            Random left = new Random(-seed);
            Random right = new Random(-seed);
            for (int i = 0; i < 300; i++) {
                assertThat(act(copy, right)).isEqualTo(act(bench, left));
            }
            assertThat(copy.save()).isEqualTo(bench.save());
        }
    }

    /** One random thing a guest, a person or time can do; what came of it. */
    private static String act(DeviceBench bench, Random random) {
        int width = 8 << random.nextInt(4);
        long offset = random.nextInt(10) == 0 ? random.nextLong() : random.nextInt((int) bench.size() + 8);
        try {
            switch (random.nextInt(5)) {
                case 0, 1 -> bench.write(offset, width, random.nextLong());
                case 2 -> bench.pass(random.nextInt(100_000));
                case 3 -> bench.offer(random.nextInt(256));
                default -> {
                    long value = bench.read(offset, width);
                    assertThat(value & ~(-1L >>> (64 - width))).isZero();
                    return Long.toHexString(value);
                }
            }
            return "";
        } catch (AccessFault fault) {
            return "fault";
        }
    }
}
