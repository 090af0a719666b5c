package dev.vmkit.tools.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/** Times become medians, ratios and their spread, in a table, in JSON and in a picture. */
class ReportTests {
    private static final Host HOST = new Host("a processor", 2, "a system", "a JVM", Optional.of("a QEMU"));

    private static Series series(String name, double... seconds) {
        Contender contender = name.equals(Contender.QEMU) ? new Contender.Qemu() : new Contender.Engine(name);
        return new Series(
                contender, Arrays.stream(seconds).mapToObj(ReportTests::run).toList());
    }

    private static Measurement run(double seconds) {
        return new Measurement(
                seconds,
                OptionalDouble.of(seconds / 2),
                OptionalLong.of(3_000_000_000L),
                OptionalLong.of(64 << 20),
                "sum");
    }

    private static KernelReport kernel(String name, Group group, Series one, Series... reference) {
        Kernel kernel = new Kernel(name, group, "", 1, new VirtBoard("none"));
        return new KernelReport(
                kernel, 1, List.of(one), Arrays.stream(reference).findFirst());
    }

    private static Report report() {
        return new Report(
                HOST,
                3,
                List.of(
                        kernel("fast", Group.BARE, series("auto", 2, 1, 3), series("qemu", 4, 4, 4)),
                        kernel("slow", Group.BARE, series("auto", 8, 8, 8), series("qemu", 4, 4, 2)),
                        kernel("lonely", Group.STUDENT, series("interpret", 6, 5, 7))));
    }

    @Test
    void theMedianOfAnEvenNumberLiesBetweenTheMiddleTwo() {
        assertThat(Series.median(4, 1, 2, 100)).isEqualTo(3);
        assertThat(Series.median(4, 1, 100)).isEqualTo(4);
    }

    @Test
    void ratiosAreThoseOfMediansAndTheirSpreadThatOfTurns() {
        Ratio ratio = Ratio.of(series("auto", 2, 1, 3), series("qemu", 4, 4, 2), Measurement::seconds);
        assertThat(ratio).isEqualTo(new Ratio(0.5, 0.25, 1.5));
        assertThat(Ratio.mean(List.of(new Ratio(0.5, 0, 0), new Ratio(2, 0, 0))))
                .isCloseTo(1, within(1e-9));
    }

    @Test
    void bothGroupsOnBareMetalHaveOneMeanToo() {
        Report both = new Report(
                HOST,
                1,
                List.of(
                        kernel("whole", Group.BARE, series("auto", 4), series("qemu", 4)),
                        kernel("real", Group.DOUBLES, series("auto", 1), series("qemu", 4))));
        assertThat(new ResultTable(both).sections().getLast().means())
                .containsExactly("both groups on bare metal, geometric mean of auto: 0.50, 2.00 times as fast");
    }

    @Test
    void theTableShowsAGroupAfterTheOther() {
        List<ResultTable.Section> sections = new ResultTable(report()).sections();
        assertThat(sections).hasSize(2);
        assertThat(sections.getFirst().title())
                .isEqualTo("RV64 on bare metal, integers: whole processes, median of 3 runs");
        assertThat(sections.getFirst().rows())
                .containsExactly(
                        List.of(
                                "kernel",
                                "engine",
                                "seconds",
                                "instructions",
                                "M/s",
                                "MiB",
                                "qemu s",
                                "qemu MiB",
                                "ratio",
                                "lowest..highest"),
                        List.of(
                                "fast",
                                "auto",
                                "2.00",
                                "3,000,000,000",
                                "1500",
                                "64",
                                "4.00",
                                "64",
                                "0.50",
                                "0.25..0.75"),
                        List.of(
                                "slow",
                                "auto",
                                "8.00",
                                "3,000,000,000",
                                "375",
                                "64",
                                "4.00",
                                "64",
                                "2.00",
                                "2.00..4.00"));
        assertThat(sections.getFirst().means()).containsExactly("geometric mean of auto: 1.00, 1.00 times as fast");
    }

    @Test
    void whereNothingIsComparedTheTimeIsThatInsideTheMachine() {
        ResultTable.Section section = new ResultTable(report()).sections().getLast();
        assertThat(section.rows())
                .containsExactly(
                        List.of("kernel", "engine", "seconds", "instructions", "M/s", "MiB"),
                        List.of("lonely", "interpret", "3.00", "3,000,000,000", "1000", "64"));
        assertThat(section.means()).isEmpty();
    }

    @Test
    void theJsonHoldsEveryRun() {
        assertThat(new ResultJson(report()).json().write())
                .contains(
                        "\"kernel\":\"fast\"",
                        "\"seconds\":[2.0000,1.0000,3.0000]",
                        "\"ratio\":0.5000",
                        "\"peakBytes\":67108864");
    }

    @Test
    void thePictureHasABarForEachRatio() throws Exception {
        String svg = new ResultPlot(report()).svg();
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        assertThat(document.getElementsByTagName("rect").getLength())
                .as("the ground and two bars")
                .isEqualTo(3);
        assertThat(svg)
                .contains(">fast, auto<", ">0.50<", ">slow, auto<", ">2.00<")
                .doesNotContain("lonely");
    }
}
