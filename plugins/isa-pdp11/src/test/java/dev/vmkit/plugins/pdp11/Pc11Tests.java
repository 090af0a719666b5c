package dev.vmkit.plugins.pdp11;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.testkit.device.BenchStore;
import dev.vmkit.testkit.device.DeviceBench;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class Pc11Tests {
    private static final int PRS = 0;
    private static final int PRB = 2;
    private static final int PPS = 4;
    private static final int PPB = 6;
    private static final int GO = 1;
    private static final int ENABLE = 0x40;
    private static final int DONE = 0x80;
    private static final int BUSY = 0x800;
    private static final int ERROR = 0x8000;
    private static final int ROW = 3_333_333;

    private final DeviceBench bench = with("A");

    private static DeviceBench with(String tape) {
        return DeviceBench.of(
                Pc11Tests.class, "/pc11.yaml", Optional.empty(), Map.of(), Map.of("tape", BenchStore.of(tape)));
    }

    @Test
    void the_reader_reads_a_row_when_it_is_told_to() {
        bench.write(PRS, 16, GO);
        assertThat(bench.read(PRS, 16)).isEqualTo(BUSY);
        bench.pass(ROW);
        assertThat(bench.read(PRS, 16)).isEqualTo(DONE);
        assertThat(bench.read(PRB, 16)).isEqualTo('A');
        assertThat(bench.read(PRS, 16)).isZero();
    }

    @Test
    void the_end_of_the_tape_is_an_error_and_interrupts_at_once_from_then_on() {
        bench.write(PRS, 16, GO | ENABLE);
        bench.pass(ROW);
        assertThat(bench.raised("reader")).isTrue();
        bench.read(PRB, 16);
        assertThat(bench.raised("reader")).isFalse();
        bench.write(PRS, 16, GO | ENABLE);
        bench.pass(ROW);
        assertThat(bench.read(PRS, 16)).isEqualTo(ERROR | ENABLE);
        assertThat(bench.raised("reader")).isTrue();
        bench.write(PRS, 16, 0);
        assertThat(bench.raised("reader")).isFalse();
        bench.write(PRS, 16, GO | ENABLE);
        assertThat(bench.read(PRS, 16)).isEqualTo(ERROR | ENABLE);
        assertThat(bench.raised("reader")).isTrue();
    }

    @Test
    void a_reader_without_a_tape_has_an_error() {
        assertThat(with("").read(PRS, 16)).isEqualTo(ERROR);
        assertThat(bench.read(PRS, 16)).isZero();
    }

    @Test
    void the_punch_takes_fifty_rows_a_second() {
        assertThat(bench.read(PPS, 16)).isEqualTo(DONE);
        bench.write(PPS, 16, ENABLE);
        assertThat(bench.raised("punched")).isTrue();
        bench.write(PPB, 16, 0x1C1);
        assertThat(bench.raised("punched")).isFalse();
        assertThat(bench.read(PPS, 16)).isEqualTo(ENABLE);
        bench.pass(20_000_000);
        assertThat(bench.read(PPS, 16)).isEqualTo(DONE | ENABLE);
        assertThat(bench.raised("punched")).isTrue();
        assertThat(bench.shown()).isEqualTo("\u00c1");
    }

    @Test
    void reader_and_punch_work_at_the_same_time() {
        bench.write(PPB, 16, 'x');
        bench.write(PRS, 16, GO);
        bench.pass(ROW);
        assertThat(bench.read(PRS, 16)).isEqualTo(DONE);
        assertThat(bench.read(PPS, 16)).isZero();
        bench.pass(20_000_000 - ROW);
        assertThat(bench.read(PPS, 16)).isEqualTo(DONE);
    }
}
