package dev.vmkit.plugins.riscv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Page tables (Privileged ISA, chapter 12) as a kernel sees them, through mstatus.MPRV: loads and stores as supervisor. */
class VirtualMemoryTests {
    private static final long ROOT = 0x8010_0000L;
    private static final long MIDDLE = 0x8010_1000L;
    private static final long LEAVES = 0x8010_2000L;
    private static final long PAGE = 0x8020_0000L;
    private static final int V = 1;
    private static final int R = 2;
    private static final int W = 4;
    private static final int X = 8;
    private static final int U = 16;
    private static final int A = 64;
    private static final int D = 128;

    /** Virtual address 0x5000 is the first page used; traps count in s0, with cause in s1 and value in s2. */
    private static final String START = """
            la t0, handler
            csrw mtvec, t0
            li t0, -1
            csrw pmpaddr0, t0
            li t0, 0x1F
            csrw pmpcfg0, t0
            li t0, 0x80100
            li t1, 8
            slli t1, t1, 60
            or t0, t0, t1
            csrw satp, t0
            li t0, 0x20800
            csrs mstatus, t0
            li a0, 0x5000
            j body
        .p2align 2
        handler:
            addi s0, s0, 1
            csrr s1, mcause
            csrr s2, mtval
            li t6, 0x1000
            csrc mstatus, t6
            csrr t6, mepc
            jalr zero, 4(t6)
        body:
        """;

    private final Riscv riscv;

    VirtualMemoryTests() {
        riscv = new Riscv(64, "-C");
        riscv.store(ROOT, 64, entry(MIDDLE, V));
        riscv.store(MIDDLE, 64, entry(LEAVES, V));
    }

    private static long entry(long to, int flags) {
        return to >> 12 << 10 | flags;
    }

    private void page(int number, long to, int flags) {
        riscv.store(LEAVES + 8L * number, 64, entry(to, flags));
    }

    private void run(String body) {
        riscv.run(START + body);
    }

    private void expectTraps(int count, int cause) {
        assertThat(riscv.x("s0")).as("traps").isEqualTo(count);
        assertThat(riscv.x("s1")).as("cause").isEqualTo(cause);
    }

    @Test
    void the_hardware_marks_pages_as_accessed_and_dirty() {
        page(5, PAGE, V | R | W);
        run("lw a1, 0(a0)\n ebreak");
        assertThat(riscv.load(LEAVES + 40, 64)).isEqualTo(entry(PAGE, V | R | W | A));
        run("sw a0, 0(a0)\n ebreak");
        assertThat(riscv.load(LEAVES + 40, 64)).isEqualTo(entry(PAGE, V | R | W | A | D));
        assertThat(riscv.load(PAGE, 32)).isEqualTo(0x5000);
        assertThat(riscv.x("s0")).isZero();
    }

    @Test
    void a_store_to_a_page_that_was_only_read_still_marks_it_dirty() {
        page(5, PAGE, V | R | W);
        run("lw a1, 0(a0)\n sw a0, 0(a0)\n ebreak");
        assertThat(riscv.load(LEAVES + 40, 64)).isEqualTo(entry(PAGE, V | R | W | A | D));
    }

    @Test
    void without_updating_by_hardware_an_unmarked_page_faults() {
        page(5, PAGE, V | R | W | A);
        run("li t0, 1\n slli t0, t0, 61\n csrc menvcfg, t0\n lw a1, 0(a0)\n sw a1, 4(a0)\n ebreak");
        expectTraps(1, 15);
        assertThat(riscv.x("s2")).isEqualTo(0x5004);
    }

    @Test
    void a_user_page_needs_sum_and_an_executable_one_mxr() {
        page(5, PAGE, V | R | W | U | A | D);
        page(6, PAGE, V | X | A);
        run("lw a1, 0(a0)\n li t0, 0x40000\n csrs mstatus, t0\n lw a1, 0(a0)\n ebreak");
        expectTraps(1, 13);
        run("li a0, 0x6000\n li s0, 0\n lw a1, 0(a0)\n li t0, 0x80000\n csrs mstatus, t0\n lw a1, 0(a0)\n ebreak");
        expectTraps(1, 13);
    }

    @Test
    void what_an_atomic_operation_may_not_write_faults_as_a_store() {
        page(5, PAGE, V | R | A);
        run("amoadd.w a1, a0, (a0)\n ebreak");
        expectTraps(1, 15);
    }

    @Test
    void a_large_page_must_be_aligned_and_its_reserved_bits_zero() {
        riscv.store(MIDDLE + 8, 64, entry(PAGE + 0x1000, V | R | A));
        riscv.store(MIDDLE + 16, 64, entry(PAGE, V | R | A) | 1L << 54);
        riscv.store(MIDDLE + 24, 64, entry(PAGE, V | R | A));
        run("li a0, 0x200000\n"
                + " lw a1, 0(a0)\n"
                + " li a0, 0x400000\n"
                + " lw a1, 0(a0)\n"
                + " li a0, 0x600000\n"
                + " lw a1, 0(a0)\n"
                + " ebreak");
        expectTraps(2, 13);
        assertThat(riscv.x("s2")).isEqualTo(0x400000);
    }

    @Test
    void flushing_one_address_of_a_large_page_forgets_all_of_it() {
        riscv.store(MIDDLE + 8, 64, entry(PAGE, V | R | W | A | D));
        riscv.store(PAGE + 0x3000, 32, 1);
        riscv.store(PAGE - 0x200000 + 0x3000, 32, 2);
        run("""
            li a0, 0x203000
            lw a1, 0(a0)
            la t0, 0x80101000
            li t1, 0x8000
            slli t1, t1, 14
            addi t1, t1, 0xC7
            li t2, 0x20000
            csrc mstatus, t2
            sd t1, 8(t0)
            csrs mstatus, t2
            li t0, 0x2FF000
            sfence.vma t0, zero
            lw a2, 0(a0)
            ebreak
            """);
        assertThat(riscv.x("a1")).isEqualTo(1);
        assertThat(riscv.x("a2")).isEqualTo(riscv.load(0x80003000L, 32));
    }

    @Test
    void an_address_whose_upper_bits_differ_is_no_address() {
        page(5, PAGE, V | R | A);
        run("li t0, 1\n slli t0, t0, 39\n or a0, a0, t0\n lw a1, 0(a0)\n ebreak");
        expectTraps(1, 13);
    }

    @Test
    void a_table_that_the_supervisor_may_not_read_is_an_access_fault_of_the_access() {
        page(5, PAGE, V | R | W | A | D);
        run("""
            li t0, -1
            csrw pmpaddr1, t0
            la t0, 0x80102000
            srli t0, t0, 2
            addi t0, t0, 0x1FF
            csrw pmpaddr0, t0
            li t0, 0x1F18
            csrw pmpcfg0, t0
            sw a1, 0(a0)
            ebreak
            """);
        expectTraps(1, 7);
        assertThat(riscv.x("s2")).isEqualTo(0x5000);
    }

    @ParameterizedTest(name = "from a table at {0} on")
    @ValueSource(strings = {"0x80102000", "0x90000000"})
    void managing_a_cache_block_fails_as_a_store_whatever_its_table_lacks(String table) {
        Riscv caches = new Riscv(64, "-C", "Zicbom");
        caches.store(ROOT, 64, entry(MIDDLE, V));
        caches.store(MIDDLE, 64, entry(Long.decode(table), V));
        caches.run(START + """
            li t0, -1
            csrw pmpaddr1, t0
            la t0, 0x80102000
            srli t0, t0, 2
            addi t0, t0, 0x1FF
            csrw pmpaddr0, t0
            li t0, 0x1F18
            csrw pmpcfg0, t0
            cbo.flush (a0)
            ebreak
            """);
        assertThat(caches.x("s0")).isEqualTo(1);
        assertThat(caches.x("s1")).as("store access fault").isEqualTo(7);
        assertThat(caches.x("s2")).isEqualTo(0x5000);
    }

    @Test
    void a_cache_block_that_may_be_read_may_be_managed() {
        Riscv caches = new Riscv(64, "-C", "Zicbom");
        caches.store(ROOT, 64, entry(MIDDLE, V));
        caches.store(MIDDLE, 64, entry(LEAVES, V));
        caches.store(LEAVES + 40, 64, entry(PAGE, V | R | A));
        caches.store(LEAVES + 48, 64, entry(PAGE, V | X | A));
        caches.run(START + "cbo.flush (a0)\n cbo.clean (a0)\n li a0, 0x6000\n cbo.clean (a0)\n ebreak");
        assertThat(caches.x("s0")).isEqualTo(1);
        assertThat(caches.x("s1")).as("store page fault").isEqualTo(15);
        assertThat(caches.x("s2")).isEqualTo(0x6000);
    }

    @Test
    void four_levels_reach_further_than_three() {
        riscv.store(0x8011_0000L + 8, 64, entry(ROOT, V));
        page(5, PAGE, V | R | A);
        run("""
            li t0, 0x80110
            li t1, 9
            slli t1, t1, 60
            or t0, t0, t1
            csrw satp, t0
            li t0, 1
            slli t0, t0, 39
            or a0, a0, t0
            lw a1, 0(a0)
            ebreak
            """);
        assertThat(riscv.x("s0")).isZero();
    }

    @Test
    void thirty_two_bits_reach_physical_addresses_of_thirty_four() {
        Riscv small = new Riscv(32, "-C");
        small.memory.map(0x2_0000_0000L, new dev.vmkit.machine.memory.Ram(0x1000, 1, true));
        small.store(0x2_0000_0010L, 32, 77);
        small.store(ROOT, 32, entry(MIDDLE, V));
        small.store(MIDDLE + 4 * 5, 32, entry(0x2_0000_0000L, V | R | A));
        small.run("""
            li t0, -1
            csrw pmpaddr0, t0
            li t0, 0x1F
            csrw pmpcfg0, t0
            li t0, -0x7FF7FF00
            csrw satp, t0
            li t0, 0x20800
            csrs mstatus, t0
            li a0, 0x5000
            lw a1, 16(a0)
            ebreak
            """);
        assertThat(small.x("a1")).isEqualTo(77);
    }
}
