package dev.vmkit.plugins.pdp11;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The KT11-D (PDP-11/40 processor handbook, chapter 6): kernel pages as they are, and user pages elsewhere. */
class MemoryManagementTests {
    /** Maps the kernel's pages 0 and 7, the user's page 0 to 40000, and goes there in user mode. */
    private static final String KERNEL = """
        KPDR = 172300
        KPAR = 172340
        UPDR = 177600
        UPAR = 177640
        SR0 = 177572
        SR2 = 177576
                mov #77406, @#KPDR
                mov #77406, @#KPDR+16
                mov #7600, @#KPAR+16
                mov #400, @#UPAR
                mov #%s, @#UPDR
                mov #abort, @#250
                mov #340, @#252
                mov #call, @#30
                mov #340, @#32
                mov #program, r0
                mov #40000, r1
        copy:   mov (r0)+, (r1)+
                cmp r0, #end
                blo copy
                inc @#SR0
                mov #140000, -(sp)
                clr -(sp)
                clr r0
                clr r1
                rti
        call:   mov @#177776, r4
                halt
        abort:  inc r5
                mov @#SR0, r3
                mov @#SR2, r4
                %s
        program:
                %s
        end:
        """;

    private final Pdp11 pdp = new Pdp11();

    private Pdp11 user(String descriptor, String atAbort, String program) {
        return pdp.run(KERNEL.formatted(descriptor, atAbort, program));
    }

    @Test
    void a_user_sees_its_own_pages_and_its_own_stack() {
        user("77406", "halt", "mov #1000, sp\n mov #7, @#100\n inc -(sp)\n emt 0");
        assertThat(pdp.r(5)).isZero();
        assertThat(pdp.word(040100)).isEqualTo(7);
        assertThat(pdp.word(040776)).isEqualTo(1);
        assertThat(pdp.r(4)).as("previous mode user").isEqualTo(030340);
        assertThat(pdp.r(6)).isEqualTo(0774);
        assertThat(pdp.get("sp2")).isEqualTo(0776);
    }

    @Test
    void a_page_that_can_only_be_read_is_not_written() {
        user("77402", "halt", "nop\n mov #7, @#100");
        assertThat(pdp.r(5)).isEqualTo(1);
        assertThat(pdp.r(3)).as("read-only, user mode, page 0").isEqualTo(020141);
        assertThat(pdp.r(4)).as("the instruction").isEqualTo(2);
        assertThat(pdp.word(040100)).isNotEqualTo(7);
    }

    @Test
    void a_page_has_its_length_and_others_are_not_there() {
        user("406", "halt", "tst @#200");
        assertThat(pdp.r(3)).as("page length").isEqualTo(040141);
    }

    @Test
    void a_page_without_access_is_not_there() {
        user("77406", "halt", "tst @#20000");
        assertThat(pdp.r(3)).as("not resident, page 1").isEqualTo(0100143);
    }

    @Test
    void an_instruction_that_was_aborted_is_begun_again() {
        user("77402", """
            mov #77406, @#UPDR
            bic #160000, @#SR0
            mov r4, (sp)
            rti
            """, "sec\n mov #100, r0\n adc (r0)\n emt 0\n .org .+100");
        assertThat(pdp.r(5)).isEqualTo(1);
        assertThat(pdp.r(0)).isEqualTo(0100);
        assertThat(pdp.word(040100)).as("the carry was kept").isEqualTo(1);
    }

    @Test
    void a_page_remembers_that_it_was_written() {
        user("77406", "halt", "mov #2000, sp\n tst @#100\n emt 0");
        assertThat(pdp.get("updr")).isEqualTo(077406);
        user("77406", "halt", "mov #2000, sp\n inc @#100\n emt 0");
        assertThat(pdp.get("updr")).isEqualTo(077506);
    }

    @Test
    void a_kernel_moves_words_from_and_to_the_space_of_the_previous_mode() {
        pdp.run(KERNEL.formatted("77406", "halt", "mov #2000, sp\n mov #17, @#100\n emt 0")
                .replace("mov @#177776, r4\n", "mfpi @#100\n inc (sp)\n mtpi @#102\n mfpi sp\n mov (sp)+, r4\n"));
        assertThat(pdp.word(040102)).isEqualTo(020);
        assertThat(pdp.r(4)).as("the user's stack pointer").isEqualTo(02000);
    }
}
