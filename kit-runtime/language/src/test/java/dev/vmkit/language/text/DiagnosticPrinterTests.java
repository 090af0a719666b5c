package dev.vmkit.language.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DiagnosticPrinterTests {
    private enum Mistake implements Problem {
        WRONG,
        ODD;

        @Override
        public String code() {
            return this == WRONG ? "K104" : "K999";
        }

        @Override
        public String title() {
            return "something is wrong";
        }

        @Override
        public String explanation() {
            return "";
        }

        @Override
        public Severity severity() {
            return this == WRONG ? Severity.ERROR : Severity.WARNING;
        }
    }

    @Test
    void showsTheLineTheCaretAndTheHint() {
        String file = "\n".repeat(9) + "  uart: { model: uart-16650, at: 0x10000000 }\n";
        assertThat(print(file, "uart-16650", "no device model called 'uart-16650'", "did you mean 'uart-16550'?"))
                .isEqualTo("""
                    error K104: no device model called 'uart-16650'
                      --> t.yaml:10:18
                       |
                    10 |   uart: { model: uart-16650, at: 0x10000000 }
                       |                  ^^^^^^^^^^ did you mean 'uart-16550'?
                    """);
    }

    @Test
    void showsTheOtherSideOfAClash() {
        SourceFile file = new SourceFile("t.yaml", "a: 1\n" + "\n".repeat(8) + "a: 2");
        Diagnostics diagnostics = new Diagnostics();
        diagnostics.report(
                Mistake.WRONG, file.span(13, 14), "key 'a' is given twice", "", file.span(0, 1), "first given here");
        assertThat(DiagnosticPrinter.plain().print(diagnostics.list())).isEqualTo("""
            error K104: key 'a' is given twice
              --> t.yaml:10:1
               |
            10 | a: 2
               | ^
               = first given here: t.yaml:1:1
             1 | a: 1
               | ^

            1 error
            """);
    }

    @Test
    void showsAMessageWithoutAPlace() {
        Diagnostic diagnostic =
                new Diagnostic(Mistake.ODD, "no such file", Optional.empty(), "is it spelt right?", List.of());
        assertThat(DiagnosticPrinter.plain().print(diagnostic))
                .isEqualTo("warning K999: no such file\n  = is it spelt right?\n");
    }

    @Test
    void putsTheCaretUnderTabsAndWideCharacters() {
        assertThat(caretLine("\ta\tX", "X")).isEqualTo("  |         ^");
        assertThat(caretLine("日本語X", "X")).isEqualTo("  |       ^");
        assertThat(caretLine("日本語X", "本")).isEqualTo("  |   ^^");
        assertThat(caretLine("e\u0301e\u0301X", "X")).isEqualTo("  |   ^");
        assertThat(caretLine("😀X", "X")).isEqualTo("  |   ^");
    }

    @Test
    void sendsNoControlCharacterToTheTerminal() {
        String printed = print(
                "a\u001B[2J\u009B\u202E\u0007X\u0000", "X", "bad \u001B[31m name\nerror K000: forged", "\u001B]0;x");
        assertThat(printed.chars().filter(c -> c != '\n' && Character.isISOControl(c)))
                .isEmpty();
        assertThat(printed)
                .contains("1 | a␛[2J<U+009B><U+202E>␇X␀\n")
                .contains("error K104: bad ␛[31m name␊error K000: forged\n");
    }

    @Test
    void cutsAVeryLongLineAroundThePlace() {
        String printed = print("a".repeat(5000) + "X" + "b".repeat(5000), "X", "here", "");
        assertThat(printed.lines().skip(3).toList())
                .containsExactly(
                        "1 | ..." + "a".repeat(50) + "X" + "b".repeat(69) + "...", "  | " + " ".repeat(53) + "^");
    }

    @Test
    void underlinesTheFirstOfSeveralLines() {
        assertThat(caretLine("a: {\n  b\n}", "{\n  b\n}")).isEqualTo("  |    ^");
    }

    @Test
    void pointsBehindTheEndOfAFile() {
        SourceFile file = new SourceFile("t.yaml", "a: [");
        Diagnostic diagnostic = new Diagnostic(Mistake.WRONG, "open", Optional.of(file.span(4, 4)), "", List.of());
        assertThat(DiagnosticPrinter.plain().print(diagnostic)).endsWith("1 | a: [\n  |     ^\n");
    }

    @Test
    void putsALongHintOnALineOfItsOwn() {
        assertThat(print("a: X", "X", "wrong", "known: " + "key, ".repeat(30)))
                .contains("1 | a: X\n  |    ^\n  = known: key, key");
    }

    @Test
    void coloursOnlyWhenAsked() {
        Diagnostic diagnostic = new Diagnostic(Mistake.WRONG, "bad", Optional.empty(), "", List.of());
        assertThat(DiagnosticPrinter.coloured().print(diagnostic))
                .isEqualTo("\u001B[1;31merror K104\u001B[0m\u001B[1m: bad\u001B[0m\n");
    }

    @Test
    void countsErrorsAndWarnings() {
        Diagnostic error = new Diagnostic(Mistake.WRONG, "a", Optional.empty(), "", List.of());
        Diagnostic warning = new Diagnostic(Mistake.ODD, "b", Optional.empty(), "", List.of());
        assertThat(DiagnosticPrinter.summary(List.of(error, error, error, warning)))
                .isEqualTo("3 errors, 1 warning");
        assertThat(DiagnosticPrinter.summary(List.of(warning, warning))).isEqualTo("2 warnings");
        assertThat(DiagnosticPrinter.summary(List.of())).isEqualTo("0 errors");
    }

    @Test
    void givesPlainValuesToTools() {
        SourceFile file = new SourceFile("t.yaml", "a: {\n  b }");
        Diagnostic placed = new Diagnostic(Mistake.WRONG, "bad", Optional.of(file.span(3, 10)), "mend it", List.of());
        Diagnostic unplaced = new Diagnostic(Mistake.ODD, "odd", Optional.empty(), "", List.of());
        assertThat(FlatDiagnostic.of(List.of(placed, unplaced)))
                .containsExactly(
                        new FlatDiagnostic("K104", "error", "bad", "t.yaml", 1, 4, 2, 6, "mend it"),
                        new FlatDiagnostic("K999", "warning", "odd", "", 0, 0, 0, 0, ""));
    }

    private static String caretLine(String content, String place) {
        return print(content, place, "m", "").lines().toList().getLast();
    }

    private static String print(String content, String place, String message, String hint) {
        SourceFile file = new SourceFile("t.yaml", content);
        int start = content.indexOf(place);
        Span at = file.span(start, start + place.length());
        return DiagnosticPrinter.plain()
                .print(new Diagnostic(Mistake.WRONG, message, Optional.of(at), hint, List.of()));
    }
}
