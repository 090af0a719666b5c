package dev.vmkit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The CP/M computer of the gallery: a person types, files are read, written and erased, programs run. */
class CpmGalleryTests {
    private static final Path GALLERY = Console.REPOSITORY.resolve("docs/gallery/cpm");

    /** Copies a file of 40 records to another one, reads that at random, and says what it found in the last record. */
    private static final String COPY = """
                .org 0x100
                ld de, from
                ld c, 15
                call 5
                ld de, to
                ld c, 22
                call 5
        next:   ld de, from
                ld c, 20
                call 5
                or a
                jr nz, end
                ld de, to
                ld c, 21
                call 5
                jr next
        end:    ld de, to
                ld c, 16
                call 5
                ld de, to
                ld c, 35
                call 5
                ld hl, (to + 33)        ; how many records
                dec hl
                ld (to + 33), hl
                ld de, to
                ld c, 33
                call 5
                ld de, 0x80
                ld c, 9
                jp 5
        from:   .byte 0
                .ascii "DATA       "
                .space 24
        to:     .byte 0
                .ascii "COPY    DAT"
                .space 24
        """;

    @TempDir
    private Path folder;

    @BeforeEach
    void makeDisk() throws IOException {
        for (String file : List.of("machine.yaml", "bios.asm", "bdos.asm", "ccp.asm")) {
            Files.copy(GALLERY.resolve(file), folder.resolve(file));
        }
        Files.writeString(folder.resolve("hello.txt"), "Good morning.\r\n");
        Files.writeString(folder.resolve("data"), "x".repeat(20_000 - 3) + "fin$");
        Files.writeString(folder.resolve("copy.asm"), COPY);
        assertThat(kit("kit image cpm -o disk.img hello.txt copy.asm data").text())
                .isEmpty();
    }

    private Console.Shown kit(String line) {
        return new Console(folder).run(line);
    }

    private List<String> typed(String engine, String... lines) {
        Console.Shown shown = kit("echo " + String.join("\r", lines) + "\rexit\r | kit run machine.yaml --instructions"
                + " 20000000 --engine " + engine);
        assertThat(shown.exitCode()).as(shown.text()).isZero();
        return shown.text()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"interpret", "translate"})
    void files_are_listed_shown_and_erased(String engine) {
        assertThat(typed(engine, "dir", "type hello.txt", "era hello.txt", "dir *.txt", "nothing"))
                .containsExactly(
                        "A>dir",
                        "HELLO   .TXT",
                        "COPY    .COM",
                        "DATA    .",
                        "A>type hello.txt",
                        "Good morning.",
                        "A>era hello.txt",
                        "A>dir *.txt",
                        "No file",
                        "A>nothing",
                        "NOTHING?",
                        "A>exit");
    }

    @Test
    void a_disk_does_not_take_the_place_of_a_file_that_is_to_be_on_it() throws IOException {
        Console.Shown refused = kit("kit image cpm -o hello.txt data ./hello.txt");
        assertThat(refused.text()).contains("the disk must go elsewhere");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(folder.resolve("hello.txt")).hasContent("Good morning.");
    }

    @Test
    void a_program_may_use_all_memory_below_the_address_at_6() throws IOException {
        Files.writeString(folder.resolve("deep.asm"), """
                    .org 0x100
                    ld hl, (6)
                    ld sp, hl
                    ld b, 8
            next:   push bc
                    djnz next
                    jp 0
            """);
        kit("kit image cpm -o disk.img deep.asm");
        assertThat(typed("interpret", "deep", "dir")).containsExactly("A>deep", "A>dir", "DEEP    .COM", "A>exit");
    }

    @Test
    void a_source_stays_one_if_that_is_asked_for() throws IOException {
        Files.writeString(folder.resolve("other.asm"), "\tORG 100H\r\n");
        kit("kit image cpm --sources -o disk.img other.asm");
        assertThat(typed("interpret", "type other.asm")).contains("ORG 100H");
    }

    @Test
    void programs_are_told_the_measures_of_the_disk_and_what_is_taken_of_it() throws IOException {
        Files.writeString(folder.resolve("blocks.asm"), """
                    .org 0x100
                    ld c, 31
                    call 5
                    ld de, 5
                    add hl, de
                    ld a, (hl)          ; the last block, 509, without its high byte
                    sub 0xFD - '*'
                    call print
                    ld c, 27
                    call 5
                    ld a, (hl)          ; directory and this program: blocks 0, 1 and 2
                    sub 0xE0 - '!'
                    call print
                    jp 0
            print:  push hl
                    ld e, a
                    ld c, 2
                    call 5
                    pop hl
                    ret
            """);
        kit("kit image cpm -o disk.img blocks.asm");
        assertThat(typed("interpret", "blocks")).contains("*!");
    }

    @ParameterizedTest
    @ValueSource(strings = {"interpret", "translate"})
    void a_program_copies_a_file_of_two_extents(String engine) {
        List<String> shown = typed(engine, "copy", "dir copy.*");
        assertThat(shown).containsSequence("A>dir copy.*", "COPY    .COM", "COPY    .DAT", "A>exit");
        assertThat(shown.get(1)).startsWith("xxx").endsWith("fin");
    }

    @Test
    void what_was_written_is_on_the_disk_when_the_machine_starts_again() {
        typed("interpret", "copy", "era data");
        assertThat(typed("interpret", "dir"))
                .containsExactly("A>dir", "HELLO   .TXT", "COPY    .COM", "COPY    .DAT", "A>exit");
    }

    private List<String> typedAt(String program, String engine, String... lines) throws IOException {
        Files.copy(GALLERY.resolve(program + ".asm"), folder.resolve(program + ".asm"));
        kit("kit image cpm -o disk.img " + program + ".asm");
        return typed(engine, lines);
    }

    @ParameterizedTest
    @ValueSource(strings = {"interpret", "translate"})
    void a_BASIC_program_is_typed_and_runs(String engine) throws IOException {
        List<String> shown = typedAt(
                "basic",
                engine,
                "basic",
                "10 for i=1 to 10 step 3",
                "30 gosub 100",
                "20 rem erased",
                "20",
                "40 next i",
                "50 if i>12 then print \"done\":end",
                "100 print i;:print \" squared is \";i*i:return",
                "list",
                "run",
                "print 7/-2, 2+3*4, (1+2)*3, 5<>5",
                "5 input a",
                "15 print a/0",
                "run",
                "-30",
                "goto 7",
                "bye");
        assertThat(shown)
                .containsSequence("A>basic", "Tiny BASIC", "OK")
                .containsSequence("list", "10 for i=1 to 10 step 3", "30 gosub 100", "40 next i")
                .containsSequence("1 squared is 1", "4 squared is 16", "7 squared is 49", "10 squared is 100", "done")
                .containsSequence("-3      14      9       0", "OK")
                .containsSequence("? -30", "Division by zero in line 15", "OK")
                .containsSequence("No such line", "OK", "bye", "A>exit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"interpret", "translate"})
    void Forth_interprets_compiles_and_tells_mistakes(String engine) throws IOException {
        List<String> shown = typedAt(
                "forth",
                engine,
                "forth",
                "2 3 + 4 * . -7 2 /mod . .",
                ": square dup * ; 7 square .",
                ": sign dup 0< if drop -1 else 0= if 0 else 1 then then ; -5 sign . 0 sign . 5 sign .",
                ": down begin dup . 1- dup 0= until drop ; 3 down",
                ": up 0 begin dup 3 < while dup . 1+ repeat drop ; up",
                ": table 4 2 do cr 3 1 do i j * . loop loop ; table",
                ": back 0 10 do i dup . 4 = if leave then -3 +loop ; back",
                ": fac dup 1 > if dup 1- recurse * then ; 7 fac .",
                ": hi .\" Hello, world\" ; hi ( no comment ) hex ff decimal .",
                "variable x 5 x ! 3 x +! x @ . 17 constant c c .",
                ".s 1 2 3 .s rot swap .s ' square execute .",
                "drop drop drop",
                "1 0 /",
                "foo",
                ": bad 1 foo",
                ": bad begin then ;",
                "then",
                ": deep recurse ; deep",
                ": full begin 1 again ; full",
                "-3000 allot",
                "bad",
                "words",
                "bye");
        assertThat(shown)
                .containsSequence("A>forth", "Forth", "2 3 + 4 * . -7 2 /mod . .", "20 -4 1 ok")
                .containsSequence(": square dup * ; 7 square .", "49 ok")
                .contains("-1 0 1 ok", "3 2 1 ok", "0 1 2 ok", "10 7 4 ok", "5040 ok", "8 17 ok")
                .containsSequence("2 4", "3 6 ok")
                .contains("Hello, world255 ok", "<0> <3> 1 2 3 <3> 2 1 3 9 ok")
                .containsSequence("drop drop drop", "DROP? Too few on the stack")
                .containsSequence("1 0 /", "/? Division by zero", "foo", "FOO? No such word")
                .containsSequence(": bad 1 foo", "FOO? No such word")
                .containsSequence(": bad begin then ;", "THEN? Something else was begun")
                .containsSequence("then", "THEN? Only in a definition")
                .containsSequence(": deep recurse ; deep", "DEEP? Too many calls")
                .containsSequence(": full begin 1 again ; full", "FULL? Too many on the stack")
                .containsSequence("-3000 allot", "ALLOT? No memory", "bad", "BAD? No such word")
                .anyMatch(line -> line.startsWith("FULL DEEP C X HI FAC BACK TABLE UP DOWN SIGN SQUARE + - * /"))
                .endsWith("bye", "A>exit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"interpret", "translate"})
    void Forth_outlives_numbers_without_room_and_words_without_end(String engine) throws IOException {
        List<String> shown = typedAt(
                "forth",
                engine,
                "forth",
                "65535 . -32768 . hex ffff . decimal 65536 .",
                "-32769",
                "5 1 : x then ;",
                ": x then ;",
                ": x 3 0 do i 1 = if leave then i . loop ; x",
                ": x leave ; x",
                ": x 3 0 do loop i ; x",
                "5 1 base ! .",
                "decimal variable v : f v @ execute ; ' f v ! f",
                ": f begin 1 >r again ; f",
                "1 2 + . bye");
        assertThat(shown)
                .contains("-1 -32768 -1 65536? Out of range")
                .containsSequence("-32769", "-32769? Out of range")
                .containsSequence("5 1 : x then ;", "THEN? Something else was begun")
                .containsSequence(": x then ;", "THEN? Something else was begun")
                .containsSequence("0 ok", ": x leave ; x", "LEAVE? Only in a loop")
                .containsSequence(": x 3 0 do loop i ; x", "I? Only in a loop")
                .containsSequence("5 1 base ! .", ".? Too many calls")
                .containsSequence("decimal variable v : f v @ execute ; ' f v ! f", "F? Too many calls")
                .containsSequence(": f begin 1 >r again ; f", "F? Too many calls", "1 2 + . bye", "3", "A>exit");
    }

    @Test
    void mistakes_in_typing_can_be_taken_back() {
        assertThat(typed("interpret", "dix\br hello.*", "all\u0015era copy.com", "dir"))
                .contains("HELLO   .TXT", "DATA    .")
                .doesNotContain("COPY    .COM", "?");
    }
}
