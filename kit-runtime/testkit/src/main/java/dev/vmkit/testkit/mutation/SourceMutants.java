package dev.vmkit.testkit.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Mutants of a program's source, in Java or assembly: one operator or number changed, or a statement or instruction less. */
final class SourceMutants {
    /** Repeated without a way back, as otherwise each character of a long text would take a frame of the stack. */
    private static final String TEXT = "\"(?:[^\"\\\\\\n]|\\\\.)*+\"";

    private static final String TEXT_BLOCK = "\"\"\"(?:[^\"\\\\]|\\\\.|\"(?!\"\"))*+\"\"\"";
    private static final Pattern JAVA_QUIET = Pattern.compile(
            "//[^\\n]*|/[*].*?[*]/|'\"'|" + TEXT_BLOCK + "|" + TEXT
                    + "|(?m)^(?:package|import) .*?;|@[A-Za-z.]+|->|<[A-Z][^<>()]*>|(?:[*]{2})",
            Pattern.DOTALL);
    private static final Pattern ASSEMBLY_QUIET =
            Pattern.compile("[;#][^\\n]*|" + TEXT + "|[A-Za-z_.][A-Za-z_0-9.]*", Pattern.DOTALL);

    private static final Pattern INSTRUCTION = Pattern.compile("\\s+[A-Za-z][^:=\"]*");
    /** Without declarations of members and what a method has to end with, which no compiler lets go. */
    private static final Pattern STATEMENT =
            Pattern.compile("\\s+(?!(?:return|throw|private|protected|public|static|final|import)\\b)[A-Za-z_].*;\\s*");

    private static final Pattern END_OF_STATEMENT = Pattern.compile(".*[;{}]\\s*");

    private SourceMutants() {}

    /** An operator or a number at a time, and each statement left out that has a line of its own. */
    static List<Mutant> java(String file, String content) {
        List<Mutant> mutants = new ArrayList<>(mutants(file, content, JAVA_QUIET));
        boolean begins = true;
        int from = 0;
        for (String line : blanked(content, JAVA_QUIET).split("\n", -1)) {
            if (begins && STATEMENT.matcher(line).matches()) {
                mutants.add(Mutant.of(file, content, from, from + line.length(), ""));
            }
            begins = line.isBlank() ? begins : END_OF_STATEMENT.matcher(line).matches();
            from += line.length() + 1;
        }
        return mutants;
    }

    /** A number at a time, and each line that has an instruction left out. */
    static List<Mutant> assembly(String file, String content) {
        List<Mutant> mutants = new ArrayList<>(mutants(file, content, ASSEMBLY_QUIET));
        int from = 0;
        for (String line : content.split("\n", -1)) {
            if (INSTRUCTION.matcher(line).matches() && !line.isBlank()) {
                mutants.add(Mutant.of(file, content, from, from + line.length(), ""));
            }
            from += line.length() + 1;
        }
        return mutants;
    }

    private static List<Mutant> mutants(String file, String content, Pattern quiet) {
        String loud = blanked(content, quiet);
        return Words.changes(loud, false).stream()
                .map(change -> Mutant.of(file, content, change.from(), change.to(), change.by()))
                .toList();
    }

    /** The same with spaces where nothing is to be changed. */
    private static String blanked(String content, Pattern quiet) {
        Matcher matcher = quiet.matcher(content);
        StringBuilder loud = new StringBuilder(content);
        while (matcher.find()) {
            for (int i = matcher.start(); i < matcher.end(); i++) {
                loud.setCharAt(i, content.charAt(i) == '\n' ? '\n' : ' ');
            }
        }
        return loud.toString();
    }
}
