package dev.vmkit.testkit.judge;

import dev.vmkit.testkit.subject.Answer;
import dev.vmkit.testkit.subject.Bits;
import dev.vmkit.testkit.subject.Observation;
import dev.vmkit.testkit.suite.Expectation.Measure;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What was seen of a board's run. */
record BoardEvidence(Answer.Ran ran) implements Evidence {
    private static final Pattern INTERRUPT = Pattern.compile("interrupt [0-9]{1,3}");

    private Optional<Observation> machine(Measure measure) {
        return ran.machines().stream()
                .filter(m -> measure.of().isEmpty() || m.name().equals(measure.of()))
                .findFirst();
    }

    @Override
    public Optional<Bits> bits(Measure measure) {
        return machine(measure).map(Observation::values).map(values -> values.get(measure.name()));
    }

    @Override
    public Optional<Long> count(Measure measure) {
        return switch (measure.name()) {
            case "instructions" -> machine(measure).map(Observation::instructions);
            case "exits" ->
                machine(measure)
                        .map(Observation::exits)
                        .filter(exits -> !exits.isEmpty())
                        .map(exits -> counted(exits, part(measure)));
            case "traps" -> machine(measure).flatMap(m -> taken(m.traps(), part(measure)));
            default -> Optional.empty();
        };
    }

    private static String part(Measure measure) {
        return measure.part().isEmpty() ? "total" : measure.part();
    }

    private static long counted(Map<String, Long> counts, String part) {
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        return counts.getOrDefault(part, part.equals("total") ? all : 0L);
    }

    /** Nothing of a trap that there is not, and of machines whose traps nobody counts; not every interrupt has a name. */
    private static Optional<Long> taken(Map<String, Long> traps, String part) {
        boolean known = traps.containsKey(part)
                || part.equals("total")
                || INTERRUPT.matcher(part).matches();
        return known && !traps.isEmpty() ? Optional.of(counted(traps, part)) : Optional.empty();
    }

    @Override
    public Optional<String> words(Measure measure) {
        return switch (measure.name()) {
            case "console" -> machine(measure).map(Observation::console);
            case "ends" -> machine(measure).map(m -> m.ending().name().toLowerCase(Locale.ROOT));
            case "state" -> machine(measure).map(Observation::state).filter(state -> !state.isEmpty());
            default -> Optional.empty();
        };
    }

    @Override
    public Optional<List<String>> order(Measure measure) {
        return switch (measure.name()) {
            case "picks" -> some(ran.picks());
            case "writes" ->
                machine(measure)
                        .map(m -> m.writes().stream()
                                .map(w -> w.register() + " = 0x" + Long.toHexString(w.value()))
                                .toList())
                        .flatMap(BoardEvidence::some);
            default -> Optional.empty();
        };
    }

    /** None are as good as nothing that could be compared. */
    private static Optional<List<String>> some(List<String> items) {
        return Optional.of(items).filter(list -> !list.isEmpty());
    }

    @Override
    public String absence(Measure measure) {
        boolean there = machine(measure).isPresent();
        return there ? "not there" : "no machine of the name '" + measure.of() + "'";
    }
}
