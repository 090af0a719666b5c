package dev.vmkit.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PanicWatchTests {
    private final StringBuilder shown = new StringBuilder();
    private final AtomicInteger ends = new AtomicInteger();
    private final PanicWatch watch = new PanicWatch(value -> shown.append((char) value));

    PanicWatchTests() {
        watch.onEnd(ends::incrementAndGet);
    }

    private void show(String text) {
        for (byte value : text.getBytes(StandardCharsets.US_ASCII)) {
            watch.write(value);
        }
    }

    @Test
    void passes_everything_on_and_ends_after_a_kernels_last_words() {
        String dump =
                "[    0.512345] Kernel panic - not syncing: VFS: Unable to mount root fs on unknown-block(0,0)\r\n"
                        + "[    0.512400] CPU: 0 UID: 0 PID: 1 Comm: swapper/0\r\n";
        show(dump);
        assertThat(watch.panic()).hasValue("VFS: Unable to mount root fs on unknown-block(0,0)");
        assertThat(ends).hasValue(0);
        show("[    0.6] ---[ end Kernel panic - not syncing: VFS: Unable to mount root fs on unknown-block(0,0)"
                + " ]---\r\n");
        assertThat(ends).hasValue(1);
        assertThat(watch.panic()).hasValue("VFS: Unable to mount root fs on unknown-block(0,0)");
        assertThat(shown).startsWith(dump);
    }

    @Test
    void hears_a_kernel_without_times() {
        show("Kernel panic - not syncing: Attempted to kill init! exitcode=0x00000100\n");
        assertThat(watch.panic()).hasValue("Attempted to kill init! exitcode=0x00000100");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# echo Kernel panic - not syncing: no\r\n",
                "grep: Kernel panic - not syncing: in a log\r\n",
                "Kernel panic - not syncing\r\n",
                "Kernel panic - not syncing: half a line"
            })
    void is_not_fooled_by_talk_about_panics(String text) {
        show(text);
        assertThat(watch.panic()).isEmpty();
        assertThat(ends).hasValue(0);
    }

    @Test
    void keeps_no_line_without_end() {
        show("x".repeat(100_000) + "\nKernel panic - not syncing: y\n");
        assertThat(watch.panic()).hasValue("y");
    }
}
