package dev.vmkit.tools.cli;

import dev.vmkit.language.text.Problem;
import dev.vmkit.language.text.Severity;
import java.util.Map;
import java.util.TreeMap;

/** The manual's page of all messages, in Markdown. */
final class ProblemsPage {
    private static final int WIDTH = 120;

    /** What the first digit of a code says. */
    private static final Map<Character, String> FAMILIES = new TreeMap<>(Map.of(
            '0', "YAML",
            '1', "Machine files",
            '2', "Instruction sets",
            '3', "What instructions do",
            '4', "Assembly and encodings",
            '5', "Plugins",
            '6', "Programs",
            '7', "Workloads",
            '8', "Devices",
            '9', "Experiments, suites and submissions"));

    private static final String INTRODUCTION = """
        # Messages

        Every mistake the kit finds in your files has a code, a place, and where possible a proposal. `kit explain K104` prints
        what is said here. Warnings are marked; whatever is not a warning ends a command with
        [exit code](exit-codes.md) 2, or 3 if the code of a plugin is at fault. This page is written by `kit explain --markdown`.
        """;

    private ProblemsPage() {}

    static String text() {
        StringBuilder page = new StringBuilder(INTRODUCTION);
        FAMILIES.forEach((digit, title) -> {
            page.append("\n## K").append(digit).append("xx: ").append(title).append('\n');
            Problems.all().stream().filter(p -> p.code().charAt(1) == digit).forEach(p -> append(page, p));
        });
        return page.toString();
    }

    private static void append(StringBuilder page, Problem problem) {
        String warning = problem.severity() == Severity.WARNING ? " (warning)" : "";
        page.append("\n### %s: %s%s\n\n".formatted(problem.code(), problem.title(), warning));
        page.append(wrapped(plain(problem.explanation()))).append('\n');
    }

    /** What Markdown would take for marks of its own. */
    private static String plain(String text) {
        return text.replaceAll("[*<`]", "\\\\$0");
    }

    private static String wrapped(String paragraph) {
        StringBuilder text = new StringBuilder();
        int column = 0;
        for (String word : paragraph.strip().split("\\s+")) {
            boolean fits = column + 1 + word.length() <= WIDTH;
            text.append(column == 0 ? "" : fits ? " " : "\n").append(word);
            column = fits && column > 0 ? column + 1 + word.length() : word.length();
        }
        return text.toString();
    }
}
