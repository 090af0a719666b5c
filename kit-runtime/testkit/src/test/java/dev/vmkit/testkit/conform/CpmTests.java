package dev.vmkit.testkit.conform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmkit.language.text.MistakeException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Programs that print what came of them, by the calls of CP/M. */
class CpmTests {
    private static final Cpm ADAPTER = new Cpm();

    /** LD DE,0x109; LD C,call; CALL 5; RST 0; text. */
    private static byte[] program(int call, String text) {
        byte[] code = {0x11, 0x09, 0x01, 0x0E, (byte) call, (byte) 0xCD, 5, 0, (byte) 0xC7};
        byte[] all = Arrays.copyOf(code, code.length + text.length());
        System.arraycopy(text.getBytes(StandardCharsets.US_ASCII), 0, all, code.length, text.length());
        return all;
    }

    private static FileResult tried(byte[] program, String... settings) {
        return Tried.by(ADAPTER, "z80", program, settings);
    }

    @Test
    void each_line_that_tells_of_success_or_failure_is_a_case() {
        FileResult result = tried(program(9, "add  OK\n\rsub  ERROR **** found 3\n\r\n\rthe end\n\r$"));
        assertThat(result.cases()).isEqualTo(2);
        assertThat(result.failed()).isEqualTo(1);
        assertThat(result.first().getFirst().name()).isEqualTo("sub  ERROR **** found 3");
        assertThat(result.detail()).endsWith("the last line: the end").startsWith("6 instructions, ");
    }

    @Test
    void a_program_without_such_lines_is_one_case_that_must_end() {
        FileResult result = tried(program(9, "hello$"));
        assertThat(result.cases()).isEqualTo(1);
        assertThat(result.failed()).isZero();
    }

    @Test
    void a_program_that_prints_nothing_shows_nothing_whichever_way_it_ends() {
        for (int call : new int[] {0, 2}) {
            assertThat(tried(program(call, "")).first())
                    .extracting(FileResult.Failure::name)
                    .containsExactly("it printed nothing");
        }
    }

    @Test
    void what_must_be_printed_can_be_said() {
        assertThat(tried(program(9, "CPU IS OPERATIONAL$"), "expect=operational")
                        .failed())
                .isZero();
        assertThat(tried(program(9, "hello$"), "expect=operational")
                        .first()
                        .getFirst()
                        .name())
                .isEqualTo("it did not print 'operational'");
    }

    @Test
    void a_call_that_needs_more_of_CPM_fails() {
        assertThat(tried(program(15, "")).first().getFirst().name())
                .isEqualTo("it makes call 15, which is not answered here");
    }

    @Test
    void a_program_that_does_not_end_fails() {
        byte[] loop = {0x18, (byte) 0xFE};
        assertThat(tried(loop, "instructions=1000").first().getFirst().name())
                .isEqualTo("it did not end within 1,000 instructions");
    }

    @Test
    void a_program_that_prints_for_ever_fails() {
        byte[] loop = {0x1E, 'x', 0x0E, 2, (byte) 0xCD, 5, 0, 0x18, (byte) 0xF7};
        assertThat(tried(loop).first().getFirst().name()).startsWith("it prints more than");
    }

    @Test
    void what_is_too_large_or_for_another_processor_is_refused() {
        assertThatThrownBy(() -> tried(new byte[0xFE00]))
                .isInstanceOfSatisfying(
                        MistakeException.class,
                        m -> assertThat(Tried.message(m)).contains("do not fit into memory"));
        assertThatThrownBy(() -> Tried.by(ADAPTER, "lc3", new byte[2]))
                .isInstanceOfSatisfying(
                        MistakeException.class,
                        m -> assertThat(Tried.message(m)).contains("do not fit into memory"));
    }
}
