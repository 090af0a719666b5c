package dev.vmkit.language.codec;

import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.MistakeException;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.language.text.Span;
import dev.vmkit.language.text.Suggestion;
import dev.vmkit.language.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads an assembly source line by line: labels, then an instruction or a directive, then a comment.
 *
 * <p>A label is a word before a colon. Without a colon the first word of a line is a label if it is no mnemonic and no
 * directive and what follows is one, or nothing. A label that stands alone so, that nothing uses, and that is spelt almost
 * like a mnemonic is taken for a mistyped mnemonic.
 */
final class SourceReader {
    private static final int LONGEST_SOURCE = 16 << 20;
    /** Past this many mistakes the rest of the source is not looked at: explaining takes longer than reading. */
    static final int MOST_MISTAKES = 200;

    private static final String ALONE = "a word alone in its line is a label, unless an instruction is called so";

    private final Grammar grammar;
    private final SourceFile file;
    private final Diagnostics diagnostics;
    private final SymbolTable symbols;
    private final InstructionReader instructions;
    private final DirectiveReader directives;
    private final List<Expression.Symbol> suspects = new ArrayList<>();
    private int mistakes;

    SourceReader(Grammar grammar, SourceFile file, Diagnostics diagnostics) {
        this.grammar = grammar;
        this.file = file;
        this.diagnostics = diagnostics;
        this.symbols = new SymbolTable(grammar.spelling, grammar.isa.model().asm());
        this.instructions = new InstructionReader(grammar);
        this.directives = new DirectiveReader(grammar, symbols, diagnostics);
    }

    /** The source; throws where there are too many mistakes to go on. */
    Source read() {
        if (file.content().length() > LONGEST_SOURCE) {
            throw MistakeException.of(AsmProblem.TOO_LARGE, file.span(0, 0), "a source holds at most 16 MiB", "");
        }
        for (int i = 1; i <= file.lineCount(); i++) {
            int start = file.startOfLine(i);
            readLine(Text.of(file, start, start + file.line(i).length()));
        }
        return directives.source();
    }

    /** Labels that stand alone, without a colon, and are nearly a mnemonic; to be asked about when uses are known. */
    void reportSuspects() {
        Set<String> heads = grammar.heads();
        for (Expression.Symbol s : suspects) {
            boolean used = symbols.isUsed(s.name()) || mistakes == MOST_MISTAKES;
            String hint = used ? "" : Suggestion.didYouMean(s.name(), heads);
            if (!hint.isEmpty()) {
                mistakes++;
                diagnostics.report(AsmProblem.UNKNOWN_MNEMONIC, s.span(), "no instruction '" + s.name() + "'", hint);
            }
        }
    }

    private void readLine(Text line) {
        try {
            readStatement(line, labels(line));
        } catch (MistakeException e) {
            e.diagnostics().forEach(diagnostics::add);
            if (++mistakes == MOST_MISTAKES) {
                throw new MistakeException(List.of());
            }
        }
    }

    /** Takes the labels with a colon, or in parentheses; the place after them. */
    private int labels(Text line) {
        int at = skipBlanks(line, 0);
        while (true) {
            int start = at + opening(line, at);
            int end = endOfName(line, start);
            int closing = skipBlanks(line, end);
            String mark = start == at ? ":" : ")";
            if (end == start || !line.value().startsWith(mark, closing) || directives.isOver()) {
                return at;
            }
            label(line, start, end, "");
            at = skipBlanks(line, closing + 1);
        }
    }

    /** How long the mark is that opens a label in parentheses, where the definition has such. */
    private int opening(Text line, int at) {
        return grammar.isa.model().asm().labelsInParentheses() && line.value().startsWith("(", at) ? 1 : 0;
    }

    private void label(Text line, int from, int to, String twice) {
        String name = line.value().substring(from, to);
        symbols.define(name, line.span(from, to), twice, diagnostics);
        directives.section().add(new Statement.Label(name, line.span(from, to)));
    }

    private void readStatement(Text line, int at) {
        int end = endOfHead(line, at);
        if (end == at) {
            return;
        }
        String head = line.value().substring(at, end);
        if (directives.isOver() && !directives.reopens(head)) {
            return;
        }
        int name = endOfName(line, at);
        int equals = skipBlanks(line, name);
        String word = line.value().substring(at, name);
        if (name > at && line.value().startsWith("=", equals) && !grammar.isAssignment(word)) {
            directives.constant(word, line.span(at, name), tokens(line, equals + 1));
        } else if (isStatement(head)) {
            statement(line, at, end);
        } else if (name > at && isStatement(word) && line.value().charAt(name) != '=') {
            statement(line, at, name);
        } else if (grammar.headLength(head) < head.length()) {
            statement(line, at, at + 1);
        } else if (name == end) {
            labelWithoutColon(line, at, end);
        } else {
            statement(line, at, end);
        }
    }

    private void labelWithoutColon(Text line, int at, int end) {
        int next = skipBlanks(line, end);
        int nextEnd = endOfHead(line, next);
        String following = line.value().substring(next, nextEnd);
        String name = line.value().substring(at, end);
        if (directives.isConstant(following)) {
            directives.constant(name, line.span(at, end), tokens(line, nextEnd));
        } else if (name.startsWith(".") || !(following.isEmpty() || startsStatement(line, next, nextEnd))) {
            statement(line, at, end);
        } else {
            label(line, at, end, ALONE);
            if (following.isEmpty()) {
                suspects.add(new Expression.Symbol(name, line.span(at, end)));
            }
            readStatement(line, next);
        }
    }

    private boolean startsStatement(Text line, int at, int end) {
        return isStatement(line.value().substring(at, end))
                || isStatement(line.value().substring(at, endOfName(line, at)));
    }

    private boolean isStatement(String head) {
        return grammar.directives.find(head).isPresent() || grammar.isHead(head);
    }

    private void statement(Text line, int at, int end) {
        String head = line.value().substring(at, end);
        List<Token> tokens = tokens(line, end);
        Span whole = line.span(at, end).to(tokens.getLast().span());
        if (grammar.directives.find(head).isPresent()) {
            directives.read(grammar.directives.find(head).get(), head, tokens, line.span(at, end));
        } else {
            directives.code(instructions.read(head, tokens, line.span(at, end), whole));
        }
    }

    private List<Token> tokens(Text line, int from) {
        return Tokenizer.tokens(grammar.spelling, line, from);
    }

    private int skipBlanks(Text line, int at) {
        while (at < line.length() && Character.isWhitespace(line.value().charAt(at))) {
            at++;
        }
        return at;
    }

    /** The end of the run without blanks that starts here; {@code at} itself where a comment or nothing does. */
    private int endOfHead(Text line, int at) {
        int end = at;
        while (end < line.length()
                && !Character.isWhitespace(line.value().charAt(end))
                && !grammar.spelling.commentAt(line.value(), end)) {
            end++;
        }
        return end;
    }

    private int endOfName(Text line, int at) {
        if (at >= line.length()
                || Character.isDigit(line.value().charAt(at))
                || line.value().charAt(at) == '$'
                || grammar.spelling.commentAt(line.value(), at)) {
            return at;
        }
        int end = at;
        while (end < line.length() && Tokenizer.partOfWord(line.value().charAt(end))) {
            end++;
        }
        return end;
    }
}
