package dev.vmkit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Devices that are added to a machine by a line each, as the page on devices has them. */
@DisplayName("In a 6502 with an interrupt controller,")
class ClassicDevicesTests {
    private static final String MACHINE = """
        kit: 1
        machine: many
        cpu: { isa: 6502, speed: 1 MHz }
        memory:
          ram: { from: 0, to: 0xCFFF }
          rom: { from: 0xF000, to: 0xFFFF }
        devices:
          dma:  { model: dma-controller,       at: 0xD0D0, interrupts: pic 1, dma: ram }
          tape: { model: paper-tape,           at: 0xD0E0, interrupts: pic 3, tape: in.tape, punch: out.tape, punching: 100 us }
          pic:  { model: interrupt-controller, at: 0xD0F0, interrupts: cpu 0 }
        console: { shows: dma }
        load: program.asm
        """;

    /** Each row of the tape interrupts and goes to memory and to the punch; then the DMA controller sends them to the console. */
    private static final String PROGRAM = """
        dma     = $D0D0
        tape    = $D0E0
        pic     = $D0F0
                .org $F000
        start:  ldx #0
                lda #0
                sta pic+1               ; listen to all
                lda #1
                sta tape+1              ; have the tape interrupt
                cli
        wait:   cpx #3
                bne wait
                sei
                lda #$03                ; send three bytes from 0x0300 on to the port
                sta dma+1
                sta dma+8
                lda #5
                sta dma+12
        here:   jmp here
        row:    lda pic+3               ; acknowledge
                cmp #3
                bne done
                bit tape+1
                bpl done                ; it was the punch
                lda tape
                sta $0300,x
                sta tape
                inx
        done:   sta pic+4
                rti
                .org $FFFA
                .half start, start, row
        """;

    @TempDir
    private Path folder;

    @Test
    void a_tape_interrupts_row_by_row_and_DMA_sends_what_was_read_on_both_engines() throws IOException {
        Files.writeString(folder.resolve("many.yaml"), MACHINE);
        Files.writeString(folder.resolve("program.asm"), PROGRAM);
        Files.writeString(folder.resolve("in.tape"), "ABC");
        Console console = new Console(folder);
        Console.Shown shown = console.run("kit run --instructions 20000 --hash --engine interpret many.yaml");
        assertThat(shown.text()).startsWith("ABC").contains("state ");
        assertThat(folder.resolve("out.tape")).hasContent("ABC");
        assertThat(console.run("kit run --instructions 20000 --hash --engine translate many.yaml"))
                .isEqualTo(shown);
        assertThat(folder.resolve("out.tape")).hasContent("ABC");
    }
}
