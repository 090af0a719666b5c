package dev.vmkit.plugins.riscv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Load-reserved and store-conditional (Unprivileged ISA, section 13.2). */
class AtomicsTests {
    private static final long DATA = 0x8010_0000L;
    private static final String RESERVE = "la a0, 0x80100000\n lr.w a1, (a0)\n";
    private static final String STORE = "sc.w a2, a0, (a0)\n ebreak";

    private final Riscv riscv = new Riscv(64);

    private long run(String between) {
        riscv.run(RESERVE + between + STORE);
        return riscv.x("a2");
    }

    @Test
    void a_reserved_word_can_be_stored_once() {
        assertThat(run("")).isZero();
        assertThat(riscv.load(DATA, 32)).isEqualTo(DATA);
        riscv.run("sc.w a2, zero, (a0)\n ebreak");
        assertThat(riscv.x("a2")).isEqualTo(1);
        assertThat(riscv.load(DATA, 32)).isEqualTo(DATA);
    }

    @Test
    void a_store_to_the_line_breaks_the_reservation() {
        assertThat(run("sw a0, 60(a0)\n")).isEqualTo(1);
        assertThat(run("sw a0, 64(a0)\n")).isZero();
    }

    @Test
    void another_address_than_the_reserved_one_fails() {
        assertThat(run("addi a0, a0, 4\n")).isEqualTo(1);
    }

    @Test
    void what_a_device_writes_breaks_the_reservation_and_what_it_reads_does_not() {
        assertThat(afterHost(() -> riscv.memory.readBytes(DATA, new byte[64], 0, 64)))
                .isZero();
        assertThat(afterHost(() -> riscv.memory.writeBytes(DATA - 100, new byte[200], 0, 200)))
                .isEqualTo(1);
    }

    private long afterHost(Runnable host) {
        riscv.run(RESERVE + "ebreak");
        host.run();
        riscv.hart.state().pc(riscv.hart.state().pc() + 2);
        riscv.put(riscv.hart.state().pc(), STORE);
        riscv.resume();
        return riscv.x("a2");
    }

    @Test
    void a_reservation_survives_a_snapshot_and_can_then_still_be_broken() {
        assertThat(afterHost(() -> riscv.hart.load(riscv.hart.save()))).isZero();
        assertThat(afterHost(() -> {
                    riscv.hart.load(riscv.hart.save());
                    riscv.store(DATA + 8, 8, 1);
                }))
                .isEqualTo(1);
    }

    @Test
    void a_misaligned_atomic_traps() {
        riscv.run("la t0, handler\n csrw mtvec, t0\n la a0, 0x80100002\n amoadd.w a1, a0, (a0)\n"
                + ".p2align 2\n handler: csrr a3, mcause\n ebreak");
        assertThat(riscv.x("a3")).isEqualTo(6);
    }
}
