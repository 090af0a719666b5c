package dev.vmkit.plugins.riscv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A hart with the H extension, and on it code that runs as a guest. Below it are a few lines in machine mode and in
 * HS-mode: traps into machine mode count in s0, with mcause in s1, mtval in s2, mtval2 in s3 and mtinst in s4; those into
 * HS-mode count in s5, with scause in s6, stval in s7, htval in s8 and htinst in s9. The instruction that trapped is
 * skipped. The guest may use other registers.
 */
final class Guest {
    static final int V = 1;
    static final int R = 2;
    static final int W = 4;
    static final int X = 8;
    static final int U = 16;
    static final int A = 64;
    static final int D = 128;

    /** Where pages to play with lie. */
    static final long PAGE = 0x8020_0000L;

    /** Uses the tables made by {@link #physical} and, in the second case, by {@link #virtual} as well. */
    static final String ONE_STAGE = table("hgatp", "0x80100");

    static final String TWO_STAGES = ONE_STAGE + table("vsatp", "0x80110");

    private static final long G_ROOT = 0x8010_0000L;
    private static final long VS_ROOT = 0x8011_0000L;
    private static final long TABLES = 0x4000;

    private static final String BELOW = """
            la t0, machine
            csrw mtvec, t0
            la t0, supervisor
            csrw stvec, t0
            li t0, -1
            csrw pmpaddr0, t0
            csrw mcounteren, t0
            csrw hcounteren, t0
            li t0, 0x1F
            csrw pmpcfg0, t0
            %s
            la t0, guest
            csrw mepc, t0
            li t0, 0x1800
            csrc mstatus, t0
            li t0, %s
            csrs mstatus, t0
            li t0, 0x80
            slli t0, t0, 32
            csrs mstatus, t0
            mret
        .p2align 2
        machine:
            addi s0, s0, 1
            csrr s1, mcause
            csrr s2, mtval
            csrr s3, mtval2
            csrr s4, mtinst
            csrr t6, mepc
            addi t6, t6, 4
            csrw mepc, t6
            mret
        .p2align 2
        supervisor:
            addi s5, s5, 1
            csrr s6, scause
            csrr s7, stval
            csrr s8, htval
            csrr s9, htinst
            csrr t6, sepc
            addi t6, t6, 4
            csrw sepc, t6
            sret
        .p2align 2
        guest:
            %s
            ebreak
        """;

    final Riscv riscv;

    /** With no page of the guest anywhere yet but those of its code. */
    Guest(String... features) {
        List<String> all = new ArrayList<>(Arrays.asList(features));
        all.addAll(List.of("H", "-C"));
        this.riscv = new Riscv(64, all.toArray(String[]::new));
        tables(G_ROOT, U);
        tables(VS_ROOT, 0);
    }

    /** A page of a GiB for the code, and tables for the first 2 MiB. */
    private void tables(long root, int user) {
        set(root, 2, 0x8000_0000L, V | R | W | X | A | D | user);
        set(root, 0, root + TABLES, V);
        set(root + TABLES, 0, root + TABLES + 0x1000, V);
    }

    private static String table(String csr, String page) {
        return "li t0, %s\n li t1, 8\n slli t1, t1, 60\n or t0, t0, t1\n csrw %s, t0\n".formatted(page, csr);
    }

    private void set(long table, long index, long to, int flags) {
        riscv.store(table + 8 * index, 64, to >> 12 << 10 | flags);
    }

    /** A page of what the guest takes for physical memory, below 2 MiB. */
    Guest physical(long address, long to, int flags) {
        set(G_ROOT + TABLES + 0x1000, address >> 12, to, flags);
        return this;
    }

    /** A page of the guest's own tables, below 2 MiB. */
    Guest virtual(long address, long to, int flags) {
        set(VS_ROOT + TABLES + 0x1000, address >> 12, to, flags);
        return this;
    }

    /** The entry of the guest's own tables for an address below 2 MiB, without the address of the page. */
    long virtualFlags(long address) {
        return riscv.load(VS_ROOT + TABLES + 0x1000 + 8 * (address >> 12), 64) & 0x3FF;
    }

    /** The same of the tables below it. */
    long physicalFlags(long address) {
        return riscv.load(G_ROOT + TABLES + 0x1000 + 8 * (address >> 12), 64) & 0x3FF;
    }

    /** Runs these lines in machine mode, and then a guest in VS-mode. */
    Guest supervisor(String before, String code) {
        riscv.run(program(before, code));
        return this;
    }

    /** The same, in VU-mode. */
    Guest user(String before, String code) {
        riscv.run(BELOW.formatted(before, "0", code));
        return this;
    }

    /** All of it as one program, with the guest in VS-mode. */
    static String program(String before, String code) {
        return BELOW.formatted(before, "0x800", code);
    }

    long x(String name) {
        return riscv.x(name);
    }

    /** Expects that many traps into machine mode, the last one with that cause. */
    Guest trapped(int count, int cause) {
        assertThat(riscv.x("s0")).as("traps into machine mode").isEqualTo(count);
        assertThat(riscv.x("s1")).as("mcause").isEqualTo(cause);
        return this;
    }

    /** The same, into HS-mode. */
    Guest trappedIntoSupervisor(int count, int cause) {
        assertThat(riscv.x("s0")).as("traps into machine mode").isZero();
        assertThat(riscv.x("s5")).as("traps into HS-mode").isEqualTo(count);
        assertThat(riscv.x("s6")).as("scause").isEqualTo(cause);
        return this;
    }

    Guest untroubled() {
        assertThat(riscv.x("s0") + riscv.x("s5")).as("traps").isZero();
        return this;
    }
}
