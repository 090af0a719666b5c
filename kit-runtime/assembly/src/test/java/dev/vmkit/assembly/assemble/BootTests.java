package dev.vmkit.assembly.assemble;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.assembly.Golden;
import dev.vmkit.layers.devicetree.BlobReader;
import dev.vmkit.layers.devicetree.BlobWriter;
import dev.vmkit.layers.devicetree.DeviceTree;
import dev.vmkit.layers.devicetree.Property;
import dev.vmkit.layers.devicetree.SourcePrinter;
import dev.vmkit.layers.devicetree.TreeNode;
import dev.vmkit.machine.board.HostInput;
import dev.vmkit.machine.board.Machine;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What firmware and operating systems find when they start. */
class BootTests {
    private static final long RAM = 0x8000_0000L;
    private static final String MACHINE = """
        kit: 1
        machine: board
        about: A board for tests.
        cpu: { isa: booted, harts: 2, timebase: 5 MHz }
        memory:
          rom: { at: 0x1000, size: 4 KiB, rom: true }
          ram: { at: 0x80000000, size: 16 MiB }
        devices:
          wire: { model: wire, at: 0x10000000, interrupts: hub 2 }
          hub:  { model: hub, at: 0x30000000, interrupts: cpu }
          bell: { model: bell, at: 0x20000000, pitch: 440 Hz }
        console: wire
        """;

    @TempDir
    private Path folder;

    private TestMachine test;

    @BeforeEach
    void folder() {
        test = new TestMachine(folder);
        test.file("fw.bin", new byte[] {1, 2, 3, 4}).file("Image", kernel());
    }

    private static byte[] kernel() {
        ByteBuffer kernel = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN);
        kernel.putLong(8, 0x20_0000).putLong(16, 0x10_0000).putInt(56, 0x05435352);
        return kernel.array();
    }

    private static ResolvedProgram program(ResolvedMachine machine, String format) {
        return machine.programs().stream()
                .filter(p -> p.format().equals(format))
                .findFirst()
                .orElseThrow();
    }

    private static byte[] bytes(ResolvedMachine machine, String format) {
        return program(machine, format).segments().getFirst().bytes();
    }

    private static long address(ResolvedMachine machine, String format) {
        return program(machine, format).segments().getFirst().address();
    }

    @Test
    void aTreeDescribesTheMachine() {
        ResolvedMachine machine = test.resolved(MACHINE);
        Golden.check(
                "assemble/device-tree.txt",
                SourcePrinter.print(machine.boot().orElseThrow().tree()));
        assertThat(machine.programs()).isEmpty();
    }

    @Test
    void firmwareLiesWhereMemoryStartsAndAKernelWhereItWants() {
        ResolvedMachine machine = test.resolved(MACHINE + "firmware: fw.bin\nload: Image\n");
        assertThat(address(machine, "raw")).isEqualTo(RAM);
        assertThat(address(machine, "linux-image")).isEqualTo(RAM + 0x20_0000);
        assertThat(program(machine, "linux-image").segments().getFirst().units())
                .isEqualTo(0x10_0000);
        assertThat(machine.start()).hasValue(RAM);
    }

    @Test
    void aKernelWithoutFirmwareStartsItself() {
        assertThat(test.resolved(MACHINE + "load: Image\n").start()).hasValue(RAM + 0x20_0000);
    }

    @Test
    void whatDoesNotSayWhereItGoesGoesBehindTheFirmware() {
        test.file("next.bin", new byte[8]);
        ResolvedMachine machine = test.resolved(MACHINE + "firmware: fw.bin\nload: next.bin\n");
        assertThat(machine.programs().get(1).segments().getFirst().address()).isEqualTo(RAM + 0x20_0000);
    }

    @Test
    void firmwareIsToldWhereTheKernelStarts() {
        ResolvedMachine machine = test.resolved(MACHINE + "firmware: fw.bin\nload: Image\n");
        ByteBuffer info = ByteBuffer.wrap(bytes(machine, "firmware-info")).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(info.getLong()).isEqualTo(0x4942534F);
        assertThat(info.getLong()).isEqualTo(2);
        assertThat(info.getLong()).isEqualTo(RAM + 0x20_0000);
        assertThat(info.getLong()).isEqualTo(1);
    }

    @Test
    void firmwareThatCannotSaySoItselfIsReserved() {
        test.file("fw.asm", "  .org 0x80001800\n  .entry 0x80001800\n  HALT\n");
        TreeNode reserved = test.resolved(MACHINE + "firmware: fw.asm\n")
                .boot()
                .flatMap(boot -> boot.tree().root().child("reserved-memory"))
                .orElseThrow();
        assertThat(reserved.children())
                .containsExactly(TreeNode.leaf(
                        "firmware@80001000",
                        List.of(Property.wide("reg", 0x8000_1000L, 4096), Property.flag("no-map"))));
        assertThat(test.resolved(MACHINE + "firmware: fw.bin\n")
                        .boot()
                        .orElseThrow()
                        .tree()
                        .root()
                        .children())
                .extracting(TreeNode::name)
                .doesNotContain("reserved-memory");
    }

    @Test
    void aKernelIsToldItsArgumentsAndItsFirstFileSystem() {
        test.file("initrd", new byte[5000]);
        ResolvedMachine machine =
                test.resolved(MACHINE + "load: Image\nboot: { arguments: console=ttyS0, initrd: initrd }\n");
        long initrd = address(machine, "initrd");
        assertThat(initrd).isEqualTo(initrd & -4096).isGreaterThan(RAM + 0x30_0000);
        TreeNode chosen =
                BlobReader.read(bytes(machine, "dtb")).root().child("chosen").orElseThrow();
        assertThat(chosen.property("bootargs")).contains(Property.text("bootargs", "console=ttyS0"));
        assertThat(chosen.property("linux,initrd-start")).contains(Property.wide("linux,initrd-start", initrd));
        assertThat(chosen.property("linux,initrd-end")).contains(Property.wide("linux,initrd-end", initrd + 5000));
        assertThat(machine.boot().orElseThrow().tree()).isEqualTo(BlobReader.read(bytes(machine, "dtb")));
    }

    @Test
    void everyHartFindsItsNumberAndTheTree() {
        ResolvedMachine plan = test.resolved(MACHINE + "firmware: fw.bin\nload: Image\n");
        Machine machine = Construction.build(plan, HostInput.NONE, value -> {});
        machine.powerOn();
        for (int hart = 0; hart < 2; hart++) {
            var state = machine.harts().get(hart).hart().state();
            assertThat(Arrays.copyOf(state.slots(), 4))
                    .containsExactly(hart, address(plan, "dtb"), address(plan, "firmware-info"), RAM);
        }
    }

    @Test
    void aProgramThatNobodyBootsIsToldNothing() {
        test.file("bare.asm", "  .org 0x80000000\n  .entry 0x80000000\n  HALT\n");
        ResolvedMachine machine = test.resolved(MACHINE + "load: bare.asm\n");
        assertThat(machine.programs()).hasSize(1);
        assertThat(machine.boot().orElseThrow().registers(1))
                .containsValues(0L, 1L)
                .hasSize(3);
    }

    @Test
    void aMachineFileMayGiveATreeOfItsOwn() {
        DeviceTree own = DeviceTree.of(TreeNode.leaf("", List.of(Property.text("compatible", "own"))));
        test.file("own.dtb", BlobWriter.write(own));
        ResolvedMachine machine = test.resolved(MACHINE + "boot: { device-tree: own.dtb, arguments: quiet }\n");
        assertThat(BlobReader.read(bytes(machine, "dtb")).root())
                .isEqualTo(own.root().with(TreeNode.leaf("chosen", List.of(Property.text("bootargs", "quiet")))));
    }

    @Test
    void filesThatAreNoTreeOrTooLarge() {
        test.file("own.dtb", new byte[100]).file("large", new byte[17 << 20]);
        refused("boot-files", MACHINE + "load: Image\nboot: { device-tree: own.dtb, initrd: large }\n");
    }

    @Test
    void anInstructionSetWhoseMachinesAreNotBooted() {
        String tiny = "kit: 1\nmachine: m\ncpu: { isa: tiny }\nmemory: { ram: { at: 0, size: 4 KiB } }\n";
        refused("boot-unknown", tiny + "boot: { arguments: quiet }\n");
    }

    @Test
    void aMachineWithoutMemoryToTellInto() {
        refused("boot-nowhere", "kit: 1\nmachine: m\ncpu: { isa: booted, starts-at: 0 }\nboot: {}\n");
    }

    private void refused(String golden, String yaml) {
        assertThat(test.resolve(yaml)).isEmpty();
        Golden.check("assemble/" + golden + ".txt", test.messages());
    }
}
