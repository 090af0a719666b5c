package dev.vmkit.machine.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.machine.hart.Stop;
import dev.vmkit.machine.memory.Access;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Each of the nine sample definitions runs a small program. */
@ParameterizedClass
@MethodSource("dev.vmkit.machine.execute.Engines#all")
class SampleProgramTests {
    private final Engines.Named engine;

    SampleProgramTests(Engines.Named engine) {
        this.engine = engine;
    }

    private Bench bench(String isa, String space, long size) {
        return new Bench(isa, engine).ram(space, 0, size);
    }

    @Test
    void lc3SumsAndCallsTheSystem() {
        Bench lc3 = bench("lc3", "mem", 0x10000);
        lc3.put(0x25, ".word 0x400");
        lc3.put(0x400, "ADD R5, R1, 0\nstop: BR stop");
        lc3.program(0x3000, """
            AND R1, R1, 0
            ADD R2, R1, 10
            loop: ADD R1, R1, R2
            ADD R2, R2, -1
            BRp loop
            ST R1, sum
            LEA R3, sum
            LDR R4, R3, 0
            HALT
            sum: .word 0
            """);
        lc3.set("r", 6, 0xFE00);
        lc3.run(100);

        assertThat(lc3.get("r", 4)).isEqualTo(55);
        assertThat(lc3.get("r", 5)).isEqualTo(55);
        assertThat(lc3.get("pc")).isEqualTo(0x401);
        assertThat(lc3.phys().load(lc3.get("r", 6), 16))
                .as("the way back is on the stack")
                .isEqualTo(0x3009);
    }

    @Test
    void stackMachineMultipliesAndJumps() {
        Bench stack = bench("stackvm", "code", 0x100).ram("data", 0, 0x100);
        stack.program(0, """
            i32.const -300
            i32.const 7
            i32.mul
            local.set 3
            i32.const 16
            local.get 3
            i32.store 4
            i32.const 0
            i32.load 20
            dup
            i32.const -2100
            i32.eq
            if good
            drop
            good: halt
            """);
        stack.run(100);

        assertThat(stack.get("local", 3)).isEqualTo(-2100 & 0xFFFFFFFFL);
        assertThat(stack.spaces.get("data").load(20, 32)).as("big-endian").isEqualTo(-2100 & 0xFFFFFFFFL);
        assertThat(stack.get("sp")).as("the jump was taken").isEqualTo(1);
        assertThat(stack.get("pc")).isEqualTo(stack.label("good"));
    }

    @Test
    void chip8DrawsDigits() {
        List<String> drawn = new ArrayList<>();
        Bench chip8 = bench("chip8", "mem", 0x1000)
                .extern("screen_clear", a -> 0)
                .extern("screen_xor", a -> {
                    drawn.add(a[0] + "," + a[1] + " " + Long.toHexString(a[2]));
                    return a[1] == 6 ? 1 : 0;
                })
                .extern("key_down", a -> a[0] == 5 ? 1 : 0)
                .extern("key_wait", a -> 3)
                .extern("random", a -> 0xFF);
        chip8.program(0x200, """
            LD V0, 200
            ADD V0, 23
            LD I, 0x300
            LD B, V0
            LD V2, [I]
            LD VA, 70
            LD VB, 5
            LD I, sprite
            DRW VA, VB, 2
            LD V3, 5
            SKP V3
            LD V3, 9
            LD V4, K
            RND V5, 15
            end: JP end
            sprite: .byte 0x3C, 0x42
            """);
        chip8.run(100);

        assertThat(List.of(chip8.get("v", 0), chip8.get("v", 1), chip8.get("v", 2)))
                .as("223 in decimal")
                .containsExactly(2L, 2L, 3L);
        assertThat(drawn).containsExactly("6,5 3c", "6,6 42");
        assertThat(chip8.get("v", 15)).as("a lit pixel went dark").isEqualTo(1);
        assertThat(chip8.get("v", 3)).isEqualTo(5);
        assertThat(chip8.get("v", 4)).isEqualTo(3);
        assertThat(chip8.get("v", 5)).isEqualTo(15);
    }

    @Test
    void s360MovesCharacters() {
        Bench s360 = bench("s360", "mem", 0x1000);
        s360.put(0x200, ".word 40, 2\n .string \"HELLO\"");
        s360.program(0, """
            L R1,0x200(R0,R0)
            L R2,0x204(R0,R0)
            AR R1,R2
            ST R1,0x100(R2,R0)
            MVC 0x110(5,R0),0x208(R0)
            """);
        s360.run(5);

        assertThat(s360.phys().load(0x102, 32)).isEqualTo(42);
        assertThat(s360.phys().load(0x110, 32)).isEqualTo(0x48454C4C);
        assertThat(s360.phys().load(0x114, 8)).isEqualTo('O');
        assertThat(s360.get("cc")).as("positive").isEqualTo(2);
    }

    @Test
    void pdp11StepsThroughATable() {
        Bench pdp11 = bench("pdp11", "mem", 0x10000);
        pdp11.program(0x100, """
            MOV #table, R1
            MOV #0, R0
            loop: ADD (R1)+, R0
            CMP R1, #end
            BNE loop
            MOV R0, @#0x200
            MOV #0x300, SP
            MOV R0, -(SP)
            stop: CMP R0, R0
            ADD #0xFFFF, R2
            table: .word 100, 20, 3
            end:
            """);
        pdp11.run(2 + 3 * 3 + 5);

        assertThat(pdp11.phys().load(0x200, 16)).isEqualTo(123);
        assertThat(pdp11.phys().load(0x2FE, 16)).isEqualTo(123);
        assertThat(pdp11.get("r", 1)).isEqualTo(pdp11.label("end"));
        assertThat(pdp11.get("r", 2)).isEqualTo(0xFFFF);
    }

    @Test
    void mos6502AddsDecimalsInASubroutine() {
        Bench mos = bench("mos6502", "mem", 0x10000);
        mos.put(0xFFFC, ".word 0x600");
        mos.put(0x600, """
            LDX #2
            SED
            CLC
            loop: LDA left,X
            JSR add
            STA $0310,X
            DEX
            BPL loop
            stop: JMP stop
            add: ADC right,X
            RTS
            left: .byte $01, $45, $67
            right: .byte $00, $54, $58
            """);
        mos.hart().reset();
        mos.run(100);

        assertThat(mos.phys().load(0x310, 8)).isEqualTo(0x02);
        assertThat(mos.phys().load(0x311, 8)).isEqualTo(0x00);
        assertThat(mos.phys().load(0x312, 8)).as("67 + 58 = 125").isEqualTo(0x25);
        assertThat(mos.hart().cycles()).isPositive();
    }

    @Test
    void mos6502IsInterruptedThroughItsVector() {
        Bench mos = bench("mos6502", "mem", 0x10000);
        mos.put(0xFFFE, ".word 0x700");
        mos.put(0x700, "INX\nRTI");
        mos.program(0x600, "NOP\nNOP\nstop: JMP stop");
        mos.run(1);
        mos.hart().setLine(0xFFFE, 1, true);
        mos.run(1);
        mos.hart().setLine(0xFFFE, 1, false);
        mos.run(2);

        assertThat(mos.get("X")).isEqualTo(1);
        assertThat(mos.get("pc")).isEqualTo(0x602);
    }

    @Test
    void aHookThatAccessesNothingStopsTheMachine() {
        Bench mos = new Bench("mos6502", engine).ram("mem", 0x600, 0x100);
        mos.program(0x600, "NOP");
        mos.hart().setLine(0xFFFE, 1, true);

        assertThat(mos.run(10)).isEqualTo(new Stop.Fault(Access.STORE, 0x1FD, 0x600));
    }

    @Test
    void z80CopiesWithIndexAndBlockInstructions() {
        Bench z80 = bench("z80", "mem", 0x10000).ram("io", 0, 0x100);
        z80.program(0x100, """
            LD SP, 0x8000
            LD IX, 0x300
            LD B, 5
            LD A, 0
            loop: ADD A, B
            DJNZ loop
            LD (IX+2), A
            SET 7, (IX+2)
            LD HL, 0x300
            LD DE, 0x400
            LD BC, 4
            LDIR
            PUSH HL
            POP IY
            LD A, 0x15
            ADD A, 0x27
            DAA
            stop: JP stop
            """);
        z80.run(100);

        assertThat(z80.phys().load(0x402, 8)).isEqualTo(0x8F);
        assertThat(z80.get("IYH") << 8 | z80.get("IYL")).isEqualTo(0x304);
        assertThat(z80.get("A")).isEqualTo(0x42);
    }

    @Test
    void rv64iTakesATrapAndReturns() {
        Bench rv = bench("rv64i", "phys", 0x10000);
        rv.program(0, """
            addi t0, zero, 0x100
            csrrw zero, mtvec, t0
            addi a0, zero, 6
            addi a1, zero, 7
            mul a2, a0, a1
            ecall
            sd a3, 0x200(zero)
            lw a4, 0x204(zero)
            stop: j stop
            """);
        rv.put(0x100, """
            csrrs a3, mcause, zero
            csrrs t1, mepc, zero
            addi t1, t1, 4
            csrrw zero, mepc, t1
            slli a3, a3, 32
            add a3, a3, a2
            mret
            """);
        rv.hart().state().pc(0);
        rv.run(30);

        assertThat(rv.get("x", 12)).isEqualTo(42);
        assertThat(rv.phys().load(0x200, 64)).isEqualTo(11L << 32 | 42);
        assertThat(rv.get("x", 14)).isEqualTo(11);
        assertThat(rv.get("prv")).isEqualTo(3);
    }

    @Test
    void rv64iacMixesSizesAndSwapsAtomically() {
        Bench rv = bench("rv64iac", "phys", 0x10000);
        rv.program(0, """
            c.li a0, 21
            addi a1, zero, 0x400
            sd a0, 0(a1)
            amoadd.d a2, a0, (a1)
            lr.d a3, (a1)
            c.addi a3, 1
            sc.d a4, a3, (a1)
            sc.d a5, a3, (a1)
            stop: c.j stop
            """);
        rv.run(20);

        assertThat(rv.get("x", 12)).isEqualTo(21);
        assertThat(rv.phys().load(0x400, 64)).isEqualTo(43);
        assertThat(rv.get("x", 14)).as("stored").isZero();
        assertThat(rv.get("x", 15)).as("no longer reserved").isEqualTo(1);
    }
}
