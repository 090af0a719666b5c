package dev.vmkit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The PDP-11 of the gallery: two programs take turns, and what is typed is shown between what they print. */
class Pdp11GalleryTests {
    private static final Console CONSOLE = new Console(Console.REPOSITORY.resolve("docs/gallery/pdp11"));
    private static final String STATE = "state b95a9a6d8b151fa19f52b7fa211076b5b3900055d20a21193f7b20e2ae7a8743";

    @ParameterizedTest
    @ValueSource(strings = {"interpret", "translate"})
    void its_kernel_reads_the_disk_and_runs_two_programs_by_turns(String engine) {
        Console.Shown shown = CONSOLE.run("echo hi | kit run --hash --engine " + engine + " machine.yaml");
        assertThat(shown.text())
                .startsWith("This text lies on the disk.")
                .contains("AAAAbbbbAAAA", "[h]", "[i]", STATE);
        assertThat(shown.text().chars().filter(c -> c == 'A')).hasSize(20);
        assertThat(shown.exitCode()).isZero();
    }

    @Test
    void its_files_have_no_mistakes() {
        assertThat(CONSOLE.run("kit asm -i pdp11 boot.asm").exitCode()).isZero();
        assertThat(CONSOLE.run("kit check unix.yaml").text()).contains("v6.rk05");
    }
}
