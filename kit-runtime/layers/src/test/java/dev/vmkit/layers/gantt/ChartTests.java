package dev.vmkit.layers.gantt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmkit.api.TaskInfo;
import dev.vmkit.layers.schedule.NoParameters;
import dev.vmkit.layers.schedule.PolicySetup;
import dev.vmkit.layers.schedule.TakingTurns;
import dev.vmkit.layers.simulate.History;
import dev.vmkit.layers.simulate.Job;
import dev.vmkit.layers.simulate.Pause;
import dev.vmkit.layers.simulate.Simulator;
import dev.vmkit.layers.simulate.Workload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ChartTests {

    @Test
    void aColumnIsAUnitWhereThereIsRoom() {
        assertThat(TextChart.of(history(12), 60)).isEqualTo("""
                      0         10
              <long>  ####...########
              disk    ....###----....###
            """);
    }

    @Test
    void aColumnIsARoundNumberOfUnitsWhereThereIsNot() {
        assertThat(TextChart.of(history(120), 40).lines().toList())
                .hasSize(3)
                .first()
                .isEqualTo("          0         100");
    }

    @Test
    void stintsAreListedExactly() {
        assertThat(TextChart.stints(history(12))).isEqualTo("""
            0 cpu0 <long> 4
            4 cpu0 disk 3
            7 cpu0 <long> 8
            15 cpu0 disk 3
            """);
    }

    @Test
    void anSvgHoldsTheNamesWithoutTheirMeaningToBrowsers() {
        String svg = SvgChart.of(Scene.of(List.of(history(12))));

        assertThat(svg)
                .startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 960 98\"")
                .contains(">&lt;long&gt;</text>", ">turns: two, one processor</text>")
                .doesNotContain("<long>")
                .endsWith("</svg>\n");
    }

    @Test
    void aPngShowsWhoRunsInTheSamePlaces() throws IOException {
        Scene scene = Scene.of(List.of(history(12)));
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(PngChart.of(scene)));

        assertThat(image.getWidth()).isEqualTo(2 * scene.width());
        assertThat(image.getHeight()).isEqualTo(2 * scene.height());
        assertThat(image.getRGB(2 * 140, 2 * 53) & 0xFFFFFF).isEqualTo(0x33658a);
        assertThat(image.getRGB(2 * 10, 2 * 95) & 0xFFFFFF).isEqualTo(0xffffff);
    }

    @Test
    void aPictureThatWouldFillMemoryIsRefused() {
        List<History> many = IntStream.range(0, 200).mapToObj(_ -> history(12)).toList();

        assertThatThrownBy(() -> PngChart.of(Scene.of(many)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("SVG has no such limit");
    }

    private static History history(long length) {
        Job job = Job.of(TaskInfo.of(1, "<long>"), 0, length);
        Job disk = Job.of(TaskInfo.of(2, "disk"), 0, length / 2).pausing(3, new Pause.Wait(4));
        Workload workload = Workload.of("two", List.of(job, disk));
        return Simulator.run(workload, new TakingTurns(), new PolicySetup("turns", 1, new NoParameters(), 1));
    }
}
