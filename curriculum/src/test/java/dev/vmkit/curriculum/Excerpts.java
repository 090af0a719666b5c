package dev.vmkit.curriculum;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * What a page shows of commands whose output is too long to show, and changes with the software that is fetched: its blocks
 * {@code console}, where a line {@code ...} stands for any number of lines. Numbers are not compared.
 */
record Excerpts(List<Excerpt> all) {
    private static final String AND_SO_ON = "...";

    /**
     * One command.
     *
     * @param command what stands behind {@code $ ./kit}
     * @param lines what the page shows below it
     */
    record Excerpt(List<String> command, List<String> lines) {

        /** Fails unless the output has these lines, in this order, one below the other unless the page says otherwise. */
        void requireIn(String output) {
            Deque<String> left = new ArrayDeque<>(
                    output.lines().map(Excerpts::withoutNumbers).toList());
            boolean gap = false;
            for (String line : lines) {
                if (line.equals(AND_SO_ON)) {
                    gap = true;
                } else {
                    while (gap && !left.isEmpty() && !left.peek().equals(withoutNumbers(line))) {
                        left.remove();
                    }
                    assertThat(left.poll()).as("the line '%s'", line).isEqualTo(withoutNumbers(line));
                    gap = false;
                }
            }
        }
    }

    static Excerpts of(Path page) throws IOException {
        List<Excerpt> all = new ArrayList<>();
        boolean inside = false;
        for (String line : Files.readAllLines(page)) {
            if (line.startsWith("```")) {
                inside = line.equals("```console");
            } else if (inside && line.startsWith("$ ./kit ")) {
                all.add(new Excerpt(List.of(line.substring(8).split(" ")), new ArrayList<>()));
            } else if (inside) {
                all.getLast().lines().add(line);
            }
        }
        return new Excerpts(all);
    }

    /** A line with a mark in place of each number, decimal or hexadecimal, and the spaces that line numbers up. */
    private static String withoutNumbers(String line) {
        return line.stripTrailing()
                .replaceAll("0x[0-9a-f]+|\\b[0-9a-f]*[0-9][0-9a-f]*\\b", "#")
                .replaceAll(" +", " ");
    }
}
