package dev.vmkit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource({
        "cpu 0o60 level 9,   'the processor has levels 0 to 7, not 9'",
        "cpu 50 level 4,     'the processor has inputs 0 to 508 in steps of 4, not 50'",
        "cpu 0o60,           'which level the interrupt has must be said: the processor has levels 0 to 7'",
        "cpu 0o6000 level 4, 'the processor has inputs 0 to 0o774 in steps of 4, not 0o6000'",
        "cpu 0o62 level 4,   'the processor has inputs 0 to 0o774 in steps of 4, not 0o62'"
    })
    void interrupts_that_its_bus_has_not_are_refused(String interrupt, String message, @TempDir Path folder)
            throws IOException {
        Files.writeString(folder.resolve("board.yaml"), """
            kit: 1
            machine: board
            cpu: { isa: pdp11 }
            memory: { core: { space: unibus, from: 0, to: 0o757777 } }
            devices:
              console: { model: kl11, space: unibus, at: 0o777560, interrupts: { keyboard: %s } }
            """.formatted(interrupt));
        Console.Shown refused = new Console(folder).run("kit check board.yaml");
        assertThat(refused.text()).contains("K110", "board.yaml:6:", message);
        assertThat(refused.exitCode()).isNotZero();
    }

    @Test
    void its_files_have_no_mistakes() {
        assertThat(CONSOLE.run("kit asm -i pdp11 boot.asm").exitCode()).isZero();
        assertThat(CONSOLE.run("kit check unix.yaml").text()).contains("v6.rk05");
    }
}
