package dev.vmkit.testkit.conform;

import dev.vmkit.language.text.MistakeException;
import dev.vmkit.language.text.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A script of nand2tetris (The Elements of Computing Systems, appendix 3): commands separated by commas, semicolons or
 * exclamation marks, with blocks in braces.
 */
final class TestScript {
    private static final Pattern TOKEN = Pattern.compile("(?:\\s+|//[^\\n]*|/\\*(?s:.*?)\\*/)|(?<quoted>\"[^\"\\n]*\")"
            + "|(?<mark>[{},;!])|(?<word>[^\\s{},;!\"]+)|(?<wrong>.)");
    private static final int DEEPEST = 20;
    private static final long FOREVER = Long.MAX_VALUE;

    private final SourceFile file;
    private final List<Token> tokens = new ArrayList<>();
    private int next;

    private record Token(String text, int start) {}

    /** What a line of the script asks for. */
    sealed interface Command {}

    /** The program to run, or the chip that runs it. */
    record Load(String name) implements Command {}

    record CompareTo(String name) implements Command {}

    record OutputList(List<OutputColumn> columns) implements Command {}

    record Set(String name, long value) implements Command {}

    /** Half a cycle, in which the processor does its work, or the other half. */
    record Half(boolean works) implements Command {}

    record Output() implements Command {}

    record Repeat(long count, List<Command> body) implements Command {}

    private TestScript(SourceFile file) {
        this.file = file;
        Matcher matcher = TOKEN.matcher(file.content());
        while (matcher.find()) {
            if (matcher.group("wrong") != null) {
                throw wrong(matcher.start(), "this character means nothing here");
            }
            if (matcher.group("quoted") != null || matcher.group("mark") != null || matcher.group("word") != null) {
                tokens.add(new Token(matcher.group(), matcher.start()));
            }
        }
    }

    /**
     * The commands of a script; what only concerns a person at a screen is left out.
     *
     * @throws MistakeException at the first word that cannot be understood
     */
    static List<Command> read(SourceFile file) {
        TestScript script = new TestScript(file);
        List<Command> commands = script.block(0);
        if (script.next < script.tokens.size()) {
            throw script.wrong(script.tokens.get(script.next).start(), "this brace closes nothing");
        }
        return commands;
    }

    private List<Command> block(int depth) {
        List<Command> commands = new ArrayList<>();
        while (next < tokens.size() && !tokens.get(next).text().equals("}")) {
            if (isMark(tokens.get(next))) {
                next++;
            } else {
                commands.addAll(command(depth));
            }
        }
        return commands;
    }

    private static boolean isMark(Token token) {
        return token.text().length() == 1 && ",;!".contains(token.text());
    }

    private List<Command> command(int depth) {
        Token head = tokens.get(next++);
        return switch (head.text()) {
            case "load" -> List.of(new Load(word("a file")));
            case "ROM32K" -> {
                require("load");
                yield List.of(new Load(word("a file")));
            }
            case "compare-to" -> List.of(new CompareTo(word("a file")));
            case "output-list" -> List.of(new OutputList(columns()));
            case "set" -> List.of(new Set(word("a name"), number()));
            case "tick" -> List.of(new Half(true));
            case "tock" -> List.of(new Half(false));
            case "ticktock" -> List.of(new Half(true), new Half(false));
            case "output" -> List.of(new Output());
            case "repeat" -> List.of(repeat(depth, head));
            case "output-file", "echo" -> {
                word("a word");
                yield List.of();
            }
            case "clear-echo" -> List.of();
            default -> throw wrong(head.start(), "the command '" + head.text() + "' is not known here");
        };
    }

    private Repeat repeat(int depth, Token head) {
        if (depth == DEEPEST) {
            throw wrong(head.start(), "blocks within blocks, more than " + DEEPEST);
        }
        long count = peek("{") ? FOREVER : number();
        require("{");
        List<Command> body = block(depth + 1);
        require("}");
        return new Repeat(count, body);
    }

    private List<OutputColumn> columns() {
        List<OutputColumn> columns = new ArrayList<>();
        while (next < tokens.size() && !isMark(tokens.get(next))) {
            Token token = tokens.get(next++);
            Optional<OutputColumn> column = OutputColumn.parse(token.text());
            columns.add(column.orElseThrow(() -> wrong(token.start(), "a column is NAME%D1.6.1, with B, D, S or X")));
        }
        return columns;
    }

    private boolean peek(String text) {
        return next < tokens.size() && tokens.get(next).text().equals(text);
    }

    private void require(String text) {
        if (!peek(text)) {
            throw wrong(place(), "'" + text + "' should stand here");
        }
        next++;
    }

    private String word(String what) {
        if (next == tokens.size() || isMark(tokens.get(next))) {
            throw wrong(place(), what + " should stand here");
        }
        return tokens.get(next++).text();
    }

    /** A number as {@code 5}, {@code -5}, {@code %B101}, {@code %D5} or {@code %XFF}. */
    private long number() {
        int start = place();
        String written = word("a number");
        try {
            return switch (written.startsWith("%") && written.length() > 2 ? written.charAt(1) : 'D') {
                case 'B' -> Long.parseLong(written.substring(2), 2);
                case 'X' -> Long.parseLong(written.substring(2), 16);
                default -> Long.parseLong(written.startsWith("%D") ? written.substring(2) : written);
            };
        } catch (NumberFormatException none) {
            throw wrong(start, "'" + written + "' is no number");
        }
    }

    private int place() {
        return next < tokens.size() ? tokens.get(next).start() : file.content().length();
    }

    private MistakeException wrong(int start, String message) {
        int end = Math.min(start + 1, file.content().length());
        return MistakeException.of(ConformProblem.MATERIAL, file.span(Math.min(start, end), end), message, "");
    }
}
