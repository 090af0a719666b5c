package dev.vmkit.assembly.assemble;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.assembly.Golden;
import dev.vmkit.assembly.PluginFolder;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResolutionTests {
    private static final String HEAD = "kit: 1\nmachine: m\n";
    private static final String CPU = HEAD + "cpu: { isa: tiny }\n";
    private static final String WHOLE = """
        kit: 1
        machine: board
        about: Everything at once.
        cpu: { isa: tiny, variant: large, features: { MUL: false }, speed: 2 MHz, engine: interpret }
        memory:
          ram: { from: 0x0000, to: 0xEFFF }
          rom: { at: 0xF000, size: 4 KiB, rom: true }
          ports: { at: 0, size: 16, space: io }
        devices:
          port: { model: port, at: 0x10000, stride: 4, interrupts: cpu }
          bell: { model: bell, at: 0x20000, pitch: 440 Hz, interrupts: { ding: cpu 1, dong: hub 5 } }
          hub:  { model: hub, at: 0x30000, interrupts: cpu }
          disk: { model: disk, at: 0x30, space: io, image: disk.img, overlay: disk.cow }
        console: port
        firmware: tiny/boot.asm
        load: hello.asm
        limits: { instructions: 1000 }
        """;

    @TempDir
    private Path folder;

    private TestMachine test;

    @BeforeEach
    void folder() {
        test = new TestMachine(folder);
    }

    @Test
    void findsWhatEveryNameStandsFor() {
        test.file("hello.asm", "        .org 0x100\nstart:  LDI 72\n        STA 0x10000\n        HALT\n");
        test.file("disk.img", new byte[512]);
        ResolvedMachine machine = test.resolved(WHOLE);
        Golden.check(
                "assemble/whole.txt",
                ResolvedPrinter.print(machine)
                        .replace(folder.toString(), "folder")
                        .replace(TestMachine.PLUGINS.toString(), "plugins"));
    }

    @Test
    void unknownPartsAreNamedWithTheNearest() {
        refused("unknown-parts", HEAD + """
            cpu: { isa: tinny }
            devices:
              port: { model: prot, at: 0 }
              xyz:  { model: something-else, at: 8 }
            """);
    }

    @Test
    void choicesThatTheInstructionSetDoesNotOffer() {
        refused("choices", HEAD + """
            cpu: { isa: tiny, variant: larg, params: { WIDTH: 12, HEIGHT: 3 }, features: { DIV: true } }
            """);
    }

    @Test
    void registersThatAreNotThereOrHoldLess() {
        refused("registers", HEAD + "cpu: { isa: tiny, registers: { aa: 1, a: 0x1FFFFFFFF, pc: -1 } }\n");
    }

    @Test
    void regionsThatOverlapOrLeaveTheAddressSpace() {
        refused("regions", CPU + """
            memory:
              ram:  { at: 0x8000, size: 32 KiB }
              more: { from: 0xFFFF, to: 0x1FFFF }
              high: { at: 0xFFFFFF00, size: 1 KiB }
              back: { from: 0x3000, to: 0x2000 }
              none: { at: 0x7000, size: 0 }
              odd:  { at: 0x7000, size: 16, space: code }
            devices:
              port: { model: port, at: 0x9000 }
              port2: { model: port }
              port: { model: port, at: 0x100 }
              ram: { model: disk, at: 0x200 }
            """);
    }

    @Test
    void moreMemoryThanAllowed() {
        refused("memory-limit-piece", CPU + "memory:\n  ram: { at: 0, size: 4 GiB }\n");
        refused("memory-limit-total", CPU + """
            memory:
              low:  { at: 0, size: 1 GiB }
              high: { at: 0x80000000, size: 1536 MiB }
            """);
        refused("memory-limit-own", CPU + "memory:\n  ram: { at: 0, size: 64 KiB }\nlimits: { memory: 32 KiB }\n");
    }

    @Test
    void settingsThatDoNotFit() {
        refused("settings", CPU + """
            memory: { ram: { at: 0, size: 4 KiB } }
            devices:
              a: { model: port, at: 0x10000, stirde: 4 }
              b: { model: port, at: 0x20000, stride: 9 }
              c: { model: port, at: 0x30000, stride: many, line: no/file.txt }
              d: { model: bell, at: 0x40000 }
              e: { model: bell, at: 0x50000, pitch: 440 KHz }
              f: { model: disk, at: 0x60000, image: missing.img, dma: [rom] }
            """);
    }

    @Test
    void disksThatCannotBe() {
        test.file("disk.img", new byte[512]);
        refused("disks", CPU + """
            memory: { ram: { at: 0, size: 4 KiB } }
            devices:
              a: { model: disk, at: 0x10000, image: disk.img, overlay: a.cow, read-only: true }
              b: { model: disk, at: 0x20000, overlay: a.cow }
              c: { model: disk, at: 0x30000, image: disk.img, read-only: maybe }
              d: { model: disk, at: 0x40000, image: disk.img, overlya: a.cow }
              e: { model: port, at: 0x50000, overlay: a.cow }
            """);
    }

    @Test
    void interruptsThatLeadNowhere() {
        refused("interrupts", CPU + """
            devices:
              a: { model: port, at: 0x1000, interrupts: cpo }
              b: { model: port, at: 0x2000, interrupts: a 3 }
              c: { model: port, at: 0x3000, interrupts: cpu 8 }
              d: { model: port, at: 0x4000, interrupts: cpu 7 level 2 }
              e: { model: disk, at: 0x5000, interrupts: cpu 1 }
              f: { model: bell, at: 0x6000, pitch: 1 kHz, interrupts: cpu 1 }
              g: { model: bell, at: 0x7000, pitch: 1 kHz, interrupts: { ding: cpu, dnog: cpu 1 } }
            """);
    }

    @Test
    void interruptsThatAControllerDoesNotTake() {
        refused("controllers", CPU + """
            devices:
              a: { model: hub, at: 0x1000, interrupts: { out: b 1, up: b 1 } }
              b: { model: hub, at: 0x2000, interrupts: { up: a 1 } }
              c: { model: hub, at: 0x3000, interrupts: { out: cpu, up: c 2 } }
              d: { model: port, at: 0x4000, interrupts: a 8 }
              e: { model: port, at: 0x5000, interrupts: a 0 }
              f: { model: port, at: 0x6000, interrupts: a 2 level 3 }
              g: { model: bell, at: 0x7000, pitch: 1 kHz, interrupts: { ding: a } }
              h: { model: bell, at: 0x8000, pitch: 1 kHz, interrupts: { ding: odd 1 } }
              odd: { model: hbu, at: 0x9000 }
            """);
    }

    @Test
    void consolesEnginesAndStartsThatAreNone() {
        refused("console", CPU.replace("tiny }", "tiny, engine: quantum }") + """
            devices:
              disk: { model: disk, at: 0x1000 }
              port: { model: port, at: 0x2000 }
            console: { types-into: disk, shows: prot }
            """);
        refused(
                "start",
                CPU.replace("tiny }", "tiny, starts-at: 0x5000 }") + "memory: { ram: { at: 0, size: 4 KiB } }\n");
    }

    @Test
    void mistakesInAssemblyAreReportedInTheirFile() {
        test.file("odd.asm", "        .org 0x100\n        LDX 5\n        LDI 300\n");
        refused("assembly", CPU + "memory: { ram: { at: 0, size: 4 KiB } }\nload: odd.asm\n");
    }

    @Test
    void aBrokenPluginIsMentionedWhereAPartIsMissing() {
        Path more = folder.resolve("more");
        PluginFolder.plugin(more, "broken", "device: lamp.yaml").file("plugin.yaml", "plugin: broken\nversion: 1\n");
        test = new TestMachine(folder, more);
        refused("broken-plugin", CPU + "devices:\n  lamp: { model: lamp, at: 0 }\n");
    }

    private void refused(String golden, String yaml) {
        assertThat(test.resolve(yaml)).isEmpty();
        Golden.check("assemble/" + golden + ".txt", test.messages());
        test = new TestMachine(folder);
    }
}
