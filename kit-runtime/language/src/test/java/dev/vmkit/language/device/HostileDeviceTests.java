package dev.vmkit.language.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Definitions that were damaged at random: each is either read or refused with a message, never anything else. */
class HostileDeviceTests {
    private static final String WHOLE = """
        device: d
        unit: 8
        byte-order: big
        size: 4 * n
        widths: [8, 16]
        parameters:
          n: { type: number, default: 2, least: 1, most: 4 }
          t: { type: duration, default: 5 us }
          f: { type: flag, default: true }
        connects:
          keys: { kind: stream }
          irq: { kind: interrupt, line: 3 }
        registers:
          A: { at: 0, width: 16, reset: 0x12, writable: 0xF0, fields: { X: 3, Y: "7:4" }, on-write: "irq_set(A.X && v[0])" }
          B: { at: 2, access: ro, on-read: "B = keys_read()" }
        state:
          s: { width: 8, count: 4 }
        functions:
          b8 twice(b8 v): "return v + v"
        on-input: "s[1] = twice(keys_read())"
        on-timer: "timer_after(t)"
        """;
    private static final String PIECES = " :{}[],\"'#\n\t-_0x9999999999999999999aZ|>&*!%@\\\u0000\u00e9";

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void aDamagedDefinitionIsReadOrRefused(long seed) {
        Random random = new Random(seed);
        int read = 0;
        for (int i = 0; i < 500; i++) {
            Diagnostics diagnostics = new Diagnostics();
            Optional<Behaviour> behaviour = DeviceReader.read(new SourceFile("d.yaml", damaged(random)), diagnostics)
                    .flatMap(definition -> Behaviour.ofDefaults(definition, diagnostics));
            assertThat(behaviour.isPresent()).isNotEqualTo(diagnostics.hasErrors());
            read += behaviour.isPresent() ? 1 : 0;
        }
        assertThat(read).isBetween(1, 499);
    }

    private static String damaged(Random random) {
        StringBuilder text = new StringBuilder(WHOLE);
        for (int i = 0; i <= random.nextInt(3); i++) {
            int at = random.nextInt(text.length());
            int end = Math.min(text.length(), at + random.nextInt(6));
            int from = random.nextInt(PIECES.length());
            text.replace(at, end, PIECES.substring(from, Math.min(PIECES.length(), from + random.nextInt(4))));
        }
        return text.toString();
    }
}
