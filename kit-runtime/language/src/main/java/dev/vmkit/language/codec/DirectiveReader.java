package dev.vmkit.language.codec;

import dev.vmkit.language.isa.IsaModel;
import dev.vmkit.language.isa.Space;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.MistakeException;
import dev.vmkit.language.text.Span;
import dev.vmkit.language.text.Suggestion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Carries out directives, and collects statements in sections. */
final class DirectiveReader {
    private final Grammar grammar;
    private final IsaModel isa;
    private final SymbolTable symbols;
    private final Diagnostics diagnostics;
    private final Map<String, Section> sections = new LinkedHashMap<>();
    private final List<Expression.Symbol> mentioned = new ArrayList<>();
    private @Nullable Section current;
    private @Nullable Expression entry;
    private boolean over;

    DirectiveReader(Grammar grammar, SymbolTable symbols, Diagnostics diagnostics) {
        this.grammar = grammar;
        this.isa = grammar.isa.model();
        this.symbols = symbols;
        this.diagnostics = diagnostics;
    }

    Source source() {
        return new Source(List.copyOf(sections.values()), symbols, entry, mentioned);
    }

    /** The section statements go to: at first the one for instructions. */
    Section section() {
        if (current == null) {
            current = open(".text", isa.fetch());
        }
        return current;
    }

    private Section open(String name, Space space) {
        return sections.computeIfAbsent(name, n -> new Section(n, space));
    }

    /** Whether {@code .end} was met: what follows is not read, up to the next {@code .org}. */
    boolean isOver() {
        return over;
    }

    boolean reopens(String head) {
        return grammar.directives.find(head).filter(d -> d == Directive.ORIGIN).isPresent();
    }

    boolean isConstant(String head) {
        return grammar.directives
                .find(head)
                .filter(d -> d == Directive.CONSTANT)
                .isPresent();
    }

    void code(List<Statement.Code> codes) {
        if (!section().space().equals(isa.fetch())) {
            throw MistakeException.of(
                    AsmProblem.SECTION,
                    codes.getFirst().span(),
                    "section '" + section().name() + "' lies in space "
                            + section().space().name() + ", instructions come from "
                            + isa.fetch().name(),
                    "");
        }
        codes.forEach(section()::add);
    }

    void constant(String name, Span at, List<Token> tokens) {
        List<Expression> values = numbers(tokens, at, 1, 1, "one value");
        symbols.define(name, at, values.getFirst(), diagnostics);
    }

    void read(Directive directive, String head, List<Token> tokens, Span at) {
        switch (directive) {
            case DATA_8 -> data(8, tokens, at);
            case DATA_16 -> data(16, tokens, at);
            case DATA_32 -> data(32, tokens, at);
            case DATA_64 -> data(64, tokens, at);
            case WORD -> data(wordBits(isa), tokens, at);
            case STRING -> strings(tokens, at, false);
            case ZERO_TERMINATED -> strings(tokens, at, true);
            case FILL -> fill(tokens, at);
            case ORIGIN -> origin(tokens, at);
            case ALIGN -> align(tokens, at, false);
            case ALIGN_POWER -> align(tokens, at, true);
            case EVEN -> even(tokens, at);
            case CONSTANT -> equate(tokens, at);
            case GLOBAL -> global(tokens, at);
            case ENTRY -> entry = numbers(tokens, at, 1, 1, "an address").getFirst();
            case END -> end(tokens, at);
            case SECTION -> named(tokens, at);
            case TEXT -> current = open(".text", isa.fetch());
            case DATA -> current = open(head, dataSpace());
        }
    }

    /** Bits of {@code .word}: 16 where addresses have at most 16 bits, else 32; at least an address unit. */
    static int wordBits(IsaModel isa) {
        return Math.max(isa.fetch().unit(), isa.fetch().addressWidth() <= 16 ? 16 : 32);
    }

    /** A machine whose data lie apart has a space {@code data}. */
    private Space dataSpace() {
        return isa.spaces().getOrDefault("data", isa.fetch());
    }

    private void data(int bits, List<Token> tokens, Span at) {
        int unit = section().space().unit();
        List<Expression> values = numbers(tokens, at, 1, Integer.MAX_VALUE, "one value or more");
        section().add(new Statement.Data(Math.max(1, bits / unit), bits, values, spanOf(at, tokens)));
    }

    private void strings(List<Token> tokens, Span at, boolean zero) {
        int p = 0;
        do {
            if (!(tokens.get(p) instanceof Token.Quoted q)) {
                throw wrong(tokens.get(p).span(), "takes strings in double quotes");
            }
            byte[] bytes = grammar.spelling.characters.bytes(q.value(), q.span());
            section()
                    .add(new Statement.Bytes(
                            zero ? Arrays.copyOf(bytes, bytes.length + 1) : bytes, spanOf(at, tokens)));
            p++;
        } while (tokens.get(p++).is(","));
        if (!(tokens.get(p - 1) instanceof Token.End)) {
            throw wrong(tokens.get(p - 1).span(), "takes strings separated by commas");
        }
    }

    private void fill(List<Token> tokens, Span at) {
        List<Expression> a = numbers(tokens, at, 1, 2, "a count, and a value if it is not 0");
        section().add(new Statement.Fill(a.getFirst(), a.size() > 1 ? a.get(1) : null, spanOf(at, tokens)));
    }

    private void origin(List<Token> tokens, Span at) {
        over = false;
        section()
                .add(new Statement.Origin(
                        numbers(tokens, at, 1, 1, "an address").getFirst(), spanOf(at, tokens)));
    }

    private void align(List<Token> tokens, Span at, boolean power) {
        section().add(new Statement.Align(numbers(tokens, at, 1, 1, "a number").getFirst(), power, spanOf(at, tokens)));
    }

    private void even(List<Token> tokens, Span at) {
        numbers(tokens, at, 0, 0, "nothing");
        section().add(new Statement.Align(new Expression.Number(2, at), false, at));
    }

    private void equate(List<Token> tokens, Span at) {
        if (!(tokens.getFirst() instanceof Token.Word name)
                || tokens.size() < 3
                || !tokens.get(1).is(",")) {
            throw wrong(at, "takes a name, a comma and a value");
        }
        constant(name.text(), name.span(), tokens.subList(2, tokens.size()));
    }

    private void global(List<Token> tokens, Span at) {
        for (Expression e : numbers(tokens, at, 1, Integer.MAX_VALUE, "names")) {
            if (!(e instanceof Expression.Symbol s)) {
                throw wrong(e.span(), "takes names of labels");
            }
            mentioned.add(s);
        }
    }

    private void end(List<Token> tokens, Span at) {
        List<Expression> start = numbers(tokens, at, 0, 1, "at most the address where execution starts");
        entry = start.isEmpty() ? entry : start.getFirst();
        over = true;
    }

    private void named(List<Token> tokens, Span at) {
        if (!(tokens.getFirst() instanceof Token.Word name)) {
            throw wrong(at, "takes a name, and an address space if it is not that of instructions");
        }
        Section known = sections.get(name.text());
        Space space = known != null ? known.space() : defaultSpace(name.text());
        if (tokens.get(1).is(",")) {
            space = space(tokens.get(2));
        }
        if (known != null && !known.space().equals(space)) {
            throw MistakeException.of(
                    AsmProblem.SECTION,
                    name.span(),
                    "section '" + name.text() + "' lies in space "
                            + known.space().name() + " already",
                    "");
        }
        current = open(name.text(), space);
    }

    private Space defaultSpace(String section) {
        boolean data = grammar.directives
                .find(section)
                .filter(d -> d == Directive.DATA)
                .isPresent();
        return data ? dataSpace() : isa.fetch();
    }

    private Space space(Token token) {
        Space space = token instanceof Token.Word w ? isa.spaces().get(w.text()) : null;
        if (space == null) {
            throw MistakeException.of(
                    AsmProblem.SECTION,
                    token.span(),
                    "no address space " + token.describe() + "; there are "
                            + String.join(", ", isa.spaces().keySet()),
                    Suggestion.didYouMean(Tokenizer.text(token), isa.spaces().keySet()));
        }
        return space;
    }

    /** The arguments, all of them expressions. */
    private List<Expression> numbers(List<Token> tokens, Span at, int least, int most, String takes) {
        List<Expression> found = new ArrayList<>();
        int p = 0;
        while (!(tokens.get(p) instanceof Token.End)) {
            ExpressionParser.Parsed parsed =
                    ExpressionParser.parse(grammar.spelling, tokens, p, ExpressionParser.Where.SOURCE);
            found.add(parsed.expression());
            p = parsed.next();
            if (tokens.get(p).is(",") && !(tokens.get(p + 1) instanceof Token.End)) {
                p++;
            } else if (!(tokens.get(p) instanceof Token.End)) {
                throw wrong(
                        tokens.get(p).span(),
                        "takes " + takes + ", and " + tokens.get(p).describe() + " is left");
            }
        }
        if (found.size() < least || found.size() > most) {
            throw wrong(at, "takes " + takes);
        }
        return found;
    }

    private static Span spanOf(Span at, List<Token> tokens) {
        return at.to(tokens.getLast().span());
    }

    private static MistakeException wrong(Span at, String message) {
        return MistakeException.of(AsmProblem.DIRECTIVE, at, "this directive " + message, "");
    }
}
