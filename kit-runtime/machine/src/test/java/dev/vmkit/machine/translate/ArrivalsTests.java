package dev.vmkit.machine.translate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ArrivalsTests {
    private static final Object ONE_PROCESS = "the pages of one process";
    private static final Object ANOTHER = "the pages of another";

    private final Arrivals arrivals = new Arrivals(12, 12);

    private static Entry entry(long pc) {
        Code code = new Code() {
            @Override
            long run(Passage passage, long[] registers, int left, long entered) {
                return entered;
            }
        };
        Footprint nothing = Footprint.of(new Plan(List.of(), Map.of(), Set.of(), List.of()));
        return new Entry(
                pc, new Region(code, Effort.FULL, false, true, nothing, new Region.Size(1, 1), Set.of()), true, 1);
    }

    @Test
    void anEntryIsForThePagesUnderWhichItIsRight() {
        Entry entry = entry(0x100);
        arrivals.put(entry, ONE_PROCESS);

        assertThat(arrivals.entry(0x100, ONE_PROCESS)).isSameAs(entry);
        assertThat(arrivals.entry(0x100, ANOTHER)).isNull();
        assertThat(arrivals.isNews(0x100, ANOTHER)).isTrue();
        assertThat(arrivals.entry(0x100, ANOTHER))
                .as("somebody has searched, and found nothing")
                .isNull();
        assertThat(arrivals.entry(0x100, ONE_PROCESS)).isSameAs(entry);
    }

    @Test
    void milestonesArePowersOfTwoAndThenMultiplesOfTheThreshold() {
        arrivals.isNews(0x100, ONE_PROCESS);
        assertThat(IntStream.range(0, 40).map(_ -> arrivals.count(0x100)).filter(times -> times > 0))
                .containsExactly(1, 2, 4, 8, 12, 24, 36);
    }

    @Test
    void whatIsExpectedReachesTheThresholdSoon() {
        Arrivals patient = new Arrivals(160, 160);
        patient.expect(0x100);
        assertThat(IntStream.rangeClosed(1, 10).map(_ -> patient.count(0x100)))
                .containsExactly(0, 0, 0, 0, 0, 0, 0, 0, 0, 160);
    }

    @Test
    void anAddressBeginsAnewWhereItsPlaceWasAnothers() {
        long there = 0x100 + (1L << 30); // shares the place
        arrivals.put(entry(0x100), ONE_PROCESS);
        arrivals.expect(there);
        assertThat(arrivals.entry(0x100, ONE_PROCESS)).isNotNull();

        assertThat(arrivals.isNews(there, ONE_PROCESS)).isTrue();
        assertThat(arrivals.entry(there, ONE_PROCESS)).isNull();
        assertThat(arrivals.entry(0x100, ONE_PROCESS)).isNull();
    }
}
