package dev.vmkit.plugins.mos6502;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.machine.execute.InterpretEngine;
import dev.vmkit.machine.hart.Engine;
import dev.vmkit.machine.hart.Stop;
import dev.vmkit.machine.translate.TranslateEngine;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reset, BRK, IRQ and NMI, as in chapter 9 of MOS Technology's Programming Manual. */
class InterruptTests {
    private static final String PROGRAM = """
                .org $0300
        reset:  cli
                ldx #1
                ldx #2
                ldx #3
        here:   jmp here
                .org $0400
        nmi:    inc $20
                rti
        irq:    inc $21
                rti
                .org $FFFA
                .word nmi, reset, irq
        """;

    static Stream<Engine.Factory> engines() {
        return Stream.of(InterpretEngine::new, TranslateEngine::eager);
    }

    private static Computer nmos(Engine.Factory engine, String program) {
        return new Computer("nmos", engine, program);
    }

    @ParameterizedTest
    @MethodSource("engines")
    void reset_goes_where_its_vector_says_with_interrupts_off(Engine.Factory engine) {
        Computer computer = nmos(engine, PROGRAM);
        assertThat(computer.at("pc")).isEqualTo(0x300);
        assertThat(computer.at("I")).isEqualTo(1);
        assertThat(computer.at("S")).isEqualTo(0xFD);
    }

    @ParameterizedTest
    @MethodSource("engines")
    void an_interrupt_that_CLI_lets_in_comes_after_one_instruction_more(Engine.Factory engine) {
        Computer computer = nmos(engine, PROGRAM).irq(true).runs(2);
        assertThat(computer.at("X")).isEqualTo(1);
        assertThat(computer.at("pc")).isEqualTo(0x304 - 1);
        computer.runs(1);
        assertThat(computer.at("mem[0x21]")).as("in its program").isEqualTo(1);
        assertThat(computer.at("X")).isEqualTo(1);
        assertThat(computer.at("I")).isEqualTo(1);
        assertThat(computer.at("mem[0x1FC]")).as("where it goes on").isEqualTo(0x03);
        assertThat(computer.at("mem[0x1FB]")).as("status without B").isEqualTo(0x20);
    }

    @ParameterizedTest
    @MethodSource("engines")
    void a_line_that_stays_up_interrupts_again_and_again_unless_it_is_the_NMI(Engine.Factory engine) {
        Computer computer = nmos(engine, PROGRAM).irq(true).runs(40);
        assertThat(computer.at("mem[0x21]")).isGreaterThan(10);
        Computer edge = nmos(engine, PROGRAM).nmi(true).runs(40);
        assertThat(edge.at("mem[0x20]")).isEqualTo(1);
        edge.nmi(false).runs(4).nmi(true).runs(4);
        assertThat(edge.at("mem[0x20]")).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("engines")
    void an_NMI_comes_whether_interrupts_are_on_or_not_and_first(Engine.Factory engine) {
        Computer computer = nmos(engine, PROGRAM).irq(true).nmi(true).runs(1);
        assertThat(computer.at("mem[0x20]")).isEqualTo(1);
        assertThat(computer.at("mem[0x21]")).isZero();
    }

    @ParameterizedTest
    @MethodSource("engines")
    void an_interrupt_takes_seven_cycles(Engine.Factory engine) {
        Computer computer = nmos(engine, PROGRAM).runs(8);
        long before = computer.hart().cycles();
        computer.irq(true).runs(1);
        assertThat(computer.hart().cycles() - before).as("7, and INC").isEqualTo(7 + 5);
    }

    @ParameterizedTest
    @MethodSource("engines")
    void BRK_pushes_the_address_behind_its_second_byte_and_the_bit_B(Engine.Factory engine) {
        String program = """
                    .org $0300
            reset:  sed
                    brk
                    nop
            irq:    pla
                    tax
                    pla
            here:   jmp here
                    .org $FFFA
                    .word 0, reset, irq
            """;
        Computer nmos = nmos(engine, program).runs(6);
        assertThat(nmos.at("X")).isEqualTo(0x3C);
        assertThat(nmos.at("A")).isEqualTo(0x03);
        assertThat(nmos.at("D")).as("only the 65C02 clears D").isEqualTo(1);
        assertThat(new Computer("65c02", engine, program).runs(6).at("D")).isZero();
    }

    @ParameterizedTest
    @MethodSource("engines")
    void WAI_waits_and_goes_on_without_an_interrupt_if_they_are_off(Engine.Factory engine) {
        String program = """
                    .org $0300
            reset:  wai
                    inx
                    stp
                    .org $FFFC
                    .word reset
            """;
        Computer computer = new Computer("65c02", engine, program);
        assertThat(computer.hart().run(5)).isInstanceOf(Stop.Idle.class);
        assertThat(computer.at("X")).isZero();
        assertThat(computer.irq(true).hart().run(5)).isInstanceOf(Stop.Halted.class);
        assertThat(computer.at("X")).isEqualTo(1);
    }
}
