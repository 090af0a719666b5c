package dev.vmkit.testkit.judge;

import dev.vmkit.api.PolicyContext;
import dev.vmkit.api.SchedulerEvent;
import dev.vmkit.api.SchedulerPolicy;
import dev.vmkit.api.StateTree;
import dev.vmkit.api.TaskInfo;
import dev.vmkit.machine.state.StateCodec;
import dev.vmkit.testkit.subject.Answer;
import dev.vmkit.testkit.subject.Octets;
import dev.vmkit.testkit.subject.Question;
import dev.vmkit.testkit.subject.Subject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A policy under test, as a simulation here sees it: the simulation knows what comes, the policy is told what has come. It
 * is begun when something is first asked of it; a policy begun later takes its place.
 */
final class AskedPolicy implements SchedulerPolicy {
    private final Subject subject;
    private final long seed;
    private final Asked asked;
    private final List<SchedulerEvent> untold = new ArrayList<>();
    private int cpus = 1;
    private boolean begun;

    /** Remembers which policy was begun last, and what was not answered. */
    static final class Asked {
        private Optional<AskedPolicy> current = Optional.empty();
        private Optional<Unanswered> missing = Optional.empty();

        /** Throws what was not answered, if anything was not. */
        void throwIfLost() {
            missing.filter(Unanswered::isLost).ifPresent(lost -> {
                throw lost;
            });
        }
    }

    AskedPolicy(Subject subject, long seed, Asked asked) {
        this.subject = subject;
        this.seed = seed;
        this.asked = asked;
    }

    @Override
    public void start(PolicyContext context) {
        cpus = context.cpus();
    }

    @Override
    public void on(SchedulerEvent event) {
        untold.add(event);
    }

    private List<SchedulerEvent> news() {
        List<SchedulerEvent> news = List.copyOf(untold);
        untold.clear();
        return news;
    }

    @Override
    public Decision pick(int cpu, long now) {
        return ask(Answer.Decided.class, new Question.Pick(news(), cpu, now)).decision();
    }

    @Override
    public boolean preempts(TaskInfo candidate, TaskInfo running, long now) {
        return ask(Answer.Told.class, new Question.Preempts(news(), candidate, running, now))
                .yes();
    }

    @Override
    public StateTree save() {
        Octets state = ask(Answer.Saved.class, new Question.Save(news())).state();
        try {
            return StateCodec.read(new ByteArrayInputStream(state.bytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void load(StateTree state) {
        untold.clear();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            StateCodec.write(state, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ask(Answer.Done.class, new Question.Load(new Octets(out.toByteArray())));
    }

    private <A extends Answer> A ask(Class<A> kind, Question question) {
        asked.throwIfLost();
        try {
            if (!begun) {
                begun = true;
                asked.current = Optional.of(this);
                Unanswered.require(Answer.Done.class, subject.ask(new Question.Begin(cpus, seed)));
            }
            if (asked.current.filter(policy -> policy == this).isEmpty()) {
                throw new IllegalStateException("another policy was begun since");
            }
            return Unanswered.require(kind, subject.ask(question));
        } catch (Unanswered unanswered) {
            asked.missing = Optional.of(unanswered);
            throw unanswered;
        }
    }
}
