package dev.vmkit.plugins.riscv;

import static dev.vmkit.plugins.riscv.Guest.A;
import static dev.vmkit.plugins.riscv.Guest.D;
import static dev.vmkit.plugins.riscv.Guest.ONE_STAGE;
import static dev.vmkit.plugins.riscv.Guest.PAGE;
import static dev.vmkit.plugins.riscv.Guest.R;
import static dev.vmkit.plugins.riscv.Guest.TWO_STAGES;
import static dev.vmkit.plugins.riscv.Guest.U;
import static dev.vmkit.plugins.riscv.Guest.V;
import static dev.vmkit.plugins.riscv.Guest.W;
import static dev.vmkit.plugins.riscv.Guest.X;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A guest's addresses become those that it takes for physical, and these the real ones (two-stage address translation). */
class TwoStageTests {
    private static final int GUEST_FETCH = 20;
    private static final int GUEST_LOAD = 21;
    private static final int GUEST_STORE = 23;
    private static final int ALL = V | R | W | X | A | D;

    private final Guest guest = new Guest();

    @Test
    void addresses_go_through_both_tables() {
        guest.virtual(0x5000, 0x7000, V | R | W | A | D).physical(0x7000, PAGE, ALL | U);
        guest.supervisor(TWO_STAGES, "li a0, 0x5008\n li a1, 77\n sd a1, 0(a0)\n ld a2, 0(a0)")
                .untroubled();
        assertThat(guest.x("a2")).isEqualTo(77);
        assertThat(guest.riscv.load(PAGE + 8, 64)).isEqualTo(77);
    }

    @Test
    void a_guest_that_translates_nothing_itself_still_goes_through_the_second() {
        guest.physical(0x7000, PAGE, ALL | U).riscv.store(PAGE, 64, 5);
        guest.supervisor(ONE_STAGE, "li a0, 0x7000\n ld a1, 0(a0)\n li a0, 0x8000\n ld a1, 0(a0)")
                .trapped(1, GUEST_LOAD);
        assertThat(guest.x("a1")).isEqualTo(5);
    }

    @ParameterizedTest(name = "{0} is cause {1}")
    @CsvSource({"'ld a1, 0(a0)', 21", "'sd a1, 0(a0)', 23", "'amoadd.d a1, a1, (a0)', 23", "'lr.d a1, (a0)', 21"})
    void a_page_that_the_hypervisor_has_not_mapped_is_a_guest_page_fault(String access, int cause) {
        guest.virtual(0x5000, 0x7000, ALL);
        guest.supervisor(TWO_STAGES, "li a0, 0x5678\n " + access).trapped(1, cause);
        assertThat(guest.x("s2")).as("mtval").isEqualTo(0x5678);
        assertThat(guest.x("s3")).as("mtval2").isEqualTo(0x7678 >> 2);
    }

    @Test
    void so_is_code_that_it_has_not_mapped() {
        guest.virtual(0x5000, 0x7000, ALL).physical(0x7000, PAGE, V | R | W | A | D | U);
        guest.riscv.put(0x8000_0F00L, """
            handler:
                csrr s1, mcause
                csrr s2, mtval
                csrr s3, mtval2
                ebreak
            """);
        guest.supervisor(
                TWO_STAGES + "li t0, 0x80001\n slli t0, t0, 12\n addi t0, t0, -0x100\n csrw mtvec, t0",
                "li a0, 0x5678\n jr a0");
        assertThat(guest.x("s1")).isEqualTo(GUEST_FETCH);
        assertThat(guest.x("s2")).isEqualTo(0x5678);
        assertThat(guest.x("s3")).isEqualTo(0x7678 >> 2);
    }

    @Test
    void a_page_that_the_guest_itself_has_not_mapped_is_a_page_fault_as_ever() {
        guest.supervisor(TWO_STAGES, "li a0, 0x5678\n ld a1, 0(a0)").trapped(1, 13);
        assertThat(guest.x("s2")).isEqualTo(0x5678);
        assertThat(guest.x("s3")).as("mtval2").isZero();
        assertThat(guest.riscv.get("mstatus") >>> 38 & 1)
                .as("mtval is an address of the guest: GVA")
                .isEqualTo(1);
    }

    @Test
    void case_23_all_accesses_count_as_a_users_at_the_second_stage() {
        guest.physical(0x7000, PAGE, ALL);
        guest.supervisor(ONE_STAGE, "li a0, 0x7000\n ld a1, 0(a0)").trapped(1, GUEST_LOAD);
        guest.supervisor(
                        ONE_STAGE + "li t0, 0x40000\n csrs mstatus, t0\n csrs vsstatus, t0",
                        "li a0, 0x7000\n ld a1, 0(a0)")
                .trapped(1, GUEST_LOAD);
    }

    @Test
    void the_root_has_four_times_as_many_entries() {
        guest.riscv.store(0x8010_0000L + 8 * 2047, 64, 0x8000_0000L >> 12 << 10 | ALL | U);
        guest.supervisor(ONE_STAGE, "li a0, 2047\n slli a0, a0, 30\n li a1, 9\n sd a1, 0x100(a0)\n ld a2, 0x100(a0)")
                .untroubled();
        assertThat(guest.x("a2")).isEqualTo(9);
        assertThat(guest.riscv.load(0x8000_0100L, 64)).isEqualTo(9);
    }

    @Test
    void case_23_an_address_above_41_bits_is_a_guest_page_fault() {
        guest.supervisor(ONE_STAGE, "li a0, 1\n slli a0, a0, 41\n ld a1, 0(a0)").trapped(1, GUEST_LOAD);
        assertThat(guest.x("s3")).isEqualTo(1L << 39);
    }

    @Test
    void with_a_fourth_level_addresses_have_50_bits() {
        guest.riscv.store(0x8012_0000L + 8 * 2047, 64, 0x8010_0000L >> 12 << 10 | V);
        guest.riscv.store(0x8012_0000L, 64, 0x8010_0000L >> 12 << 10 | V);
        guest.physical(0x7000, PAGE, ALL | U);
        String four = "li t0, 0x80120\n li t1, 9\n slli t1, t1, 60\n or t0, t0, t1\n csrw hgatp, t0";
        guest.supervisor(four, "li a0, 2047\n slli a0, a0, 39\n li a1, 0x7000\n or a0, a0, a1\n sd a1, 0(a0)")
                .untroubled();
        assertThat(guest.riscv.load(PAGE, 64)).isEqualTo(0x7000);
        guest.supervisor(four, "li a0, 1\n slli a0, a0, 50\n sd a1, 0(a0)").trapped(1, GUEST_STORE);
    }

    @Test
    void a_table_of_the_guest_that_is_not_mapped_is_told_by_where_it_is_and_by_a_load() {
        guest.riscv.store(0x8011_4000L, 64, 0x9000 >> 12 << 10 | V);
        guest.supervisor(TWO_STAGES, "li a0, 0x5678\n sd a1, 0(a0)").trapped(1, GUEST_STORE);
        assertThat(guest.x("s2")).as("mtval").isEqualTo(0x5678);
        assertThat(guest.x("s3")).as("mtval2").isEqualTo((0x9000 + 8 * 5) >> 2);
        assertThat(guest.x("s4")).as("mtinst").isEqualTo(0x3000);
    }

    @Test
    void a_table_of_the_guest_in_which_bits_cannot_be_set_is_told_by_a_store() {
        guest.riscv.store(0x8011_4000L, 64, 0x9000 >> 12 << 10 | V);
        guest.riscv.store(PAGE + 8 * 5, 64, 0x7000 >> 12 << 10 | V | R | W);
        guest.physical(0x9000, PAGE, V | R | A | U).physical(0x7000, PAGE + 0x1000, ALL | U);
        String updating = "li t0, -1\n csrw menvcfg, t0\n csrw henvcfg, t0\n";
        guest.supervisor(updating + TWO_STAGES, "li a0, 0x5678\n ld a1, 0(a0)").trapped(1, GUEST_LOAD);
        assertThat(guest.x("s3")).as("mtval2").isEqualTo((0x9000 + 8 * 5) >> 2);
        assertThat(guest.x("s4")).as("mtinst").isEqualTo(0x3020);
    }

    @Test
    void tables_of_the_guest_may_be_read_where_they_may_not_be_written_as_long_as_no_bit_has_to_be_set() {
        guest.riscv.store(0x8011_4000L, 64, 0x9000 >> 12 << 10 | V);
        guest.riscv.store(PAGE + 8 * 5, 64, 0x7000 >> 12 << 10 | ALL);
        guest.physical(0x9000, PAGE, V | R | A | U).physical(0x7000, PAGE + 0x1000, ALL | U);
        guest.supervisor(TWO_STAGES, "li a0, 0x5678\n sd a1, 0(a0)").untroubled();
    }

    @Test
    void each_stage_has_its_bits_set_where_it_is_allowed_to() {
        guest.virtual(0x5000, 0x7000, V | R | W).physical(0x7000, PAGE, V | R | W | U);
        guest.supervisor(TWO_STAGES, "li a0, 0x5000\n ld a1, 0(a0)").trapped(1, 13);
        String updating = "li t0, -1\n csrw henvcfg, t0\n";
        guest.supervisor(updating + TWO_STAGES, "li s0, 0\n li a0, 0x5000\n ld a1, 0(a0)")
                .untroubled();
        assertThat(guest.virtualFlags(0x5000)).isEqualTo(V | R | W | A);
        assertThat(guest.physicalFlags(0x7000)).isEqualTo(V | R | W | U | A);
        guest.supervisor(updating + TWO_STAGES, "li a0, 0x5000\n sd a1, 0(a0)").untroubled();
        assertThat(guest.virtualFlags(0x5000)).isEqualTo(V | R | W | A | D);
        assertThat(guest.physicalFlags(0x7000)).isEqualTo(V | R | W | U | A | D);
    }

    @Test
    void without_that_the_second_stage_faults_by_itself() {
        guest.virtual(0x5000, 0x7000, ALL).physical(0x7000, PAGE, V | R | W | U | A);
        guest.supervisor("csrw menvcfg, zero\n" + TWO_STAGES, "li a0, 0x5000\n ld a1, 0(a0)\n sd a1, 0(a0)")
                .trapped(1, GUEST_STORE);
    }

    @ParameterizedTest(name = "executable at stage {0}, MXR in {1}: {2} traps")
    @CsvSource({
        "first, nowhere, 1", "first, vsstatus, 0", "first, mstatus, 0",
        "second, nowhere, 1", "second, vsstatus, 1", "second, mstatus, 0"
    })
    void the_guests_mxr_makes_readable_what_it_may_execute_and_the_hypervisors_what_both_may(
            String stage, String where, int traps) {
        int code = V | X | A;
        guest.virtual(0x5000, 0x7000, stage.equals("first") ? code : ALL)
                .physical(0x7000, PAGE, (stage.equals("first") ? ALL : code) | U);
        String mxr = where.equals("nowhere") ? "" : "li t0, 0x80000\n csrs " + where + ", t0\n";
        guest.supervisor(mxr + TWO_STAGES, "li a0, 0x5000\n ld a1, 0(a0)");
        assertThat(guest.x("s0")).isEqualTo(traps);
    }

    @Test
    void the_guests_sum_lets_it_at_pages_of_its_users_and_the_hypervisors_does_not() {
        guest.virtual(0x5000, 0x7000, ALL | U).physical(0x7000, PAGE, ALL | U);
        String sum = "li t0, 0x40000\n csrs %s, t0\n";
        guest.supervisor(sum.formatted("mstatus") + TWO_STAGES, "li a0, 0x5000\n ld a1, 0(a0)")
                .trapped(1, 13);
        guest.supervisor(sum.formatted("vsstatus") + TWO_STAGES, "li s0, 0\n li a0, 0x5000\n ld a1, 0(a0)")
                .untroubled();
    }

    @Test
    void another_hgatp_and_another_vsatp_are_other_translations() {
        guest.virtual(0x5000, 0x7000, ALL).physical(0x7000, PAGE, ALL | U);
        guest.riscv.store(PAGE, 64, 1);
        guest.riscv.store(PAGE + 0x1000, 64, 2);
        for (long at = 0; at < 0x6000; at += 8) {
            guest.riscv.store(0x8018_0000L + at, 64, guest.riscv.load(0x8010_0000L + at, 64));
        }
        guest.riscv.store(0x8018_0000L, 64, 0x8018_4000L >> 12 << 10 | V);
        guest.riscv.store(0x8018_4000L, 64, 0x8018_5000L >> 12 << 10 | V);
        guest.riscv.store(0x8018_5000L + 8 * 7, 64, (PAGE + 0x1000) >> 12 << 10 | ALL | U);
        guest.supervisor(TWO_STAGES + """
            li a0, 0x100
            csrs hstatus, a0
            li a0, 0x5000
            hlv.d a1, (a0)
            csrr t2, vsatp
            csrw vsatp, zero
            li t0, 0x80180
            li t1, 8
            slli t1, t1, 60
            or t0, t0, t1
            csrw hgatp, t0
            csrw vsatp, t2
            hlv.d a2, (a0)
            li t0, 0x80100
            or t0, t0, t1
            csrw hgatp, t0
            hlv.d a3, (a0)
            """, "");
        assertThat(guest.x("a1")).isEqualTo(1);
        assertThat(guest.x("a2")).isEqualTo(2);
        assertThat(guest.x("a3")).isEqualTo(1);
    }

    @Test
    void a_guest_sees_its_new_tables_after_its_own_fence() {
        guest.virtual(0x5000, 0x7000, ALL).physical(0x7000, PAGE, ALL | U).physical(0x8000, PAGE + 0x1000, ALL | U);
        guest.riscv.store(PAGE, 64, 1);
        guest.riscv.store(PAGE + 0x1000, 64, 2);
        guest.supervisor(TWO_STAGES, """
            li a0, 0x5000
            ld a1, 0(a0)
            li a3, 0x80115
            slli a3, a3, 12
            li a4, 0x20CF
            sd a4, 0x28(a3)
            sfence.vma a0, zero
            ld a2, 0(a0)
            """).untroubled();
        assertThat(guest.x("a1")).isEqualTo(1);
        assertThat(guest.x("a2")).isEqualTo(2);
    }

    @Test
    void a_hypervisor_sees_its_new_tables_after_a_fence_of_its_own() {
        guest.virtual(0x5000, 0x7000, ALL).physical(0x7000, PAGE, ALL | U);
        guest.riscv.store(PAGE, 64, 1);
        guest.riscv.store(PAGE + 0x1000, 64, 2);
        guest.supervisor(TWO_STAGES + """
            li t0, 0x100
            csrs hstatus, t0
            li a0, 0x5000
            hlv.d a1, (a0)
            li a3, 0x80105
            slli a3, a3, 12
            ld a4, 0x38(a3)
            addi a4, a4, 0x400
            sd a4, 0x38(a3)
            hfence.gvma zero, zero
            hlv.d a2, (a0)
            li a3, 0x80115
            slli a3, a3, 12
            sd zero, 0x28(a3)
            hfence.vvma a0, zero
            hlv.d a2, (a0)
            """, "").trapped(1, 13);
        assertThat(guest.x("a1")).isEqualTo(1);
        assertThat(guest.x("a2")).isEqualTo(2);
    }

    @Test
    void case_22_tables_in_a_circle_and_tables_nowhere_are_faults_of_the_guest_alone() {
        guest.riscv.store(0x8011_0000L, 64, 0x8011_0000L >> 12 << 10 | V);
        guest.riscv.store(0x8011_0008L, 64, 0x3FF_FFFF_F000L >> 12 << 10 | V);
        guest.supervisor(TWO_STAGES, "li a0, 0x5000\n ld a1, 0(a0)").trapped(1, 13);
        guest.supervisor(TWO_STAGES, "li s0, 0\n li a0, 1\n slli a0, a0, 30\n ld a1, 0(a0)")
                .trapped(1, GUEST_LOAD);
        guest.riscv.store(0x8010_0000L, 64, 0x8010_0000L >> 12 << 10 | V);
        guest.supervisor(ONE_STAGE, "li s0, 0\n li a0, 0x5000\n ld a1, 0(a0)").trapped(1, GUEST_LOAD);
        guest.riscv.store(0x8010_0000L, 64, 0x9000_0000L >> 12 << 10 | V);
        guest.supervisor(ONE_STAGE, "li s0, 0\n li a0, 0x5000\n ld a1, 0(a0)").trapped(1, 5);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "a bit that is reserved, 0x40000000000000",
        "writable and not readable, 0x4",
        "not valid though it has an address, 0x1",
        "a page-based memory type that is not there, 0x2000000000000000",
        "NAPOT that is not there, 0x8000000000000000"
    })
    void case_23_an_entry_of_the_second_stage_that_is_none_is_a_guest_page_fault(String what, String flipped) {
        long entry = PAGE >> 12 << 10 | ALL | U;
        boolean unreadable = flipped.equals("0x4");
        guest.riscv.store(
                0x8010_5000L + 8 * 7,
                64,
                unreadable ? entry & ~R : entry ^ Long.parseUnsignedLong(flipped.substring(2), 16));
        guest.supervisor(ONE_STAGE, "li a0, 0x7000\n li a1, 5\n ld a1, 0(a0)").trapped(1, GUEST_LOAD);
        assertThat(guest.x("a1")).as(what).isEqualTo(5);
    }

    @Test
    void case_23_a_large_page_of_the_second_stage_that_is_not_aligned_is_a_guest_page_fault() {
        guest.riscv.store(0x8010_4000L + 8, 64, PAGE + 0x1000 >> 12 << 10 | ALL | U);
        guest.supervisor(ONE_STAGE, "li a0, 0x200000\n ld a1, 0(a0)").trapped(1, GUEST_LOAD);
    }

    @Test
    void case_23_what_a_guest_puts_where_faults_are_told_tells_the_hypervisor_nothing() {
        guest.supervisor("li t0, -1\n csrw medeleg, t0\n" + ONE_STAGE, """
            li a0, -1
            csrw stval, a0
            csrw scause, a0
            csrw sepc, a0
            csrw sscratch, a0
            li a0, 0x7008
            ld a1, 0(a0)
            """).trappedIntoSupervisor(1, GUEST_LOAD);
        assertThat(guest.x("s7")).as("stval").isEqualTo(0x7008);
        assertThat(guest.x("s8")).as("htval").isEqualTo(0x7008 >> 2);
    }

    @Test
    void case_24_one_guests_stale_translations_are_no_other_guests() {
        guest.physical(0x7000, PAGE, ALL | U).riscv.store(PAGE, 64, 1);
        guest.riscv.store(PAGE + 0x1000, 64, 2);
        guest.supervisor(ONE_STAGE + """
            li t0, 0x100
            csrs hstatus, t0
            li a0, 0x7000
            hlv.d a1, (a0)
            li a3, 0x80105
            slli a3, a3, 12
            sd zero, 0x38(a3)
            csrr t2, hgatp
            li t1, 1
            slli t1, t1, 44
            add t2, t2, t1
            csrw hgatp, t2
            hlv.d a2, (a0)
            """, "").trapped(1, GUEST_LOAD);
        assertThat(guest.x("a1")).isEqualTo(1);
        assertThat(guest.x("a2")).as("nothing was loaded").isZero();
    }

    @Test
    void case_24_a_number_of_a_guest_that_is_used_again_leads_nowhere_old_after_a_fence_for_it() {
        guest.physical(0x7000, PAGE, ALL | U).riscv.store(PAGE, 64, 1);
        guest.riscv.store(PAGE + 0x1000, 64, 2);
        guest.supervisor(ONE_STAGE + """
            li t0, 0x100
            csrs hstatus, t0
            li t1, 1
            slli t1, t1, 44
            csrr t2, hgatp
            add t2, t2, t1
            csrw hgatp, t2
            li a0, 0x7000
            hlv.d a1, (a0)
            li a3, 0x80105
            slli a3, a3, 12
            ld a4, 0x38(a3)
            addi a4, a4, 0x400
            sd a4, 0x38(a3)
            li t3, 1
            hfence.gvma zero, t3
            hlv.d a2, (a0)
            """, "").untroubled();
        assertThat(guest.x("a1")).isEqualTo(1);
        assertThat(guest.x("a2")).isEqualTo(2);
    }

    @Test
    void protection_of_physical_memory_holds_for_what_guests_reach() {
        guest.virtual(0x5000, 0x7000, ALL).physical(0x7000, PAGE, ALL | U);
        String locked = """
            li t0, -1
            csrw pmpaddr1, t0
            la t0, 0x80200000
            srli t0, t0, 2
            addi t0, t0, 0x1FF
            csrw pmpaddr0, t0
            li t0, 0x1F18
            csrw pmpcfg0, t0
            """;
        guest.supervisor(locked + TWO_STAGES, "li a0, 0x5008\n ld a1, 0(a0)").trapped(1, 5);
        assertThat(guest.x("s2")).isEqualTo(0x5008);
        assertThat(guest.riscv.get("mstatus") >>> 38 & 1).as("GVA").isEqualTo(1);
    }

    @Test
    void thirty_two_bits_have_tables_of_their_own() {
        Riscv small = new Riscv(32, "H", "-C");
        small.store(0x8010_0000L + 4 * 512, 32, 0x8000_0000L >> 12 << 10 | ALL | U);
        small.store(0x8010_0000L + 4 * 0xFFF, 32, 0x8011_0000L >> 12 << 10 | V);
        small.store(0x8011_0000L, 32, PAGE >> 12 << 10 | ALL | U);
        small.store(0x8012_0000L + 4, 32, 0x3_FFC0_0000L >> 12 << 10 | V | R | W | A | D);
        small.store(0x8012_0000L + 8, 32, 0x3_0000_0000L >> 12 << 10 | V);
        small.run("""
                la t0, handler
                csrw mtvec, t0
                li t0, -1
                csrw pmpaddr0, t0
                li t0, 0x1F
                csrw pmpcfg0, t0
                li t0, -0x7FF7FF00
                csrw hgatp, t0
                li t0, -0x7FF7FEE0
                csrw vsatp, t0
                li t0, 0x100
                csrs hstatus, t0
                li a0, 0x400000
                li a1, 99
                hsv.w a1, (a0)
                slli a0, a0, 1
                hsv.w a1, (a0)
                ebreak
            .p2align 2
            handler:
                csrr s1, mcause
                csrr s2, mtval
                csrr s3, mtval2
                csrr s4, mtinst
                ebreak
            """);
        assertThat(small.load(PAGE, 32)).isEqualTo(99);
        assertThat(small.x("s1")).isEqualTo(GUEST_STORE);
        assertThat(small.x("s2")).isEqualTo(0x800000);
        assertThat(small.x("s3")).as("an address of 34 bits").isEqualTo(0x3_0000_0000L >> 2);
        assertThat(small.x("s4")).isEqualTo(0x2000);
    }
}
