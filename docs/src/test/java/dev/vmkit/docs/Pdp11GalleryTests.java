package dev.vmkit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The PDP-11 of the gallery: two programs take turns, and what is typed is shown between what they print. */
class Pdp11GalleryTests {
    private static final Console CONSOLE = new Console(Console.REPOSITORY.resolve("docs/gallery/pdp11"));

    @Test
    void its_kernel_reads_the_disk_and_runs_two_programs_by_turns() {
        Console.Shown interpreted = runs("interpret");
        assertThat(interpreted.text())
                .startsWith("This text lies on the disk.")
                .contains("AAAAbbbbAAAA", "[h]", "[i]", "state ");
        assertThat(interpreted.text().chars().filter(c -> c == 'A')).hasSize(20);
        assertThat(interpreted.exitCode()).isZero();
        assertThat(runs("translate")).isEqualTo(interpreted);
    }

    private static Console.Shown runs(String engine) {
        return CONSOLE.run("echo hi | kit run --hash --engine " + engine + " machine.yaml");
    }

    @Test
    void its_files_have_no_mistakes() {
        assertThat(CONSOLE.run("kit asm -i pdp11 boot.asm").exitCode()).isZero();
        assertThat(CONSOLE.run("kit check unix.yaml").text()).contains("v6.rk05");
    }
}
