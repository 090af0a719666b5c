package dev.vmkit.testkit.judge;

import dev.vmkit.language.codec.Decoder;
import dev.vmkit.language.codec.Decoding;
import dev.vmkit.language.codec.Disassembler;
import dev.vmkit.language.codec.Encoder;
import dev.vmkit.language.codec.OperandDomain;
import dev.vmkit.language.codec.Symbols;
import dev.vmkit.language.ir.Instruction;
import dev.vmkit.testkit.subject.Answer;
import dev.vmkit.testkit.subject.Question;
import dev.vmkit.testkit.subject.Subject;
import dev.vmkit.testkit.suite.Trial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Lines must become the bits of a reference, bits its lines, and what is no instruction there must be none. */
final class EncodingTrial {
    private static final int BITS = 128;
    private static final int WORDS = 4096;

    private final Trial.Encodings trial;
    private final Reference reference;
    private final Encoder encoder;
    private final Decoder decoder;
    private final Disassembler disassembler;
    private final int unit;

    EncodingTrial(Trial.Encodings trial, Reference reference) {
        this.trial = trial;
        this.reference = reference;
        this.encoder = Encoder.of(reference.isa());
        this.decoder = Decoder.of(reference.isa());
        this.disassembler = Disassembler.of(reference.isa());
        this.unit = reference.isa().model().fetch().unit();
    }

    Finding look(Subject subject) {
        List<Instruction> forms = reference.forms(trial.instructions());
        List<Miss> misses = new ArrayList<>();
        for (Instruction form : forms) {
            wrong(form, subject).ifPresent(misses::add);
        }
        int looked = forms.size();
        if (trial.instructions().isEmpty()) {
            looked++;
            strangers(subject).ifPresent(misses::add);
        }
        return misses.isEmpty()
                ? Finding.PASSED
                : Finding.failed(1 - (double) misses.size() / looked, Miss.cause("", misses));
    }

    private Optional<Miss> wrong(Instruction form, Subject subject) {
        List<long[]> samples = OperandDomain.of(reference.isa(), form)
                .values(trial.cases(), trial.seed())
                .limit(trial.cases())
                .map(values -> encoder.encode(form, values))
                .toList();
        return samples.isEmpty()
                ? Optional.empty()
                : assembled(samples, subject).or(() -> printed(samples, subject));
    }

    /** The first line that becomes other bits. */
    private Optional<Miss> assembled(List<long[]> samples, Subject subject) {
        List<String> lines = new ArrayList<>();
        long address = ExampleTrial.ORIGIN;
        for (long[] bits : samples) {
            lines.add(line(bits, address));
            address += bits.length;
        }
        Answer answer = subject.ask(new Question.Assemble(String.join("\n", lines) + "\n", ExampleTrial.ORIGIN));
        if (answer instanceof Answer.Mistaken(var mistakes) && !mistakes.isEmpty()) {
            return Optional.of(new Miss(
                    "'" + at(mistakes.getFirst().place(), lines) + "'",
                    "an instruction",
                    mistakes.getFirst().message()));
        }
        List<Long> found = Unanswered.require(Answer.Assembled.class, answer).segments().stream()
                .flatMap(segment -> segment.units().stream())
                .toList();
        int from = 0;
        for (int i = 0; i < samples.size(); i++) {
            List<Long> wanted = boxed(samples.get(i));
            List<Long> made = found.subList(Math.min(from, found.size()), Math.min(from + wanted.size(), found.size()));
            if (!made.equals(wanted)) {
                return Optional.of(
                        new Miss("'" + lines.get(i) + "'", hex(wanted), made.isEmpty() ? "nothing" : hex(made)));
            }
            from += wanted.size();
        }
        return Optional.empty();
    }

    /** The line that a place such as {@code run:3:1} is about. */
    private static String at(String place, List<String> lines) {
        String[] parts = place.split(":");
        int line = parts.length > 1 && parts[1].matches("[0-9]{1,6}") ? Integer.parseInt(parts[1]) : 1;
        return lines.get(Math.clamp(line - 1, 0, lines.size() - 1));
    }

    /** The first bits that become another line. */
    private Optional<Miss> printed(List<long[]> samples, Subject subject) {
        List<String> texts =
                disassemble(samples.stream().map(EncodingTrial::boxed).toList(), subject);
        return IntStream.range(0, samples.size())
                .filter(i -> !alike(texts.get(i), line(samples.get(i), ExampleTrial.ORIGIN)))
                .mapToObj(i -> new Miss(
                        hex(boxed(samples.get(i))),
                        "'" + line(samples.get(i), ExampleTrial.ORIGIN) + "'",
                        texts.get(i).isEmpty() ? "no instruction" : "'" + texts.get(i) + "'"))
                .findFirst();
    }

    /** The first bits that are an instruction here and none there, or the other way round. */
    private Optional<Miss> strangers(Subject subject) {
        SplittableRandom random = new SplittableRandom(trial.seed());
        List<List<Long>> words = IntStream.range(0, WORDS)
                .mapToObj(_ -> random.longs(Math.max(1, BITS / unit))
                        .map(value -> value & -1L >>> (Long.SIZE - unit))
                        .boxed()
                        .toList())
                .toList();
        List<String> texts = disassemble(words, subject);
        return IntStream.range(0, WORDS)
                .filter(i -> isDefined(words.get(i)) == texts.get(i).isEmpty())
                .mapToObj(i -> new Miss(
                        hex(words.get(i).subList(0, 1)) + " and so on",
                        isDefined(words.get(i)) ? "an instruction" : "no instruction",
                        texts.get(i).isEmpty() ? "no instruction" : "'" + texts.get(i) + "'"))
                .findFirst();
    }

    private boolean isDefined(List<Long> units) {
        return decoder.decode(i -> i < units.size() ? units.get(i) : 0L) instanceof Decoding.Decoded;
    }

    private List<String> disassemble(List<List<Long>> codes, Subject subject) {
        List<String> texts = Unanswered.require(
                        Answer.Disassembled.class, subject.ask(new Question.Disassemble(codes, ExampleTrial.ORIGIN)))
                .texts();
        if (texts.size() != codes.size()) {
            throw Unanswered.nonsense();
        }
        return texts;
    }

    private String line(long[] bits, long address) {
        Decoding decoding = decoder.decode(i -> i < bits.length ? bits[i] : 0L);
        return decoding instanceof Decoding.Decoded decoded ? disassembler.print(decoded, address, Symbols.NONE) : "";
    }

    private static boolean alike(String one, String other) {
        return one.replaceAll("\\s+", " ").equalsIgnoreCase(other.replaceAll("\\s+", " "));
    }

    private static List<Long> boxed(long[] units) {
        return Arrays.stream(units).boxed().toList();
    }

    private static String hex(List<Long> units) {
        return units.stream().map(u -> "0x" + Long.toHexString(u)).collect(Collectors.joining(" "));
    }
}
