package dev.vmkit.tools.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a benchmark ran.
 *
 * @param qemu its version, if there is one
 */
public record Host(String processor, int processors, String system, String java, Optional<String> qemu) {

    static Host of(Starts starts) throws IOException {
        return new Host(
                model(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"),
                starts.qemu().isEmpty()
                        ? Optional.empty()
                        : Optional.of(version(starts.qemu().get())));
    }

    private static String model() throws IOException {
        Path told = Path.of("/proc/cpuinfo");
        if (!Files.isReadable(told)) {
            return System.getProperty("os.arch");
        }
        try (Stream<String> lines = Files.lines(told)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        }
    }

    private static String version(String qemu) throws IOException {
        Process process = new ProcessBuilder(List.of(qemu, "--version")).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .findFirst()
                .orElse(qemu);
    }

    /** On one line. */
    public String text() {
        return "%d x %s, %s; %s; %s".formatted(processors, processor, system, java, qemu.orElse("no QEMU"));
    }
}
