package dev.vmkit.testkit.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmkit.testkit.local.LocalSubject;
import dev.vmkit.testkit.subject.Answer;
import dev.vmkit.testkit.subject.Bits;
import dev.vmkit.testkit.subject.Question;
import dev.vmkit.testkit.subject.Subject;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A judge of strange submissions")
class StrangeSubmissionsTests {
    private static final String AGREE = "agrees: { property: { instruction: add/reg, cases: 5 } }\n";
    private static final String NEXT = "adds: { run: \"ADD R0, R0, #1\", expect: { R0: 1 } }\n";

    @TempDir
    private Path folder;

    /** What is right, but for what is done to the first answer. */
    private List<CheckResult> judge(String checks, UnaryOperator<Answer> first) {
        Classroom room = new Classroom(folder);
        var suite = room.suite(checks);
        Subject right = LocalSubject.of(room.write("handed-in/lc3.yaml", Classroom.lc3()), List.of());
        try (Judge judge = new Judge(suite, List.of());
                right) {
            Once subject = new Once(right, first);
            return judge.check(() -> subject, _ -> {});
        }
    }

    private static final class Once implements Subject {
        private final Subject right;
        private final UnaryOperator<Answer> first;
        private boolean done;

        Once(Subject right, UnaryOperator<Answer> first) {
            this.right = right;
            this.first = first;
        }

        @Override
        public Answer ask(Question question) {
            Answer answer = right.ask(question);
            boolean other = !done && question instanceof Question.Execute;
            done |= other;
            return other ? first.apply(answer) : answer;
        }

        @Override
        public void close() {
            right.close();
        }
    }

    @Test
    void refuses_files_that_no_board_has_beside_it() throws IOException {
        Classroom room = new Classroom(folder);
        room.write("handed-in/mine.yaml", "kit: 1\n");
        try (RandomAccessFile huge =
                new RandomAccessFile(room.write("handed-in/huge.asm", "").toFile(), "rw")) {
            huge.setLength((16 << 20) + 1);
        }
        var suite = room.read("""
            kit: 1
            suite: sample
            part: { machine: mine.yaml }
            checks: { runs: { board: mine.yaml, expect: { ends: halted } } }
            """);
        CheckResult result = room.judge(suite, folder.resolve("handed-in")).getFirst();
        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(result.cause().orElseThrow().rationale()).contains("the submission's files have more than 16 MiB");
    }

    @Test
    void keeps_what_came_out_when_it_does_not_come_out_again() {
        List<CheckResult> results = judge(AGREE + NEXT, answer -> {
            Answer.Executed executed = (Answer.Executed) answer;
            Map<String, Bits> values = new HashMap<>(executed.values());
            values.put("pc", new Bits(7, 16));
            return new Answer.Executed(
                    executed.ending(), executed.detail(), executed.instructions(), values, executed.changes());
        });
        assertThat(results).extracting(CheckResult::status).containsExactly(Status.FAILED, Status.PASSED);
        assertThat(results.getFirst().cause().orElseThrow().rationale())
                .contains("pc should be 0x3001 (12289), and is 7")
                .endsWith("\nanswers differ when the same is asked twice");
    }

    @Test
    void goes_on_after_an_answer_that_cannot_be_judged() {
        List<CheckResult> results = judge(AGREE + NEXT, _ -> {
            throw new IllegalStateException("a secret");
        });
        assertThat(results).extracting(CheckResult::status).containsExactly(Status.ERROR, Status.PASSED);
        assertThat(results.getFirst().cause().orElseThrow().rationale())
                .startsWith("what it sent is no answer (it ended in IllegalStateException at ")
                .doesNotContain("secret");
    }

    @Test
    void does_not_blame_them_for_this_machine() {
        Classroom room = new Classroom(folder);
        Subject.Source none = () -> {
            throw new UncheckedIOException(new IOException("no more processes"));
        };
        try (Judge judge = new Judge(room.suite(NEXT), List.of())) {
            assertThatThrownBy(() -> judge.check(none, _ -> {})).hasMessageContaining("no more processes");
            assertThatThrownBy(() -> judge.passes(none)).hasMessageContaining("no more processes");
        }
    }
}
