package dev.vmkit.machine.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.language.codec.Decoding;
import dev.vmkit.machine.hart.Engine;
import dev.vmkit.machine.hart.Stop;
import dev.vmkit.machine.memory.Access;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Translation by page: a table at 0x8000 maps pages one to one, except where a test says otherwise. */
@ParameterizedClass
@MethodSource("dev.vmkit.machine.execute.Engines#all")
class TranslationTests {
    private static final int TABLE = 0x8000;
    private static final int WRITABLE = 3;
    private static final int READABLE = 1;
    private static final int PAGE_TRAP = 3;

    private final Bench bench;

    TranslationTests(Engines.Named engine) {
        bench = Bench.tiny(engine);
    }

    @BeforeEach
    void oneToOne() {
        for (int page = 0; page < 16; page++) {
            entry(page, page << 12 | WRITABLE);
        }
        bench.put(0x40, "get.why r13\n get.what r14\n get.from r15\n halt");
    }

    private void entry(int page, int value) {
        bench.phys().store(TABLE + 4 * page, 32, value);
    }

    private void program(String source) {
        bench.program(0x100, source);
        bench.set("table", 0, TABLE);
        bench.set("status", 0, 2);
        bench.hart().engine().flush();
    }

    private void expectPageTrap(long what) {
        assertThat(bench.run(100)).isEqualTo(new Stop.Halted());
        assertThat(bench.get("r", 13)).isEqualTo(PAGE_TRAP);
        assertThat(bench.get("r", 14)).isEqualTo(what);
    }

    @Test
    void accessesGoWhereTheTableSays() {
        entry(5, 0x6000 | WRITABLE);
        program("addi r1, r0, 0x5008\n addi r2, r0, 77\n sw r2, 0(r1)\n lw r3, 0(r1)\n halt");
        bench.run(10);

        assertThat(bench.phys().load(0x6008, 32)).isEqualTo(77);
        assertThat(bench.get("r", 3)).isEqualTo(77);
        assertThat(bench.phys().load(0x5008, 32)).isZero();
    }

    @Test
    void aPageThatIsNotThereTrapsWithTheVirtualAddress() {
        entry(5, 0);
        program("addi r1, r0, 0x5008\n lw r3, 4(r1)");
        expectPageTrap(0x500C);
    }

    @Test
    void aPageMayBeReadableAndNotWritable() {
        entry(5, 0x5000 | READABLE);
        program("addi r1, r0, 0x5008\n lw r3, 4(r1)\n sw r3, 8(r1)");
        expectPageTrap(0x5010);
    }

    @Test
    void aValueAcrossTwoPagesComesFromBoth() {
        entry(5, 0x7000 | WRITABLE);
        entry(6, 0x5000 | WRITABLE);
        program("lui r2, 0x12340000\n addi r2, r2, 0x5678\n addi r1, r0, 0x5FFE\n sw r2, 0(r1)\n lw r3, 0(r1)\n halt");
        bench.run(10);

        assertThat(bench.get("r", 3)).isEqualTo(0x12345678);
        assertThat(bench.phys().load(0x7FFE, 16)).isEqualTo(0x5678);
        assertThat(bench.phys().load(0x5000, 16)).isEqualTo(0x1234);
    }

    @Test
    void aStoreAcrossTwoPagesWritesNothingIfTheSecondRefuses() {
        entry(6, 0x6000 | READABLE);
        program("addi r2, r0, -1\n addi r1, r0, 0x5FFE\n sw r2, 0(r1)");
        expectPageTrap(0x6000);
        assertThat(bench.phys().load(0x5FFE, 16)).isZero();
    }

    @Test
    void aTranslationIsRememberedUntilItIsFlushed() {
        program("""
            addi r1, r0, 0x5008
            lw r3, 0(r1)
            host r0, r0
            flush
            lw r4, 0(r1)
            halt
            """);
        bench.phys().store(0x6008, 32, 66);
        bench.phys().store(0x5008, 32, 55);
        bench.extern("host", arguments -> {
            entry(5, 0x6000 | WRITABLE);
            return 0;
        });
        bench.run(10);

        assertThat(bench.get("r", 3)).isEqualTo(55);
        assertThat(bench.get("r", 4)).isEqualTo(66);
    }

    @Test
    void anotherKeyMeansOtherTranslationsAtOnce() {
        bench.phys().store(0x9000 + 4 * 0, 32, WRITABLE);
        bench.phys().store(0x9000 + 4 * 5, 32, 0x6000 | WRITABLE);
        bench.phys().store(0x5008, 32, 55);
        bench.phys().store(0x6008, 32, 66);
        program("""
            addi r1, r0, 0x5008
            lui r2, 0x10000
            addi r2, r2, -0x7000
            addi r5, r0, 0x7000
            addi r5, r5, 0x1000
            lw r3, 0(r1)
            set.table r2
            lw r4, 0(r1)
            set.table r5
            lw r6, 0(r1)
            halt
            """);
        bench.run(20);

        assertThat(bench.get("r", 3)).isEqualTo(55);
        assertThat(bench.get("r", 4)).isEqualTo(66);
        assertThat(bench.get("r", 6)).isEqualTo(55);
    }

    @Test
    void codeOfTwoMappingsIsToldApart() {
        bench.put(0x5000, "addi r7, r0, 5\n jr r9");
        bench.put(0x6000, "addi r7, r0, 6\n jr r9");
        program("""
            addi r1, r0, 0x5000
            jal r9, go
            add r8, r7, r0
            host r0, r0
            flush
            jal r9, go
            halt
            go: jr r1
            """);
        bench.extern("host", arguments -> {
            entry(5, 0x6000 | WRITABLE);
            return 0;
        });
        bench.set("r", 9, 0);
        bench.hart().limit(0);
        bench.run(0);
        runThroughLink();

        assertThat(bench.get("r", 8)).isEqualTo(5);
        assertThat(bench.get("r", 7)).isEqualTo(6);
    }

    private void runThroughLink() {
        assertThat(bench.run(50)).isEqualTo(new Stop.Halted());
    }

    @Test
    void anInstructionAcrossTwoPagesIsFetchedFromBoth() {
        bench.phys().store(0x5FFE, 32, 0);
        bench.put(0x5FFE, "addi r7, r0, 0x155\n halt");
        long rest = bench.phys().load(0x6000, 32);
        bench.phys().store(0x7000, 32, 0x0266);
        bench.phys().store(0x7002, 32, bench.phys().load(0x6002, 32));
        program("addi r1, r0, 0x5FFE\n jr r1");
        bench.run(10);
        assertThat(bench.get("r", 7)).isEqualTo(0x155);
        assertThat(rest & 0xFFFF).isEqualTo(0x155);

        entry(6, 0x7000 | WRITABLE);
        program("addi r1, r0, 0x5FFE\n jr r1");
        bench.run(10);
        assertThat(bench.get("r", 7)).isEqualTo(0x266);

        entry(6, 0);
        program("addi r1, r0, 0x5FFE\n jr r1");
        expectPageTrap(0x6000);
        assertThat(bench.get("r", 15)).isEqualTo(0x5FFE);
    }

    @Test
    void aTableThatIsNotThereIsAnAccessFaultOfTheAccessItself() {
        program("addi r1, r0, 8\n lui r2, 0x1000000\n set.table r2\n inc r3");
        assertThat(bench.run(100)).isEqualTo(new Stop.Halted());
        assertThat(bench.get("r", 13)).as("no_fetch").isEqualTo(4);
        assertThat(bench.get("r", 14)).isEqualTo(0x10C);
    }

    @Test
    void whoLooksFromOutsideSeesWhatTheHartWouldSee() {
        entry(5, 0x6000 | READABLE);
        entry(7, 0);
        bench.put(0x6000, "inc r4");
        program("halt");
        var mem = bench.isa.model().spaces().get("mem");

        assertThat(bench.hart().engine().translate(mem, Access.LOAD, 0x5004))
                .contains(new Engine.Translated(0x6004, 12));
        assertThat(bench.hart().engine().translate(mem, Access.STORE, 0x5004)).isEmpty();
        assertThat(bench.hart().engine().decode(0x5000)).containsInstanceOf(Decoding.Decoded.class);
        assertThat(bench.hart().engine().decode(0x7000)).isEmpty();
        assertThat(bench.hart().retired()).isZero();
    }
}
