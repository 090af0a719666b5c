package dev.vmkit.tools.cli;

import dev.vmkit.language.text.Diagnostic;
import dev.vmkit.language.text.DiagnosticPrinter;
import dev.vmkit.language.text.Glyphs;
import java.io.PrintStream;
import java.util.List;
import java.util.regex.Pattern;

/** What a command writes: results on one stream, talk about them on the other, in colour if a person looks on. */
final class Screen {
    /** When to use colours. */
    enum Colours {
        auto,
        always,
        never
    }

    private static final Pattern COMMANDS = Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\\n\\t]]");
    private static final Pattern COMMANDS_BUT_COLOURS =
            Pattern.compile("(?!\033\\[(?:0|1|2|31|32|33)m)" + COMMANDS.pattern());

    private final PrintStream out;
    private final PrintStream err;
    private final boolean coloured;

    /** With {@code auto}, colours are for terminals without NO_COLOR (no-color.org). */
    Screen(Surroundings surroundings, Colours colours) {
        this.out = surroundings.out();
        this.err = surroundings.err();
        this.coloured = switch (colours) {
            case always -> true;
            case never -> false;
            case auto ->
                surroundings.terminal()
                        && !surroundings.environment().containsKey("NO_COLOR")
                        && !"dumb".equals(surroundings.environment().get("TERM"));
        };
    }

    boolean coloured() {
        return coloured;
    }

    /** A line of the result. */
    void line(String text) {
        print(text + "\n");
    }

    /** A piece of the result. */
    void print(String text) {
        out.print(harmless(text));
        OutputClosed.check(out);
    }

    /** A piece of a result that is no text. */
    void bytes(byte[] result) {
        out.write(result, 0, result.length);
        OutputClosed.check(out);
    }

    /** A line about what goes on, for people; never part of a result. */
    void say(String text) {
        err.print(harmless(text) + "\n");
        err.flush();
    }

    /** A line about what goes on, in place of the one that was drawn before; for terminals alone. */
    void redraw(String text) {
        err.print("\r" + harmless(text) + "\033[K");
        err.flush();
    }

    /** The text without commands to the terminal, which names and descriptions in files may hold, but for our colours. */
    private String harmless(String text) {
        Pattern commands = coloured ? COMMANDS_BUT_COLOURS : COMMANDS;
        return commands.matcher(text).replaceAll(command -> Glyphs.visible(command.group()));
    }

    /** Located messages. */
    void report(List<Diagnostic> diagnostics) {
        DiagnosticPrinter printer = coloured ? DiagnosticPrinter.coloured() : DiagnosticPrinter.plain();
        err.print(printer.print(diagnostics));
        err.flush();
    }

    String bold(String text) {
        return paint("1", text);
    }

    String green(String text) {
        return paint("32", text);
    }

    String yellow(String text) {
        return paint("33", text);
    }

    String red(String text) {
        return paint("31", text);
    }

    String dim(String text) {
        return paint("2", text);
    }

    private String paint(String code, String text) {
        return coloured ? "\033[" + code + "m" + text + "\033[0m" : text;
    }
}
