package dev.vmkit.testkit.judge;

import dev.vmkit.language.codec.Decoding;
import dev.vmkit.language.codec.Disassembler;
import dev.vmkit.language.codec.Encoder;
import dev.vmkit.language.codec.OperandDomain;
import dev.vmkit.language.codec.Symbols;
import dev.vmkit.language.ir.Instruction;
import dev.vmkit.testkit.subject.Answer;
import dev.vmkit.testkit.subject.Code;
import dev.vmkit.testkit.subject.Question;
import dev.vmkit.testkit.subject.Start;
import dev.vmkit.testkit.subject.Subject;
import dev.vmkit.testkit.suite.PartUnderTest;
import dev.vmkit.testkit.suite.Trial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Executes random instructions from random states, which must do what those of a reference do. */
final class PropertyTrial {
    private static final int OPERANDS = 64;
    private static final int MOST_OPERANDS = 1 << 14;
    private static final int MOST_NAMED = 8;

    private final Trial.Property property;
    private final Reference reference;
    private final Replays replays;
    private final Encoder encoder;
    private final Disassembler disassembler;
    private final RandomStates states;

    PropertyTrial(Trial.Property property, Reference reference, PartUnderTest part) {
        this.property = property;
        this.reference = reference;
        var memory = reference.isa().model().fetch();
        this.replays = new Replays(part, memory.unit(), memory.addressWidth());
        this.encoder = Encoder.of(reference.isa());
        this.disassembler = Disassembler.of(reference.isa());
        this.states = new RandomStates(reference.isa());
    }

    /** An instruction and where it starts from. */
    record Attempt(Instruction instruction, long[] operands, Start start) {
        Attempt from(Start other) {
            return new Attempt(instruction, operands, other);
        }
    }

    /** An attempt that did not come out, and how. */
    record Failure(Attempt attempt, List<Miss> misses) {}

    /** Whether it holds, and no more. */
    boolean holds(Subject subject) {
        return reference.forms(property.instructions()).stream()
                .allMatch(form -> failing(form, subject).isEmpty());
    }

    Finding look(Subject subject) {
        List<Instruction> forms = reference.forms(property.instructions());
        List<Instruction> wrong = new ArrayList<>();
        Optional<Failure> first = Optional.empty();
        for (Instruction form : forms) {
            Optional<Failure> failing = failing(form, subject);
            failing.ifPresent(_ -> wrong.add(form));
            first = first.or(() -> failing);
        }
        return first.map(failure -> finding(failure, wrong, forms.size(), subject))
                .orElse(Finding.PASSED);
    }

    private Optional<Failure> failing(Instruction form, Subject subject) {
        List<long[]> operands = OperandDomain.of(reference.isa(), form)
                .values(OPERANDS, property.seed())
                .limit(MOST_OPERANDS)
                .toList();
        SplittableRandom random =
                new SplittableRandom(property.seed() ^ form.id().hashCode());
        for (int i = 0; i < property.cases() && !operands.isEmpty(); i++) {
            long[] chosen = operands.get(random.nextInt(operands.size()));
            Optional<Failure> failure = failure(new Attempt(form, chosen, states.draw(random.nextLong())), subject);
            if (failure.isPresent()) {
                return failure;
            }
        }
        return Optional.empty();
    }

    private Optional<Failure> failure(Attempt attempt, Subject subject) {
        List<Miss> misses = misses(attempt, subject);
        return misses.isEmpty() ? Optional.empty() : Optional.of(new Failure(attempt, misses));
    }

    private List<Miss> misses(Attempt attempt, Subject subject) {
        Question question = question(attempt);
        Answer.Executed expected =
                Unanswered.require(Answer.Executed.class, reference.subject().ask(question));
        Answer.Executed actual = Unanswered.require(Answer.Executed.class, subject.ask(question));
        return new Agreement(expected, actual).misses();
    }

    private Question question(Attempt attempt) {
        List<Long> units = Arrays.stream(encoder.encode(attempt.instruction, attempt.operands))
                .boxed()
                .toList();
        return new Question.Execute(
                new Code.Units(units, ExampleTrial.ORIGIN), attempt.start, 1, false, states.names());
    }

    private Finding finding(Failure failure, List<Instruction> wrong, int all, Subject subject) {
        Failure shrunk = new StartShrinking(failure, attempt -> failure(attempt, subject)).shrink();
        Attempt smallest = shrunk.attempt;
        boolean steady = misses(smallest, subject).equals(shrunk.misses);
        String others = others(wrong) + (steady ? "" : "\nanswers differ when the same is asked twice");
        Cause cause = Miss.cause(words(smallest), shrunk.misses);
        Cause named =
                new Cause(cause.rationale() + others, cause.expected(), cause.actual(), smallest.instruction.id());
        Optional<Replay> replay = replays.of("  " + line(smallest), ExampleTrial.ORIGIN, smallest.start, 1);
        return Finding.failed(1 - (double) wrong.size() / all, named).with(replay);
    }

    private static String others(List<Instruction> wrong) {
        List<String> names = wrong.stream().skip(1).map(Instruction::id).toList();
        if (names.isEmpty()) {
            return "";
        }
        String more = names.size() > MOST_NAMED ? ", ..." : "";
        return "\nalso wrong: "
                + String.join(", ", names.stream().limit(MOST_NAMED).toList()) + more;
    }

    private String words(Attempt attempt) {
        StringBuilder words = new StringBuilder("after ").append(line(attempt));
        String separator = " with ";
        for (var value : attempt.start.values().entrySet()) {
            words.append(separator).append(value.getKey()).append(" = 0x").append(Long.toHexString(value.getValue()));
            separator = ", ";
        }
        for (var cell : attempt.start.cells()) {
            words.append(separator).append("%s[0x%x] = 0x%x".formatted(cell.space(), cell.address(), cell.value()));
            separator = ", ";
        }
        return words.append(": ").toString();
    }

    private String line(Attempt attempt) {
        int size = encoder.size(attempt.instruction, attempt.operands);
        return disassembler.print(
                new Decoding.Decoded(attempt.instruction, attempt.operands, size), ExampleTrial.ORIGIN, Symbols.NONE);
    }
}
