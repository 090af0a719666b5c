package dev.vmkit.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs in a heap that has room for the guest's memory once, and not twice. */
class SmallHeapTests {
    private static final String HEAP = "-Xmx168m";
    private static final String DEFINITION = """
        isa: small
        doc: An instruction set with much memory.
        spaces: { mem: { addr: 32, unit: 8 } }
        registers: { a: { width: 8 }, pc: { width: 32, role: pc } }
        instructions:
          HALT: { encode: "0x00", do: "halt()", doc: The end. }
          SET:  { encode: "0x01", do: "mem[0x5000000] = 7; a = mem[0x5000000]", doc: Far away. }
        """;
    private static final String MACHINE = """
        kit: 1
        machine: small
        cpu: { isa: small, starts-at: 0 }
        memory:
          ram: { at: 0, size: 100 MiB }
        load: program.asm
        """;

    @TempDir
    private Path folder;

    @BeforeEach
    void machine() throws IOException {
        Files.createDirectory(folder.resolve("mine"));
        Files.writeString(folder.resolve("mine/plugin.yaml"), """
            plugin: isa-small
            version: 1.0.0
            requires: ">=1.0.0 & <2.0.0"
            provides:
              - isa: small.yaml
            """);
        Files.writeString(folder.resolve("mine/small.yaml"), DEFINITION);
        Files.writeString(folder.resolve("machine.yaml"), MACHINE);
        Files.writeString(folder.resolve("program.asm"), "  SET\n  HALT\n");
    }

    private String kit(String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Kit.class.getName());
        builder.command().addAll(List.of(arguments));
        Process process =
                builder.directory(folder.toFile()).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(said).isEqualTo(ExitCode.SUCCESS);
        return said;
    }

    @Test
    void aRunIsRecordedAndRepeated() throws IOException, InterruptedException {
        String first = kit("run", "-p", "mine", "--hash", "--record", "run.log", "machine.yaml");
        assertThat(first).contains("state");
        assertThat(kit("run", "-p", "mine", "--hash", "--replay", "run.log", "machine.yaml"))
                .isEqualTo(first);
    }
}
