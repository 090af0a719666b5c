package dev.vmkit.machine.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.machine.hart.Stop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs whose pieces lie where it is hard to make one region of them. */
@ParameterizedClass
@MethodSource("dev.vmkit.machine.execute.Engines#all")
class RegionTests {
    private static final int WRITABLE = 3;

    private final Bench bench;

    RegionTests(Engines.Named engine) {
        bench = Bench.tiny(engine);
    }

    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void codeMayLieMoreThanTwoGigabytesApart() {
        long far = 0x90001000L;
        bench.ram("phys", far, 0x1000);
        bench.put(far, "addi r7, r7, 1\n jr r9");
        bench.program(0x100, """
            jr r3
            loop: jal r9, there
            addi r4, r4, -1
            bne r4, r0, loop
            halt
            there: jr r3
            """);
        bench.set("r", 3, far);
        bench.set("r", 4, 30);
        bench.set("r", 9, 0x104);

        assertThat(bench.run(10_000)).isEqualTo(new Stop.Halted());
        assertThat(bench.get("r", 7)).isEqualTo(31);
    }

    @Test
    void onePageOfMemoryMayBeSeenAtTwoAddresses() {
        for (int page = 0; page < 16; page++) {
            bench.phys().store(0x8000 + 4 * page, 32, page << 12 | WRITABLE);
            bench.phys().store(0x9000 + 4 * page, 32, page << 12 | WRITABLE);
        }
        bench.phys().store(0x8000 + 4 * 6, 32, 0x5000 | WRITABLE);
        bench.phys().store(0x9000 + 4 * 6, 32, 0x7000 | WRITABLE);
        bench.put(0x5000, "jr r1");
        bench.put(0x5100, "addi r7, r7, 5\n jr r2");
        bench.put(0x7100, "addi r7, r7, 6\n jr r2");
        bench.program(0x100, """
            beq r0, r0, loop
            halt
            loop: addi r4, r4, -1
            jr r3
            back: bne r4, r0, loop
            bne r10, r0, end
            addi r10, r0, 1
            addi r4, r0, 20
            addi r2, r0, again
            set.table r11
            jr r3
            again: addi r2, r0, back
            beq r0, r0, loop
            end: halt
            """);
        bench.set("table", 0, 0x8000);
        bench.set("status", 0, 2);
        bench.set("r", 1, 0x6100);
        bench.set("r", 2, 0x110);
        bench.set("r", 3, 0x5000);
        bench.set("r", 4, 20);
        bench.set("r", 11, 0x9000);
        bench.hart().engine().flush();

        assertThat(bench.run(10_000)).isEqualTo(new Stop.Halted());
        assertThat(bench.get("r", 7)).isEqualTo(20 * 5 + 21 * 6);
    }

    @Test
    void aStoreThatIsNotAlignedMayReachIntoCode() {
        bench.put(0x40, "addi r3, r3, 1\n jr r9");
        bench.program(0x100, """
            loop: xor r2, r2, r5
            sw r2, 0(r1)
            sw r2, 2(r1)
            jal r9, 0x40
            addi r6, r6, -1
            bne r6, r0, loop
            halt
            """);
        bench.set("r", 1, 60);
        bench.set("r", 2, 0x33010000L);
        bench.set("r", 5, 0x77000000L);
        bench.set("r", 6, 40);

        assertThat(bench.run(10_000)).isEqualTo(new Stop.Halted());
        assertThat(bench.get("r", 3)).isEqualTo(20);
        assertThat(bench.get("r", 4)).isEqualTo(20);
    }
}
