package dev.vmkit.testkit.conform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmkit.language.text.MistakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Programs that end in a jump to themselves. */
class SuccessTrapTests {
    private static final SuccessTrap ADAPTER = new SuccessTrap();

    /** INC $10; LDA $10; BNE +3; JMP *; JMP * from 0x300 on: leaves a loop once $10 has wrapped. */
    private static final byte[] PROGRAM = bytes(0xE6, 0x10, 0xA5, 0x10, 0xD0, 0xFA, 0x4C, 0x06, 0x03, 0x4C, 0x09, 0x03);

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static FileResult tried(String... settings) {
        return Tried.by(ADAPTER, "mos6502", PROGRAM, settings);
    }

    @Test
    void it_succeeds_where_the_program_stays_at_the_address_given() {
        FileResult result = tried("at=0x300", "start=0x300", "success=0x306", "expect=mem[0x10]=0");
        assertThat(result.failed()).isZero();
        assertThat(result.detail()).startsWith("768 instructions, ");
    }

    @Test
    void it_fails_anywhere_else_and_says_where() {
        FileResult result = tried("at=0x300", "start=0x300", "success=0x309");
        assertThat(result.failed()).isEqualTo(1);
        assertThat(result.first().getFirst().differences())
                .contains("it is at 0x306: JMP $306; success is at 0x309")
                .anyMatch(line -> line.startsWith("A=0 "));
    }

    @Test
    void it_fails_if_what_must_hold_does_not() {
        FileResult result = tried("at=0x300", "start=0x300", "success=0x306", "expect=A=7");
        assertThat(result.first().getFirst().differences()).contains("A: expected 0x7, found 0x0");
    }

    @Test
    void a_program_that_only_passes_by_has_not_succeeded() {
        assertThat(tried("at=0x300", "start=0x300", "success=0x304").failed()).isEqualTo(1);
    }

    @Test
    void what_is_no_instruction_fails() {
        assertThat(tried("at=0x300", "start=0x200", "success=0x306").failed()).isEqualTo(1);
        assertThat(tried("at=0x300", "start=0x30B", "success=0x306")
                        .first()
                        .getFirst()
                        .differences()
                        .getFirst())
                .contains("raised the trap 'illegal'");
    }

    @ParameterizedTest
    @CsvSource({
        "start=0x300, K992 success-trap needs --set success=...",
        "begin=1, K992 success-trap has no setting 'begin'",
        "start, 'start' is no NAME=VALUE",
        "start=x, 'start' is a number such as 0x400",
        "at=0xFFFF, 12 bytes do not fit into memory at 0xffff",
        "expect=Q=1, K993 'Q' stands for nothing here",
        "expect=A=b, 'b' is no number",
    })
    void what_is_wrong_with_settings_is_said(String setting, String message) {
        String[] settings = setting.startsWith("start=0x3") || setting.startsWith("begin")
                ? new String[] {setting}
                : new String[] {"at=0x300", "start=0x300", "success=0x306", setting};
        assertThatThrownBy(() -> tried(settings))
                .isInstanceOfSatisfying(
                        MistakeException.class,
                        m -> assertThat(Tried.message(m)).contains(message));
    }
}
