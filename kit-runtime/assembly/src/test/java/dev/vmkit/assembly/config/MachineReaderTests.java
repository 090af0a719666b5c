package dev.vmkit.assembly.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.assembly.Golden;
import dev.vmkit.language.text.DiagnosticPrinter;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MachineReaderTests {
    private static final String WHOLE = """
        kit: 1
        machine: rv64-board
        about: A small board.
        cpu: { isa: riscv, variant: rv64gc, params: { XLEN: 64 }, features: { C: false }, engine: interpret,
               starts-at: 0x80000000, speed: 10 MHz, timebase: 1 MHz, harts: 2 }
        memory:
          ram:  { at: 0x80000000, size: 128 MiB }
          rom:  { at: 0x1000, file: boot.bin, rom: true }
          page: { from: 0x2000, to: 0x2FFF, space: phys }
        devices:
          clint: { model: riscv-clint,  at: 0x02000000, interrupts: { timer: cpu 7, software: cpu 3 } }
          uart:  { model: uart-16550,   at: 0x10000000, interrupts: plic 10, stride: 4 }
          key:   { model: lc3-keyboard, interrupts: cpu 0x80 level 4, dma: [ram] }
        console: { types-into: key, shows: uart }
        firmware: riscv/boot.asm
        load: [kernel.elf, { file: fs.img, at: 0x81000000, format: raw }]
        limits: { instructions: 1000000 instructions, time: 10 s, memory: 4 GiB }
        """;

    private final Diagnostics diagnostics = new Diagnostics();

    private Optional<MachineConfig> read(String yaml) {
        return MachineReader.read(new SourceFile("machine.yaml", yaml), diagnostics);
    }

    @Test
    void readsEveryKeyOfAMachineFile() {
        MachineConfig machine = read(WHOLE).orElseThrow();
        assertThat(diagnostics.list()).isEmpty();
        Golden.check("config/whole.txt", ConfigPrinter.print(machine));
    }

    @Test
    void readsTheMachinesOfTheReferencePage() throws IOException {
        String page = Files.readString(Path.of("../../docs/reference/machine-files.md"));
        List<String> machines = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL)
                .matcher(page)
                .results()
                .map(block -> block.group(1))
                .toList();
        assertThat(machines)
                .isNotEmpty()
                .allSatisfy(yaml -> assertThat(read(yaml)).isPresent());
        assertThat(diagnostics.list()).isEmpty();
    }

    @Test
    void keepsThePlaceOfEveryValue() {
        MachineConfig machine = read(WHOLE).orElseThrow();
        assertThat(machine.devices().get(1).at().orElseThrow().at()).hasToString("machine.yaml:12:37");
        assertThat(machine.devices()
                        .get(1)
                        .interrupts()
                        .getFirst()
                        .line()
                        .orElseThrow()
                        .at())
                .hasToString("machine.yaml:12:66");
        assertThat(machine.limits().time().orElseThrow().at()).hasToString("machine.yaml:17:53");
    }

    @Test
    void needsAProcessorAndNothingElse() {
        assertThat(read("kit: 1\nmachine: bare\ncpu: { isa: stack }\n")).isPresent();
        assertThat(diagnostics.list()).isEmpty();
    }

    @Test
    void readsNothingOfAFileOfAnotherVersion() {
        assertThat(read("kit: 2\nmachine: later\nprocessor: { isa: lc3 }\n")).isEmpty();
        Golden.check("config/version.txt", printed());
    }

    @Test
    void reportsAllMistakesOfAFile() {
        read("""
            kit: 1
            machin: odd
            cpu: { isa: riscv, engin: interpret, starts-at: 8000h, speed: 10 mhz, timebase: 2 GHz, harts: 0 }
            memory:
              ram:  { at: 0x80000000, size: 128 MB }
              more: { from: 0x1000, size: 4 KiB }
              far:  { at: 0x10000000000000000, size: 4 KiB }
              bits: { at: 0, size: 010 }
            devices:
              uart:  { modle: uart-16550, at: 0x10000000 }
              timer: { model: timer, interrupts: cpu seven }
              clint: { model: clint, interrupts: cpu 7 high }
            limits: { time: 10, instructions: many, memory: 1.5 KB }
            load: { fiel: hello.asm }
            """);
        Golden.check("config/mistakes.txt", printed());
    }

    @Test
    void refusesAnAliasBomb() {
        read("""
            kit: 1
            machine: bomb
            a: &a [x, x, x, x, x, x, x, x, x]
            b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
            c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]
            cpu: { isa: lc3 }
            load: *c
            """);
        Golden.check("config/alias-bomb.txt", printed());
    }

    @ParameterizedTest
    @CsvSource({
        "128 MB, write 128 MiB",
        "64K, write 64 KiB",
        "1 gib, write 1 GiB",
        "12 bytes, write 12 B",
        "12 parsecs, ''",
        "lots, ''"
    })
    void saysWhichUnitWasMeant(String size, String hint) {
        read("kit: 1\nmachine: m\ncpu: { isa: lc3 }\nmemory: { ram: { at: 0, size: " + size + " } }\n");
        assertThat(diagnostics.list()).singleElement().satisfies(d -> {
            assertThat(d.problem()).isEqualTo(MachineProblem.QUANTITY);
            assertThat(d.hint()).isEqualTo(hint);
        });
    }

    private String printed() {
        return DiagnosticPrinter.plain().print(diagnostics.list());
    }
}
