package dev.vmkit.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A Markdown page and its fenced blocks. */
record Page(Path file, List<String> lines, List<Block> blocks) {

    /**
     * A fenced block.
     *
     * @param language the first word behind the fence
     * @param name the second word, a file's name, or empty
     * @param first, end the lines of its text, from 0, the end excluded
     */
    record Block(String language, String name, int first, int end, String text) {}

    static Page read(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            return new Page(file, lines, blocks(lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Block> blocks(List<String> lines) {
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith("```")) {
                int end = i + 1;
                while (!lines.get(end).equals("```")) {
                    end++;
                }
                String[] info = lines.get(i).substring(3).strip().split(" ", 2);
                String text = String.join("\n", lines.subList(i + 1, end)) + "\n";
                blocks.add(new Block(info[0], info.length > 1 ? info[1] : "", i + 1, end, text));
                i = end;
            }
        }
        return blocks;
    }

    /** The same page with other text in one of its blocks; written back to the file. */
    void approve(Block block, String text) {
        List<String> approved = new ArrayList<>(lines.subList(0, block.first()));
        text.lines().forEach(approved::add);
        approved.addAll(lines.subList(block.end(), lines.size()));
        try {
            Files.write(file, approved);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
