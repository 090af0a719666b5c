package dev.vmkit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The System/360 of the gallery, alone and as a guest. */
class S360GalleryTests {
    private static final Path FOLDER = Console.REPOSITORY.resolve("docs/gallery/s360");

    private final Console console = new Console(FOLDER);

    @Test
    void theOperatorWatchesTwoProgramsOfWhichOneBreaksARule() {
        Console.Shown shown = session("translate");
        assertThat(shown.text())
                .contains("SUPERVISOR READY\n", "A: PRIME 011\n", "\ncancel a\n", "\nB: PROGRAM CHECK 4.\n")
                .contains("\nB: 4,517,090,495,650,391,871,408,712,937 \n")
                .containsPattern("TURNS: A +\\d+ READY  , +B +\\d+ READY")
                .containsPattern("TURNS: A +\\d+ GONE   , +B +\\d+ GONE")
                .doesNotContain("PRIME 013");
        assertThat(shown.exitCode()).isZero();
        assertThat(session("interpret")).isEqualTo(shown);
    }

    private Console.Shown session(String engine) {
        return console.run("kit run --engine " + engine + " --hash --dialogue dialogue.yaml machine.yaml");
    }

    @Test
    void aDeckOfCardsIsListedOnBothEngines(@TempDir Path folder) throws IOException {
        for (String file : new String[] {"cards.yaml", "cards.asm", "deck.txt"}) {
            Files.copy(FOLDER.resolve(file), folder.resolve(file));
        }
        Console machine = new Console(folder);
        Console.Shown shown = machine.run("kit run --hash --engine interpret cards.yaml");
        assertThat(shown.text())
                .startsWith("CARDS READ\n\n\n001   //LIST     JOB  'EIGHTY-EIGHTY LIST' ")
                .contains("\n004   /* ");
        assertThat(Files.readString(folder.resolve("listing.txt")))
                .isEqualTo(shown.text().substring(0, shown.text().indexOf("state ")));
        assertThat(shown.exitCode()).isZero();
        assertThat(machine.run("kit run --hash --engine translate cards.yaml")).isEqualTo(shown);
    }

    @Test
    void twoSupervisorsRunInOneMachineAndDoNotKnow(@TempDir Path folder) throws IOException {
        Path input = Files.writeString(folder.resolve("input.txt"), "status\nstop\n");
        Path host = Files.writeString(
                folder.resolve("cp67.yaml"),
                Files.readString(FOLDER.resolve("cp67.yaml"))
                        .replace("big.yaml", FOLDER.resolve("big.yaml").toString())
                        .replace(
                                "machine: machine.yaml",
                                "machine: " + FOLDER.resolve("machine.yaml") + ", input: " + input));
        String alone = state(console.run("kit run --hash --input " + input + " machine.yaml"));
        Console.Shown together = console.run("kit run --hash --stats " + host);
        assertThat(together.text())
                .contains("one| SUPERVISOR READY\n", "two| SUPERVISOR READY\n", "one| stop\n", "two| stop\n")
                .contains(alone + " one\n", alone + " two\n")
                .containsPattern("instruction +LPSW/none +\\d+");
        assertThat(together.exitCode()).isZero();
    }

    private static String state(Console.Shown shown) {
        return shown.text()
                .lines()
                .filter(line -> line.startsWith("state "))
                .findFirst()
                .orElseThrow();
    }
}
