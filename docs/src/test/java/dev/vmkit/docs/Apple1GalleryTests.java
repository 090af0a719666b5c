package dev.vmkit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page of the gallery's Apple-1 says one can do with it. */
@DisplayName("At the gallery's Apple-1")
class Apple1GalleryTests {
    private static final Path MACHINE = Console.REPOSITORY.resolve("docs/gallery/apple-1");
    private static final Path PICTURE = MACHINE.resolve("digits.png");

    @TempDir
    private Path folder;

    @BeforeEach
    void copyTheMachine() throws IOException {
        for (String file : new String[] {"machine.yaml", "monitor.asm", "basic.asm"}) {
            Files.copy(MACHINE.resolve(file), folder.resolve(file));
        }
    }

    private Console.Shown typing(String keys, String options) throws IOException {
        Files.writeString(folder.resolve("keys"), keys);
        return new Console(folder).run("kit run --input keys " + options + " machine.yaml");
    }

    @Test
    void the_monitor_shows_memory_changes_it_and_runs_it() throws IOException {
        String text = typing("FF02\n300: A9 C1 20 6 FE 4C 0 FE\n300.307\nQ\n300R\n", "")
                .text();
        assertThat(text).contains("\n0300: A9 C1 20 06 FE 4C 00 FE\n").contains("300R\n\n0300: A9A\\\n");
    }

    @Test
    void a_typed_program_is_listed_and_runs_and_mistakes_are_told() throws IOException {
        String keys = """
            e000r
            10 input n
            20 f=1: for i=1 to n: f=f*i: next i
            30 print n;"! = ";f
            40 if n<7 then 60
            50 end
            60 gosub 100: goto 10
            100 print "again": return
            20
            20 f=1: for i=1 to n: f=f*i: next i
            list
            run
            3
            7
            print -7/2, 7-10, 2*(3+4), 3>2, 3<=2, abs(-5)
            print 1/0
            goto 7
            70 next
            run
            8
            goto 70
            bye
            """;
        Console.Shown shown = typing(keys, "--hash");
        assertThat(shown.text())
                .contains("TINY BASIC\n>10 INPUT N\n")
                .contains(">LIST\n10 INPUT N\n20 F=1: FOR I=1 TO N: F=F*I: NEXT I\n30 PRINT")
                .contains(">RUN\n? 3\n3! = 6\nAGAIN\n? 7\n7! = 5040\n>")
                .contains("-3 -3 14 1 0 5\n")
                .contains("?DIVISION BY 0\n", "?NO LINE\n", "?SYNTAX IN 70\n", ">BYE\n\\\n");
        assertThat(typing(keys, "--hash --engine interpret").text()).isEqualTo(shown.text());
    }

    @Test
    void lights_are_added_by_a_line_each_and_seen() throws IOException {
        Path machine = folder.resolve("machine.yaml");
        Files.writeString(
                machine,
                Files.readString(machine)
                        .replace("console:", "  digits: { model: seven-segment, at: 0xD002 }\nconsole:"));
        typing("E000R\nPOKE 53250,18: POKE 53251,171\n", "--instructions 2500000 --screenshot digits.png");
        if (Boolean.getBoolean("approve")) {
            Files.copy(folder.resolve("digits.png"), PICTURE, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        assertThat(folder.resolve("digits.png")).hasSameBinaryContentAs(PICTURE);
    }
}
