package dev.vmkit.language.codec;

import dev.vmkit.language.isa.AsmSettings;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.MistakeException;
import dev.vmkit.language.text.Span;
import dev.vmkit.language.text.Suggestion;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The labels and constants of a source. Labels get addresses, again and again while the program is laid out. */
final class SymbolTable {
    private static final int DEEPEST = 100;

    private final Spelling spelling;
    private final AsmSettings settings;
    private final NumberReader numbers;
    private final Map<String, Definition> definitions = new LinkedHashMap<>();
    private final Map<String, Long> addresses = new TreeMap<>();
    /** Symbols that nothing defines, where the definition has those stand for variables: their numbers, in order. */
    private final Map<String, Long> variables = new HashMap<>();

    private final Set<String> used = new HashSet<>();
    /** Constants computed since the addresses last changed: without them 'b = a + a, c = b + b ...' takes for ever. */
    private final Map<String, Long> constants = new HashMap<>();

    private int depth;
    private boolean suggesting;

    SymbolTable(Spelling spelling, AsmSettings settings) {
        this.spelling = spelling;
        this.settings = settings;
        this.numbers = new NumberReader(spelling);
    }

    /** Where a symbol is defined, and the constant's value; a label has none. */
    private record Definition(Span span, @Nullable Expression value) {}

    /** Defines a constant. */
    void define(String name, Span span, Expression value, Diagnostics diagnostics) {
        define(name, span, value, "", diagnostics);
    }

    /**
     * Defines a label.
     *
     * @param twice what to think of if there is one already
     */
    void define(String name, Span span, String twice, Diagnostics diagnostics) {
        define(name, span, null, twice, diagnostics);
    }

    private void define(String name, Span span, @Nullable Expression value, String twice, Diagnostics diagnostics) {
        Definition other = definitions.get(name);
        if (other != null) {
            diagnostics.report(
                    AsmProblem.DUPLICATE_SYMBOL,
                    span,
                    "'" + name + "' is defined twice",
                    twice,
                    other.span(),
                    "first defined here");
        } else if (spelling.isReserved(name)) {
            diagnostics.report(
                    AsmProblem.RESERVED_NAME,
                    span,
                    "'" + name + "' cannot be a label: it is a register or a word of the syntax");
        } else if (numbers.isNumber(name)) {
            diagnostics.report(
                    AsmProblem.RESERVED_NAME, span, "'" + name + "' cannot be a label: it reads as a number");
        }
        definitions.putIfAbsent(name, new Definition(span, value));
    }

    /** Forgets the addresses of labels, before a new round. */
    void clearAddresses() {
        addresses.clear();
        constants.clear();
    }

    /** From now on mistakes name the nearest symbol, which takes time. */
    void suggest() {
        suggesting = true;
    }

    void place(String label, long address) {
        addresses.putIfAbsent(label, address);
    }

    /** Addresses of the labels placed so far. */
    Map<String, Long> addresses() {
        return addresses;
    }

    boolean isUsed(String name) {
        return used.contains(name);
    }

    /** The value of a symbol; throws where there is none, or it is a label that has no address yet. */
    long value(Expression.Symbol symbol, Map<String, Expression> operators) {
        used.add(symbol.name());
        Definition definition = definitions.get(symbol.name());
        if (definition == null && settings.symbols().containsKey(symbol.name())) {
            return settings.symbols().get(symbol.name());
        }
        if (definition == null && settings.variables().isPresent()) {
            long first = settings.variables().getAsLong();
            return variables.computeIfAbsent(symbol.name(), _ -> first + variables.size());
        }
        if (definition == null) {
            throw MistakeException.of(
                    AsmProblem.UNDEFINED_SYMBOL,
                    symbol.span(),
                    "no label or constant '" + symbol.name() + "'",
                    suggesting ? Suggestion.didYouMean(symbol.name(), new TreeSet<>(definitions.keySet())) : "");
        }
        return definition.value() == null ? address(symbol) : constant(symbol, definition.value(), operators);
    }

    private long address(Expression.Symbol symbol) {
        Long address = addresses.get(symbol.name());
        if (address == null) {
            throw MistakeException.of(
                    AsmProblem.NOT_YET_KNOWN,
                    symbol.span(),
                    "the address of '" + symbol.name() + "' is not known yet here",
                    "only labels further up can be used");
        }
        return address;
    }

    private long constant(Expression.Symbol symbol, Expression value, Map<String, Expression> operators) {
        Long known = constants.get(symbol.name());
        if (known != null) {
            return known;
        }
        if (depth == DEEPEST) {
            throw MistakeException.of(
                    AsmProblem.CIRCULAR,
                    symbol.span(),
                    "'" + symbol.name() + "' is defined by itself, or by way of too many others",
                    "");
        }
        depth++;
        try {
            long computed = new Evaluation(s -> value(s, operators), operators, 0, 0).value(value);
            constants.put(symbol.name(), computed);
            return computed;
        } finally {
            depth--;
        }
    }
}
