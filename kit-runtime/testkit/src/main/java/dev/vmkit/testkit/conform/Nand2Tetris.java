package dev.vmkit.testkit.conform;

import dev.vmkit.language.text.MistakeException;
import dev.vmkit.language.text.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A script of nand2tetris for the CPU emulator, or for the whole computer in the hardware simulator, with the output that is
 * expected beside it.
 */
final class Nand2Tetris implements Adapter {
    private static final long MOST_BYTES = 4 << 20;

    @Override
    public String name() {
        return "nand2tetris";
    }

    @Override
    public String about() {
        return "Scripts (.tst) for the Hack computer, with the program and the expected output (.cmp) beside them.";
    }

    @Override
    public List<Setting> settings() {
        return List.of(Setting.of("cycles", "1000000", "How many cycles a script may take."));
    }

    @Override
    public boolean reads(String fileName) {
        return fileName.endsWith(".tst");
    }

    @Override
    public FileResult run(Material material, Processor processor, Settings settings, Progress progress) {
        SourceFile source = new SourceFile(material.name(), material.text());
        ScriptRun run = new ScriptRun(
                material.name(), processor, name -> beside(material, name), settings.number("cycles"), progress);
        List<String> expected = List.of();
        for (TestScript.Command command : TestScript.read(source)) {
            if (command instanceof TestScript.CompareTo(String name)) {
                expected =
                        beside(material, name).content().stripTrailing().lines().toList();
            } else {
                run.execute(command);
            }
        }
        return compared(material.name(), expected, run);
    }

    /** Lines are compared one by one; where the expected one has stars, any letters hold. */
    private static FileResult compared(String file, List<String> expected, ScriptRun run) {
        List<FileResult.Failure> failures = new ArrayList<>();
        List<String> found = run.lines();
        int count = Math.max(expected.size(), found.size());
        int failed = 0;
        for (int i = 0; i < count; i++) {
            String wanted = i < expected.size() ? expected.get(i) : "";
            String got = i < found.size() ? found.get(i) : "";
            if (!matches(wanted.stripTrailing(), got)) {
                failed++;
                if (failures.size() < FileResult.MOST_SHOWN) {
                    failures.add(new FileResult.Failure(
                            "line " + (i + 1), List.of("expected " + wanted, "found    " + got)));
                }
            }
        }
        String detail =
                "%,d cycles".formatted(run.cycles()) + (run.cut() ? ", as many as it may take (--set cycles=...)" : "");
        return new FileResult(file, count, failed, 0, failures, detail);
    }

    private static boolean matches(String wanted, String found) {
        return wanted.length() == found.length()
                && java.util.stream.IntStream.range(0, wanted.length())
                        .allMatch(i -> wanted.charAt(i) == '*' || wanted.charAt(i) == found.charAt(i));
    }

    /** A file that a script names; it lies beside the script and nowhere else. */
    private static SourceFile beside(Material material, String name) {
        Path file = material.path().resolveSibling(name);
        try {
            if (name.contains("/") || name.contains("\\")) {
                throw new IOException("it does not lie beside the script");
            }
            if (Files.size(file) > MOST_BYTES) {
                throw new IOException("it has more than 4 MiB");
            }
            return new SourceFile(name, Files.readString(file, StandardCharsets.ISO_8859_1));
        } catch (IOException | RuntimeException unreadable) {
            String message = material.name() + ": '" + name + "' cannot be read: " + unreadable.getMessage();
            throw MistakeException.of(ConformProblem.MATERIAL, message, "");
        }
    }
}
