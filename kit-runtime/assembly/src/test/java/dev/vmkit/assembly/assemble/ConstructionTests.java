package dev.vmkit.assembly.assemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vmkit.api.StateTree;
import dev.vmkit.assembly.Golden;
import dev.vmkit.assembly.PluginFolder;
import dev.vmkit.assembly.catalog.PluginFailure;
import dev.vmkit.language.text.DiagnosticPrinter;
import dev.vmkit.language.text.MistakeException;
import dev.vmkit.machine.board.HostInput;
import dev.vmkit.machine.board.Limits;
import dev.vmkit.machine.board.Machine;
import dev.vmkit.machine.board.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConstructionTests {
    private static final String MACHINE = """
        kit: 1
        machine: m
        cpu: { isa: tiny }
        memory:
          ram: { at: 0, size: 4 KiB }
        """;
    private static final String EXTERNS = """
        isa: random
        doc: An instruction set that throws dice.
        spaces: { mem: { addr: 16, unit: 8 } }
        registers: { a: { width: 8 }, pc: { width: 16, role: pc } }
        externs:
          b8 roll(b8 sides): {}
        instructions:
          HALT: { encode: "0x00", asm: "", do: "halt()" }
          ROLL: { encode: "0x01", asm: "", do: "a = roll(6)" }
        """;
    private static final String LAMP = """
        devices:
          lamp: { model: lamp, at: 0x1000 }
        """;

    @TempDir
    private Path folder;

    private final StringBuilder shown = new StringBuilder();
    private TestMachine test;

    @BeforeEach
    void folder() {
        test = new TestMachine(folder, folder.resolve("plugins"));
        folder.resolve("plugins").toFile().mkdir();
    }

    private Machine build(String yaml) {
        return Construction.build(test.resolved(yaml), HostInput.NONE, value -> shown.append((char) value));
    }

    @Test
    void givesRegistersTheirFirstValuesAfterEveryReset() {
        Machine machine = build(MACHINE.replace("{ isa: tiny }", "{ isa: tiny, registers: { a: 7 } }"));
        machine.powerOn();
        var hart = machine.harts().getFirst().hart();
        assertThat(hart.state().get(hart.isa().model().registers().getFirst(), 0))
                .isEqualTo(7);
    }

    @Test
    void runsAProgramThatShowsSomething() {
        test.file("hello.asm", """
                    .org 0
                    LDI 72
                    STA 0x2000
                    LDI 105
                    STA 0x2000
                    HALT
            """);
        Machine machine = build(MACHINE + """
            devices:
              port: { model: port, at: 0x2000 }
            console: port
            load: hello.asm
            """);
        assertThat(machine.run(Limits.instructions(100))).isEqualTo(new Outcome.Halted());
        assertThat(shown).hasToString("Hi");
    }

    @Test
    void startsFirmwareThatJumpsToTheProgram() {
        test.file("hello.asm", "        .org 0x100\n        LDI 42\n        HALT\n");
        Machine machine = build(MACHINE.replace("tiny }", "tiny, starts-at: 0xF000 }") + """
              rom: { at: 0xF000, size: 4 KiB, rom: true }
            firmware: tiny/boot.asm
            load: hello.asm
            """);
        assertThat(machine.run(Limits.instructions(100))).isEqualTo(new Outcome.Halted());
        assertThat(machine.harts().getFirst().hart().retired()).isEqualTo(3);
        assertThat(machine.symbols()).containsEntry("boot", 0xF000L);
    }

    @Test
    void putsAFileIntoRomThatTheGuestCannotWrite() {
        test.file("rom.bin", new byte[] {3, 0, 16, 0, 0, 0}); // STA 0x1000; HALT
        Machine machine = build(MACHINE.replace("tiny }", "tiny, starts-at: 0x1000 }")
                + "  rom: { at: 0x1000, file: rom.bin, rom: true }\n");
        assertThat(machine.run(Limits.instructions(10))).isEqualTo(new Outcome.Halted());
        assertThat(machine.memories().get("rom").bytes()).startsWith(3, 0, 16);
    }

    @Test
    void severalHartsRunTheSameProgram() {
        Machine machine = build(MACHINE.replace("tiny }", "tiny, harts: 3 }"));
        assertThat(machine.run(Limits.instructions(10))).isEqualTo(new Outcome.Halted());
        assertThat(machine.harts()).extracting(h -> h.name()).containsExactly("cpu0", "cpu1", "cpu2");
    }

    @Test
    void leadsInterruptsToEachHartAndThroughControllers() {
        test.file("ring.asm", """
                    .org 0
                    LDI 0x81
                    STA 0x2001      ; raise the output to hart 1
                    STA 0x3002      ; lift input 5 of the other hub
                    HALT
            """);
        Machine machine = build(MACHINE.replace("tiny }", "tiny, harts: 3 }") + """
            devices:
              high: { model: hub, at: 0x3000, interrupts: { up: low 5 } }
              low:  { model: hub, at: 0x2000, interrupts: cpu }
            load: ring.asm
            """);
        machine.run(Limits.instructions(20));
        assertThat(machine.harts())
                .extracting(hart -> hart.hart().state().slots()[2])
                .as("the lines of each hart")
                .containsExactly(1L << 6, 1L << 4, 0L);
        assertThat(machine.devices().get("low").window().read(0, 8)).isEqualTo(1 << 5);
        assertThat(machine.devices().get("low").window().read(3, 8)).isEqualTo(3);

        StateTree saved = machine.save();
        machine.powerOn();
        assertThat(machine.devices().get("low").window().read(0, 8)).isZero();
        machine.load(saved);
        assertThat(machine.save()).isEqualTo(saved);
        assertThat(machine.devices().get("low").window().read(0, 8)).isEqualTo(1 << 5);
    }

    @Test
    void opensDisksAsTheMachineFileSays() throws IOException {
        test.file("disk.img", new byte[512]);
        Machine machine = build(MACHINE + """
            devices:
              copied: { model: disk, at: 0x2000, image: disk.img, overlay: disk.cow }
              fixed:  { model: disk, at: 0x3000, image: disk.img, read-only: true }
            """);
        machine.close();
        assertThat(folder.resolve("disk.cow")).exists();
        assertThat(Files.readAllBytes(folder.resolve("disk.img"))).hasSize(512);
    }

    @Test
    void putsWhatAStreamSendsIntoAFileAndStillShowsIt() throws IOException {
        try (Machine machine = build(MACHINE + """
            devices: { out: { model: port, at: 0x1000, line: out.txt } }
            console: out
            """)) {
            machine.devices().get("out").window().write(0, 8, 'h');
            machine.devices().get("out").window().write(0, 8, 0xFF);
        }
        assertThat(Files.readAllBytes(folder.resolve("out.txt"))).containsExactly('h', 0xFF);
        assertThat(shown.toString()).startsWith("h");
    }

    @Test
    void letsManyDevicesReadAFileThatNoneOfThemWrites() {
        test.file("tape", new byte[] {7});
        try (Machine machine = build(MACHINE + """
            devices:
              one: { model: reader, at: 0x1000, tape: tape }
              two: { model: reader, at: 0x2000, tape: tape }
            """)) {
            assertThat(machine.devices().get("one").window().read(0, 8)).isEqualTo(7);
            assertThat(machine.devices().get("two").window().read(0, 8)).isEqualTo(7);
        }
    }

    @Test
    void refusesToReplaceAFileThatTheSameDeviceReads() {
        test.file("tape", new byte[] {7});
        assertThat(test.resolve(MACHINE + """
            devices:
              one: { model: reader, at: 0x1000, tape: tape, copy: tape }
            """)).isEmpty();
        assertThat(test.messages()).contains("'copy' would replace the file of 'tape'");
    }

    @Test
    void saysWhyADiskCannotBeUsed() {
        test.file("disk.img", new byte[512]);
        test.file("other.cow", "anything but an overlay");
        assertThatExceptionOfType(MistakeException.class)
                .isThrownBy(() -> build(MACHINE + """
                    devices:
                      disk: { model: disk, at: 0x2000, image: disk.img, overlay: other.cow }
                    """))
                .withMessageContaining("'image' cannot be used")
                .withMessageContaining("it is not an overlay");
    }

    @Test
    void givesNoFileToTwoThatWriteItAndLetsGoOfAllIfItRefuses() {
        test.file("disk.img", new byte[512]);
        for (int i = 0; i < 2; i++) {
            assertThatExceptionOfType(MistakeException.class)
                    .isThrownBy(() -> build(MACHINE + """
                        devices:
                          first:  { model: disk, at: 0x2000, image: disk.img }
                          second: { model: disk, at: 0x3000, image: ./disk.img }
                        """))
                    .withMessageContaining("is in use already");
        }
        build(MACHINE + "devices: { disk: { model: disk, at: 0x2000, image: disk.img } }\n")
                .close();
    }

    @Test
    void blamesAPluginWhoseControllerTakesNoInterrupts() {
        lamp("""
            public class Lamp implements DeviceModel {
                public Device create(DeviceContext context) {
                    return new Device() {
                        public long read(long offset, int width) { return 0; }
                        public void write(long offset, int width, long value) {}
                        public void reset() {}
                        public StateTree save() { return StateTree.EMPTY; }
                        public void load(StateTree state) {}
                    };
                }
            }
            """);
        test.file(
                "plugins/lamps/lamp.yaml",
                "device: lamp\ndoc: A lamp.\nclass: demo.Lamp\nsize: 1\ninputs: { from: 0, to: 1 }\n");
        assertThatExceptionOfType(PluginFailure.class)
                .isThrownBy(() -> build(MACHINE + LAMP))
                .withMessageContaining("has inputs but is no InterruptController");
    }

    @Test
    void runsADeviceOfAPluginInJava() {
        lamp("""
            public class Lamp implements DeviceModel {
                public Device create(DeviceContext context) {
                    return new Device() {
                        public long read(long offset, int width) { return 0; }
                        public void write(long offset, int width, long value) { context.power().off((int) value); }
                        public void reset() {}
                        public StateTree save() { return StateTree.EMPTY; }
                        public void load(StateTree state) {}
                    };
                }
            }
            """);
        test.file("off.asm", "  .org 0\n  LDI 7\n  STA 0x1000\n  HALT\n");
        assertThat(build(MACHINE + LAMP + "load: off.asm\n").run(Limits.instructions(10)))
                .isEqualTo(new Outcome.PoweredOff(7));
    }

    @Test
    void blamesAPluginWhoseClassThrowsInItsConstructor() {
        lamp("public class Lamp implements DeviceModel {\n"
                + "  public Lamp() { throw new IllegalStateException(\"no oil\"); }\n"
                + "  public Device create(DeviceContext context) { return null; }\n}");
        fails("plugin-constructor");
    }

    @Test
    void blamesAPluginThatFailsToMakeADevice() {
        lamp("public class Lamp implements DeviceModel {\n"
                + "  public Device create(DeviceContext context) { return null; }\n}");
        fails("plugin-create");
    }

    @Test
    void showsWhatADeviceRefuses() {
        lamp("public class Lamp implements DeviceModel {\n"
                + "  public Device create(DeviceContext c) { throw new IllegalArgumentException(\"too bright\"); }\n}");
        assertThatExceptionOfType(MistakeException.class)
                .isThrownBy(() -> build(MACHINE + LAMP))
                .withMessage("device 'lamp': too bright");
    }

    @Test
    void bindsExternsToMethodsOfThePlugin() {
        PluginFolder.plugin(folder.resolve("plugins"), "isa-random", "isa: random.yaml")
                .file("random.yaml", EXTERNS)
                .file("META-INF/extensions.idx", "demo.Dice\n")
                .java("Dice", """
                    public class Dice implements IsaFunctions {
                        private long sum;
                        public long roll(long sides) { return sum += sides; }
                        public void ignored() {}
                    }
                    """);
        test.file("dice.asm", "  .org 0\n  ROLL\n  ROLL\n  HALT\n");
        Machine machine = build(MACHINE.replace("tiny", "random") + "load: dice.asm\n");
        assertThat(machine.run(Limits.instructions(10))).isEqualTo(new Outcome.Halted());
        assertThat(machine.harts().getFirst().hart().state().slots()[0]).isEqualTo(12);
    }

    @Test
    void reportsExternsThatNothingProvides() {
        PluginFolder.plugin(folder.resolve("plugins"), "isa-random", "isa: random.yaml")
                .file("random.yaml", EXTERNS);
        assertThat(test.resolve(MACHINE.replace("tiny", "random"))).isEmpty();
        Golden.check("assemble/externs.txt", test.messages());
    }

    private void lamp(String java) {
        PluginFolder.plugin(folder.resolve("plugins"), "lamps", "device: lamp.yaml")
                .file("lamp.yaml", "device: lamp\ndoc: A lamp.\nclass: demo.Lamp\nsize: 1\n")
                .java("Lamp", java);
    }

    private void fails(String golden) {
        PluginFailure failure = catchThrowableOfType(PluginFailure.class, () -> build(MACHINE + LAMP));
        assertThat(failure.plugin()).isEqualTo("lamps");
        Golden.check("assemble/" + golden + ".txt", DiagnosticPrinter.plain().print(List.of(failure.diagnostic())));
    }
}
