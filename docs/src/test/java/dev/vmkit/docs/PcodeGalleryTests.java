package dev.vmkit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The P-machine of the gallery runs what the Pascal P4 compiler made of a program. */
class PcodeGalleryTests {
    private static final Path FOLDER = Console.REPOSITORY.resolve("docs/gallery/pcode");

    @ParameterizedTest
    @ValueSource(strings = {"interpret", "translate"})
    void sixQueensCanBePlacedInFourWays(String engine) {
        Console.Shown shown = new Console(FOLDER).run("echo 9 6 | kit run --engine " + engine + " machine.yaml");
        assertThat(shown.text()).isEqualTo("""
            How many queens, 1 to 8? 1 to 8:  . Q . . . .
             . . . Q . .
             . . . . . Q
             Q . . . . .
             . . Q . . .
             . . . . Q .
            4 ways
            """);
        assertThat(shown.exitCode()).isZero();
    }
}
