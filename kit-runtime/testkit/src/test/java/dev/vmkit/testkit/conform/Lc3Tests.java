package dev.vmkit.testkit.conform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmkit.language.text.MistakeException;
import dev.vmkit.machine.execute.InterpretEngine;
import dev.vmkit.testkit.differential.SampleIsas;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** LC-3 object files, what they print, and what is typed. */
class Lc3Tests {
    private static final Lc3 ADAPTER = new Lc3();
    private static final int GETC = 0xF020;
    private static final int OUT = 0xF021;
    private static final int PUTS = 0xF022;
    private static final int IN = 0xF023;
    private static final int PUTSP = 0xF024;
    private static final int HALT = 0xF025;

    @TempDir
    private Path folder;

    private static byte[] object(int... words) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * words.length);
        for (int word : words) {
            bytes.putShort((short) word);
        }
        return bytes.array();
    }

    private FileResult tried(byte[] program, String... settings) {
        Processor processor = new Processor(SampleIsas.get("lc3"), Map::of, InterpretEngine::new);
        Material material = new Material("here/a.obj", folder.resolve("a.obj"), program);
        return ADAPTER.run(material, processor, Settings.of(ADAPTER, List.of(settings)), done -> {});
    }

    private FileResult tried(int... words) {
        return tried(object(words));
    }

    private void expects(String output) throws IOException {
        Files.writeString(folder.resolve("a.out"), output);
    }

    @Test
    void a_program_holds_if_it_prints_what_it_should() throws IOException {
        expects("Hi\n");
        byte[] program = object(0x3000, 0xE002, PUTS, HALT, 'H', 'i', '\n', 0);
        assertThat(tried(program).failed()).isZero();
        assertThat(tried(program).detail()).isEqualTo("4 instructions");
        expects("Ho\n");
        assertThat(tried(program).first().getFirst().differences())
                .containsExactly("line 1 expected Ho", "line 1 found    Hi");
    }

    @Test
    void without_a_file_to_compare_with_it_is_shown_what_it_prints() {
        assertThat(tried(0x3000, 0xE002, PUTSP, HALT, 'o' << 8 | 'H', '!')
                        .first()
                        .getFirst()
                        .differences())
                .containsExactly("there is no 'a.out' to compare with; it printed", "Ho!");
    }

    @Test
    void what_is_typed_is_read_with_and_without_echo() throws IOException {
        Files.writeString(folder.resolve("a.in"), "xy");
        expects("x\nkey? y\n");
        assertThat(tried(object(0x3000, GETC, OUT, IN, HALT), "prompt=key? ").failed())
                .isZero();
        assertThat(tried(0x3000, GETC, GETC, GETC, HALT).first().getFirst().differences())
                .contains("it asks for more than is typed");
    }

    @Test
    void the_registers_of_keyboard_and_display_and_the_clock_are_there() throws IOException {
        Files.writeString(folder.resolve("a.in"), "k");
        expects("k");
        // LD R1, KBSR; LDR R0, R1, 0; BRzp; LDR R0, R1, 2; STR R0, R1, 6; LD R1, MCR; AND R0, R0, 0; STR R0, R1, 0; a
        // loop
        int[] program = {0x2208, 0x6040, 0x07FE, 0x6042, 0x7046, 0x2204, 0x5020, 0x7040, 0x0FFF, 0xFE00, 0xFFFE};
        byte[] supervisor = tools(0x3000, new int[] {0xF026}, 0x26, new int[] {0x1000}, 0x1000, program);
        assertThat(tried(supervisor).first()).isEmpty();
    }

    /** A file of LC3Tools, of blocks. */
    private static byte[] tools(Object... blocks) {
        ByteBuffer file = ByteBuffer.allocate(1 << 10)
                .put(new byte[] {0x1C, 0x30, 0x15, (byte) 0xC0, 1, 1, 1})
                .order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < blocks.length; i += 2) {
            file.putShort(((Integer) blocks[i]).shortValue()).put((byte) 1).putInt(0);
            for (int word : (int[]) blocks[i + 1]) {
                file.putShort((short) word).put((byte) 0).putInt(0);
            }
        }
        return Arrays.copyOf(file.array(), file.position());
    }

    @Test
    void a_program_can_be_the_supervisor() throws IOException {
        expects("");
        byte[] returning = tools(0x3000, new int[] {0x8000}, 0x8000, new int[] {HALT});
        assertThat(tried(returning).first().getFirst().differences())
                .contains("it raises exception x00, which nothing handles");
        assertThat(tried(returning, "supervisor=yes").first()).isEmpty();
    }

    @Test
    void a_program_can_be_the_operating_system() throws IOException {
        expects("");
        byte[] system = tools(0x0200, new int[] {0xF041, 0x0FFF}, 0x41, new int[] {0x0220}, 0x0220, new int[] {HALT});
        assertThat(tried(system).first()).isEmpty();
    }

    @Test
    void what_is_typed_is_not_left_out_silently() throws IOException {
        assertThatThrownBy(() -> tried(object(0x3000, HALT), "input=keys"))
                .isInstanceOfSatisfying(
                        MistakeException.class,
                        m -> assertThat(Tried.message(m)).contains("there is no file 'keys'"));
        Files.write(folder.resolve("a.in"), new byte[(256 << 10) + 1]);
        assertThatThrownBy(() -> tried(0x3000, HALT))
                .isInstanceOfSatisfying(
                        MistakeException.class,
                        m -> assertThat(Tried.message(m)).contains("'a.in' has more than 256 KiB"));
    }

    @Test
    void what_nobody_answers_or_never_ends_fails() {
        assertThat(tried(0x3000, 0xF030).first().getFirst().differences())
                .contains("it calls TRAP x30, which is not answered here");
        assertThat(tried(0x3000, 0x8000).first().getFirst().differences())
                .contains("it raises exception x00, which nothing handles");
        assertThat(tried(object(0x3000, 0x0FFF), "instructions=1000")
                        .first()
                        .getFirst()
                        .differences())
                .contains("it did not end within 1,000 instructions");
        assertThat(tried(0x3000, OUT, 0x0FFE).first().getFirst().differences()).contains("it prints for ever");
    }

    @Test
    void what_is_no_object_file_or_for_another_processor_is_refused() {
        refuses("lc3", new byte[3], "an LC-3 object file consists of 16-bit words");
        refuses("lc3", object(0xFDFF, 1, 2), "no memory from xFE00 on");
        for (String other : List.of("z80", "chip8")) {
            refuses(other, object(0x3000, HALT), "65,536 words of 16 bits");
        }
    }

    private static void refuses(String isa, byte[] content, String why) {
        assertThatThrownBy(() -> Tried.by(ADAPTER, isa, content))
                .isInstanceOfSatisfying(
                        MistakeException.class,
                        m -> assertThat(Tried.message(m)).contains(why));
    }
}
