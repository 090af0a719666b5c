package dev.vmkit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.language.text.SourceFile;
import dev.vmkit.testkit.device.DeviceBench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The example of {@code docs/reference/devices.md} does what the page says. */
class DevicesPageTests {
    private static final Path PAGE = Path.of("reference/devices.md");

    private static DeviceBench dice(Map<String, String> settings) {
        return example("dice", settings);
    }

    private static DeviceBench example(String name, Map<String, String> settings) {
        try {
            String page = Files.readString(PAGE);
            int start = page.indexOf("```yaml\ndevice: " + name) + "```yaml\n".length();
            String yaml = page.substring(start, page.indexOf("```", start));
            return DeviceBench.of(new SourceFile(name + ".yaml", yaml), Optional.empty(), settings);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theLampsShowTheBitsOfTheirRegister() {
        DeviceBench bench = example("lamps", Map.of());
        bench.write(0, 8, 0x81);
        assertThat(bench.look().at(0, 0)).isEqualTo(0xFF4020);
        assertThat(bench.look().at(3, 0)).isEqualTo(0x401008);
        assertThat(bench.look().at(21, 1)).isEqualTo(0xFF4020);
    }

    @Test
    void theBellRingsWhileItsBitIsSet() {
        DeviceBench bench = example("bell", Map.of());
        bench.write(0, 8, 3);
        assertThat(bench.hear().nanos()).isEqualTo(500_000);
        bench.write(0, 8, 2);
        assertThat(bench.hear().isSilent()).isTrue();
    }

    @Test
    void theDieRollsForTwoMicrosecondsForEachUnitWritten() {
        DeviceBench bench = dice(Map.of());
        bench.write(1, 8, 3);
        bench.pass(5_999);
        assertThat(bench.raised("irq")).isFalse();
        assertThat(bench.read(0, 8)).isZero();
        bench.pass(1);
        assertThat(bench.raised("irq")).isTrue();
        assertThat(bench.read(0, 8)).isBetween(1L, 6L);
        assertThat(bench.raised("irq")).isFalse();
    }

    @Test
    void theDieHasAsManySidesAsTheMachineFileSaysAndCountsItsThrows() {
        DeviceBench bench = dice(Map.of("sides", "20"));
        long highest = 0;
        for (int i = 0; i < 200; i++) {
            bench.write(1, 8, 1);
            bench.pass(2_000);
            highest = Math.max(highest, bench.read(0, 8));
        }
        assertThat(highest).isEqualTo(20);
        bench.write(2, 16, 0);
        assertThat(bench.read(2, 16)).isEqualTo(200);
    }
}
