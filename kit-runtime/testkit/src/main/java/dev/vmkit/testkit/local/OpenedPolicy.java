package dev.vmkit.testkit.local;

import dev.vmkit.api.Parameters;
import dev.vmkit.api.PolicyContext;
import dev.vmkit.api.SchedulerEvent;
import dev.vmkit.api.SchedulerPolicy;
import dev.vmkit.api.StateTree;
import dev.vmkit.assembly.config.Setting;
import dev.vmkit.assembly.schedule.PolicyChoice;
import dev.vmkit.assembly.schedule.PolicyResolver;
import dev.vmkit.assembly.schedule.ResolvedPolicy;
import dev.vmkit.language.device.ParameterValue;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.Text;
import dev.vmkit.layers.schedule.SeededRandom;
import dev.vmkit.machine.state.StateCodec;
import dev.vmkit.testkit.subject.Answer;
import dev.vmkit.testkit.subject.Octets;
import dev.vmkit.testkit.subject.Question;
import dev.vmkit.testkit.subject.Question.Choices;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** A scheduler policy that is told what happens, and asked what to do. */
final class OpenedPolicy implements LocalSubject.Opened {
    private final Bench bench;
    private final ResolvedPolicy resolved;
    private Optional<SchedulerPolicy> running = Optional.empty();
    private SeededRandom random = new SeededRandom(0);

    /** @throws dev.vmkit.language.text.MistakeException if the definition or a parameter has mistakes */
    OpenedPolicy(Bench bench, Choices choices) {
        this.bench = bench;
        Diagnostics mistakes = new Diagnostics();
        List<Setting> settings = choices.settings().entrySet().stream()
                .map(e -> new Setting(said(e.getKey()), said(e.getValue())))
                .toList();
        PolicyChoice choice = new PolicyChoice(said(bench.part().name()), settings, Optional.empty());
        Optional<ResolvedPolicy> found = new PolicyResolver(bench.catalog(), mistakes).resolve(choice);
        mistakes.throwIfErrors();
        this.resolved = found.orElseThrow();
    }

    private static Text said(String text) {
        return Text.synthetic("the suite", text);
    }

    @Override
    public Answer.Opened told() {
        Map<String, Long> numbers = new TreeMap<>();
        resolved.values().forEach((name, value) -> {
            if (value instanceof ParameterValue.Number number) {
                numbers.put(name, number.value());
            }
        });
        return new Answer.Opened(numbers);
    }

    @Override
    public Answer ask(Question question) {
        return switch (question) {
            case Question.Begin(int cpus, long seed) -> begin(cpus, seed);
            case Question.Pick(List<SchedulerEvent> before, int cpu, long now) ->
                new Answer.Decided(told(before).pick(cpu, now));
            case Question.Preempts p -> new Answer.Told(told(p.before()).preempts(p.candidate(), p.running(), p.now()));
            case Question.Save(List<SchedulerEvent> before) ->
                new Answer.Saved(written(told(before).save()));
            case Question.Load(Octets state) -> load(state);
            default -> bench.common(question);
        };
    }

    private SchedulerPolicy told(List<SchedulerEvent> events) {
        SchedulerPolicy policy = running.orElseThrow(() -> new IllegalStateException("no policy was begun"));
        events.forEach(policy::on);
        return policy;
    }

    private Answer begin(int cpus, long seed) {
        SeededRandom numbers = new SeededRandom(seed);
        SchedulerPolicy policy = resolved.create();
        policy.start(new Context(cpus, resolved.parameters(), numbers));
        random = numbers;
        running = Optional.of(policy);
        return new Answer.Done();
    }

    /** What it is given; what it says for a chart's margin is not kept. */
    private record Context(int cpus, Parameters parameters, RandomGenerator random) implements PolicyContext {
        @Override
        public void note(String text) {}
    }

    /** Its state, and where its random numbers stand. */
    private Octets written(StateTree state) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            StateCodec.write(StateTree.EMPTY.with("policy", state).with("random", random.state()), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Octets(out.toByteArray());
    }

    private Answer load(Octets written) {
        try {
            StateTree state = StateCodec.read(new ByteArrayInputStream(written.bytes()));
            told(List.of()).load(state.tree("policy"));
            random.moveTo(state.number("random"));
            return new Answer.Done();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        bench.close();
    }
}
