package dev.vmkit.testkit.suite;

import dev.vmkit.language.text.Text;
import dev.vmkit.language.yaml.MappingReader;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code due:} and {@code late:}. */
record LateReader(MappingReader in) {
    private static final int MOST_DAYS = 365;
    private static final int HUNDRED = 100;
    private static final Pattern SPAN = Pattern.compile("([0-9]{1,4}) ?(minute|hour|day)s?");
    private static final Pattern SHARE = Pattern.compile("([0-9]{1,3}) ?%");

    Optional<LatePolicy> read() {
        Optional<Instant> due = in.text("due").flatMap(this::moment);
        Optional<MappingReader> late = in.mapping("late", "'late'");
        if (late.isPresent() && !in.has("due")) {
            report(in.at("late"), "'late:' says what happens after a deadline, and there is no 'due:'");
        }
        Duration grace = late.flatMap(l -> l.text("grace")).flatMap(this::span).orElse(Duration.ZERO);
        double perDay =
                late.flatMap(l -> l.text("each-day")).flatMap(this::share).orElse(0.0);
        int most = late.flatMap(l -> l.integer("most-days", 0, MOST_DAYS)).orElse(late.isPresent() ? MOST_DAYS : 0);
        late.ifPresent(MappingReader::finish);
        return due.map(moment -> new LatePolicy(moment, grace, perDay, most));
    }

    private Optional<Instant> moment(Text written) {
        try {
            return Optional.of(OffsetDateTime.parse(written.value()).toInstant());
        } catch (DateTimeException e) {
            report(
                    written.span(),
                    "'" + written + "' is not a moment with its offset, such as 2026-11-30T23:59:00+01:00");
            return Optional.empty();
        }
    }

    private Optional<Duration> span(Text written) {
        Matcher span = SPAN.matcher(written.value());
        if (!span.matches()) {
            report(written.span(), "expected a time such as 15 minutes, 2 hours or 1 day");
            return Optional.empty();
        }
        long count = Long.parseLong(span.group(1));
        return Optional.of(
                switch (span.group(2)) {
                    case "minute" -> Duration.ofMinutes(count);
                    case "hour" -> Duration.ofHours(count);
                    default -> Duration.ofDays(count);
                });
    }

    private Optional<Double> share(Text written) {
        Matcher share = SHARE.matcher(written.value());
        if (!share.matches() || Integer.parseInt(share.group(1)) > HUNDRED) {
            report(written.span(), "expected a share of the points such as 10 %");
            return Optional.empty();
        }
        return Optional.of(Double.parseDouble(share.group(1)) / HUNDRED);
    }

    private void report(dev.vmkit.language.text.Span at, String message) {
        in.diagnostics().report(SuiteProblem.LIMIT, at, message);
    }
}
