package dev.vmkit.testkit.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.testkit.subject.Answer;
import dev.vmkit.testkit.subject.Bits;
import dev.vmkit.testkit.subject.Cell;
import dev.vmkit.testkit.subject.Code;
import dev.vmkit.testkit.subject.Ending;
import dev.vmkit.testkit.subject.Question;
import dev.vmkit.testkit.subject.Question.Choices;
import dev.vmkit.testkit.subject.Question.Kind;
import dev.vmkit.testkit.subject.Start;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A definition that is asked in this process")
class LocalSubjectTests {
    @TempDir
    private Path folder;

    private LocalSubject subject;

    @BeforeEach
    void open() throws IOException {
        Path definition = folder.resolve("lc3.yaml");
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("/isa/lc3.yaml"))) {
            Files.copy(in, definition);
        }
        subject = LocalSubject.of(definition, List.of());
        assertThat(subject.ask(new Question.Open(Kind.ISA, "lc3", Choices.NONE)))
                .isInstanceOf(Answer.Opened.class);
    }

    @AfterEach
    void close() {
        subject.close();
    }

    private Answer execute(String source, Map<String, Long> given, String... wanted) {
        Start start = new Start(given, List.of(new Cell("mem", 0x4000, 7)));
        return subject.ask(new Question.Execute(new Code.Source(source, 0x3000), start, 100, false, List.of(wanted)));
    }

    @Test
    void executes_lines_until_they_are_left_and_tells_what_is_wanted() {
        assertThat(execute("ADD R0, R1, R2", Map.of("R1", 2L, "R2", -3L), "R0", "N", "psr.Z", "pc", "R9"))
                .isEqualTo(new Answer.Executed(
                        Ending.LEFT,
                        "",
                        1,
                        Map.of(
                                "R0", new Bits(0xFFFF, 16),
                                "N", new Bits(1, 1),
                                "psr.Z", new Bits(0, 1),
                                "pc", new Bits(0x3001, 16)),
                        List.of()));
    }

    @Test
    void tells_which_memory_changed() {
        assertThat(execute("STR R1, R2, #1", Map.of("R1", 5L, "R2", 0x4000L), "mem[0x4000]"))
                .isEqualTo(new Answer.Executed(
                        Ending.LEFT,
                        "",
                        1,
                        Map.of("mem[0x4000]", new Bits(7, 16)),
                        List.of(new Cell("mem", 0x4001, 5))));
    }

    @Test
    void ends_what_does_not_end_by_itself() {
        assertThat(execute("again: BRnzp again", Map.of()))
                .isEqualTo(new Answer.Executed(Ending.LIMIT, "", 100, Map.of(), List.of()));
    }

    @Test
    void shows_where_lines_are_wrong() {
        assertThat(execute("ADD R0, R1, #99", Map.of()))
                .isInstanceOfSatisfying(
                        Answer.Mistaken.class,
                        mistaken -> assertThat(mistaken.mistakes())
                                .singleElement()
                                .satisfies(mistake -> {
                                    assertThat(mistake.place()).isEqualTo("run:1:13");
                                    assertThat(mistake.shown()).contains("^^^");
                                }));
    }

    @Test
    void says_what_it_has_in_place_of_a_register_that_it_has_not() {
        assertThat(execute("ADD R0, R1, R2", Map.of("R8", 1L)))
                .isInstanceOfSatisfying(
                        Answer.Mistaken.class,
                        mistaken -> assertThat(mistaken.mistakes().getFirst().message())
                                .isEqualTo("the definition has no 'R8'"));
    }

    @Test
    void begins_every_time_from_reset() {
        execute("AND R0, R0, #0\nADD R0, R0, #9\nSTI R0, 0x3005", Map.of());
        assertThat(execute("ADD R0, R0, #0", Map.of(), "R0"))
                .isEqualTo(new Answer.Executed(Ending.LEFT, "", 1, Map.of("R0", new Bits(0, 16)), List.of()));
    }

    @Test
    void assembles_and_disassembles() {
        assertThat(subject.ask(new Question.Disassemble(List.of(List.of(0x1042L), List.of(0xD000L)), 0x3000)))
                .isEqualTo(new Answer.Disassembled(List.of("ADD R0, R1, R2", "")));
        assertThat(subject.ask(new Question.Assemble("ADD R0, R1, R2", 0x3000)))
                .isInstanceOfSatisfying(
                        Answer.Assembled.class,
                        a -> assertThat(a.segments())
                                .containsExactly(new Answer.Segment("mem", 0x3000, List.of(0x1042L))));
    }

    @Test
    void that_is_not_there_is_a_mistake_of_the_submission() {
        try (LocalSubject other = LocalSubject.of(folder, List.of())) {
            assertThat(other.ask(new Question.Open(Kind.ISA, "lc2", Choices.NONE)))
                    .isInstanceOfSatisfying(
                            Answer.Mistaken.class,
                            mistaken -> assertThat(
                                            mistaken.mistakes().getFirst().shown())
                                    .contains("the submission offers no isa 'lc2'"));
        }
    }
}
