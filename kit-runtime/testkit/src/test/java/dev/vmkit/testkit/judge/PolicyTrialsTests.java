package dev.vmkit.testkit.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.api.Parameters;
import dev.vmkit.api.PolicyContext;
import dev.vmkit.api.SchedulerPolicy;
import dev.vmkit.api.TaskInfo;
import dev.vmkit.api.TaskPolicy;
import dev.vmkit.machine.state.StateCodec;
import dev.vmkit.testkit.policy.PolicyTrial;
import dev.vmkit.testkit.subject.Answer;
import dev.vmkit.testkit.subject.Octets;
import dev.vmkit.testkit.subject.Question;
import dev.vmkit.testkit.subject.Subject;
import dev.vmkit.testkit.suite.Suite;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A judge of policies")
class PolicyTrialsTests {
    @TempDir
    private Path folder;

    /** Turns of four; {@code upset} throws at its third decision. */
    private static final class Turns extends TaskPolicy<TaskPolicy.Task> {
        private final boolean upset;
        private int decisions;

        Turns(boolean upset) {
            this.upset = upset;
        }

        @Override
        public void start(PolicyContext context) {}

        @Override
        protected Task task(TaskInfo info) {
            return new Task(info);
        }

        @Override
        protected Decision decide(int cpu, long now) {
            if (upset && ++decisions == 3) {
                throw new IllegalStateException("I have lost count");
            }
            return run(waiting(cpu).findFirst(), 4);
        }
    }

    /** A process that has a policy, without the process. */
    private static final class Elsewhere implements Subject {
        private final Supplier<SchedulerPolicy> make;
        private SchedulerPolicy policy;

        Elsewhere(Supplier<SchedulerPolicy> make) {
            this.make = make;
            this.policy = make.get();
        }

        @Override
        public Answer ask(Question question) {
            try {
                return answer(question);
            } catch (IllegalStateException thrown) {
                return new Answer.Failed("plugin turns", thrown.toString());
            }
        }

        private Answer answer(Question question) {
            return switch (question) {
                case Question.Open _ -> new Answer.Opened(Map.of());
                case Question.Begin(int cpus, long _) -> {
                    policy = make.get();
                    policy.start(new Context(cpus));
                    yield new Answer.Done();
                }
                case Question.Pick(var before, int cpu, long now) -> {
                    before.forEach(policy::on);
                    yield new Answer.Decided(policy.pick(cpu, now));
                }
                case Question.Preempts p -> {
                    p.before().forEach(policy::on);
                    yield new Answer.Told(policy.preempts(p.candidate(), p.running(), p.now()));
                }
                case Question.Save(var before) -> {
                    before.forEach(policy::on);
                    yield new Answer.Saved(saved());
                }
                case Question.Load(Octets state) -> {
                    load(state);
                    yield new Answer.Done();
                }
                default -> new Answer.Lost(Answer.Loss.PROTOCOL, "");
            };
        }

        private Octets saved() {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try {
                StateCodec.write(policy.save(), out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return new Octets(out.toByteArray());
        }

        private void load(Octets state) {
            try {
                policy.load(StateCodec.read(new ByteArrayInputStream(state.bytes())));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {}
    }

    private record Context(int cpus) implements PolicyContext {
        @Override
        public Parameters parameters() {
            return PolicyTrial.of(Map.of());
        }

        @Override
        public RandomGenerator random() {
            return new java.util.SplittableRandom(1);
        }

        @Override
        public void note(String text) {}
    }

    private List<CheckResult> judge(Supplier<SchedulerPolicy> make) {
        Classroom room = new Classroom(folder);
        room.write("two.yaml", "kit: 1\nworkload: two\njobs: { a: { runs: 6 }, b: { runs: 3 } }\n");
        room.write("two.txt", "0 cpu0 a 4\n4 cpu0 b 3\n7 cpu0 a 2\n");
        Suite suite = room.read("""
            kit: 1
            suite: s
            part: { policy: turns }
            checks:
              keeps the laws: { laws: general, workloads: 10 }
              takes turns of four: { workload: two.yaml, golden: two.txt }
            """);
        try (Judge judge = new Judge(suite, List.of())) {
            return judge.check(() -> new Elsewhere(make), _ -> {});
        }
    }

    @Test
    void sees_that_turns_keep_the_laws_and_the_golden_schedule() {
        assertThat(judge(() -> new Turns(false)))
                .allSatisfy(result -> assertThat(result.cause()).isEmpty());
    }

    @Test
    void shows_what_a_policy_threw_and_when() {
        List<CheckResult> results = judge(() -> new Turns(true));
        assertThat(results).extracting(CheckResult::status).containsOnly(Status.FAILED);
        assertThat(results.getLast().cause().orElseThrow().rationale()).contains("at time 7", "I have lost count");
    }
}
