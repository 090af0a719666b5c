package dev.vmkit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The PDP-11 of the gallery: two programs take turns, and what is typed is shown between what they print. */
class Pdp11GalleryTests {
    private static final Path GALLERY = Console.REPOSITORY.resolve("docs/gallery/pdp11");
    private static final Console CONSOLE = new Console(GALLERY);

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
    void paper_tape_is_copied_in_capitals_and_counted_by_the_lamps_on_both_engines(@TempDir Path folder)
            throws IOException {
        for (String file : new String[] {"tape.yaml", "tape.asm", "tape.txt"}) {
            Files.copy(GALLERY.resolve(file), folder.resolve(file));
        }
        Console console = new Console(folder);
        Console.Shown interpreted = console.run("kit run --hash --engine interpret tape.yaml");
        assertThat(interpreted.text()).contains(". ... ... ... .*. .**\n", "state ");
        assertThat(folder.resolve("punched.txt")).hasContent("EIGHT HOLES A ROW.");
        assertThat(console.run("kit run --hash --engine translate tape.yaml")).isEqualTo(interpreted);
        assertThat(folder.resolve("punched.txt")).hasContent("EIGHT HOLES A ROW.");
        console.run("kit run --instructions 150000 --screenshot panel.png tape.yaml");
        assertThat(folder.resolve("panel.png")).hasSameBinaryContentAs(GALLERY.resolve("panel.png"));
    }

    @Test
    void its_files_have_no_mistakes() {
        assertThat(CONSOLE.run("kit asm -i pdp11 boot.asm").exitCode()).isZero();
        assertThat(CONSOLE.run("kit check unix.yaml").text()).contains("v6.rk05");
    }
}
