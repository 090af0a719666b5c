package dev.vmkit.tools.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Contenders take turns, and must come to the same result. Shell scripts stand in for the kit and for QEMU. */
class RaceTests {
    private static final String KIT = """
        echo kit >>turns
        printf '%s' '{ "instructions": 5, "hostNanoseconds": 1000000000, "output": "sum 1\\n" }'
        """;

    @TempDir
    private Path folder;

    private Report run(String kit, String qemu) throws IOException {
        return run(new Kernel("mix", Group.BARE, "", 1, new VirtBoard("mix.elf")), kit, qemu);
    }

    private Report run(Kernel kernel, String kit, String qemu) throws IOException {
        Starts starts = new Starts(List.of(script("kit", kit)), Optional.of(script("qemu", qemu)));
        return new Benchmark(starts, folder, 3, Size.SHORT, List.of("auto"), _ -> {}).run(List.of(kernel));
    }

    private String script(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, "#!/bin/sh\ncd '" + folder + "'\n" + text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file.toString();
    }

    @Test
    void whoWasFirstIsLastTheNextTime() throws IOException {
        Report report = run(KIT, "echo qemu >>turns\necho sum 1\n");
        assertThat(Files.readAllLines(folder.resolve("turns"))).startsWith("kit", "qemu", "qemu", "kit", "kit", "qemu");
        Series kit = report.kernels().getFirst().series().getFirst();
        assertThat(kit.runs()).hasSize(3).allMatch(run -> run.instructions().orElseThrow() == 5);
        assertThat(report.kernels().getFirst().reference()).isPresent();
    }

    @Test
    void anotherResultIsAFailure() {
        assertThatThrownBy(() -> run(KIT, "echo sum 2"))
                .isInstanceOf(BenchmarkFailure.class)
                .hasMessage("mix: the results differ: auto 'sum 1', qemu 'sum 2'");
    }

    @Test
    void aRunThatFailsSaysWhy() {
        assertThatThrownBy(() -> run("echo no such machine >&2; exit 2", "echo sum 1"))
                .isInstanceOf(BenchmarkFailure.class)
                .hasMessage("mix on auto ended with 2: no such machine");
    }

    @Test
    void aReportThatIsNoneIsAFailureOfTheRun() {
        assertThatThrownBy(() -> run("echo what", "echo sum 1"))
                .isInstanceOf(BenchmarkFailure.class)
                .hasMessage("mix on auto said no JSON: what");
    }

    @Test
    void whatIsWatchedForIsAnsweredAndStopsTheClock() throws IOException {
        Kernel kernel = new Kernel("asks", Group.BOOT, "", 1, new VirtBoard("mix.elf"));
        Board.Prepared prepared = new Board.Prepared(
                List.of(), Optional.of(List.of()), 0, Optional.of(new Board.Scene("# ", "off\n", 0)));
        Starts starts = new Starts(List.of(), Optional.of(script("qemu", "printf '# '; read word; [ $word = off ]")));
        Measurement time = new Stopwatch(starts, folder).time(kernel, new Contender.Qemu(), prepared);
        assertThat(time.seconds()).isPositive();
        assertThatThrownBy(() -> new Stopwatch(new Starts(List.of(), Optional.of(script("mute", "exit 0"))), folder)
                        .time(kernel, new Contender.Qemu(), prepared))
                .hasMessage("asks on qemu never showed what is waited for");
    }
}
