package dev.vmkit.testkit.conform;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What an exerciser printed: a line for each of its tests, and what is said there decides. */
record CpmOutput(List<String> lines, List<String> failure, String success, String expected) {
    private static final String NOTHING = "it printed nothing";

    CpmOutput(String printed, Settings settings) {
        this(
                printed.lines()
                        .map(CpmOutput::plain)
                        .filter(line -> !line.isEmpty())
                        .toList(),
                List.of(settings.text("failure").split(",")),
                settings.text("success"),
                settings.text("expect"));
    }

    /** Without what would move the cursor. */
    private static String plain(String line) {
        return line.replaceAll("\\p{Cntrl}", " ").strip();
    }

    private static boolean says(String line, String word) {
        return !word.isBlank()
                && line.toLowerCase(Locale.ROOT).contains(word.strip().toLowerCase(Locale.ROOT));
    }

    private boolean fails(String line) {
        return failure.stream().anyMatch(word -> says(line, word));
    }

    /** @param wrong why the program did not come to its end, if it did not */
    FileResult result(String file, Optional<String> wrong, String detail) {
        List<FileResult.Failure> failures = new ArrayList<>();
        lines.stream().filter(this::fails).forEach(line -> failures.add(new FileResult.Failure(line, List.of())));
        long succeeded = lines.stream()
                .filter(line -> !fails(line) && says(line, success))
                .count();
        String last = lines.isEmpty() ? NOTHING : "the last line: " + lines.getLast();
        wrong.ifPresent(why -> failures.add(new FileResult.Failure(why, List.of(last))));
        if (lines.isEmpty() && wrong.isEmpty()) {
            failures.add(new FileResult.Failure(NOTHING, List.of("so it is no test, or it got lost")));
        }
        if (!expected.isEmpty() && lines.stream().noneMatch(line -> says(line, expected))) {
            failures.add(new FileResult.Failure("it did not print '" + expected + "'", List.of(last)));
        }
        return new FileResult(
                file,
                Math.max(1, succeeded + failures.size()),
                failures.size(),
                0,
                failures.subList(0, Math.min(failures.size(), FileResult.MOST_SHOWN)),
                detail + "; " + last);
    }
}
