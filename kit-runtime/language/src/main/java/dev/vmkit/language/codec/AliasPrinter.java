package dev.vmkit.language.codec;

import dev.vmkit.language.ir.Instruction;
import dev.vmkit.language.isa.Operand;
import dev.vmkit.language.text.MistakeException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Writes instructions as the aliases that stand for them. */
final class AliasPrinter {
    private final Grammar grammar;
    private final OperandPrinter operands;
    private final Map<Instruction, List<Printable>> aliases = new IdentityHashMap<>();

    /** An alias for one instruction, compared with the form it stands for. */
    private record Printable(AliasTemplate alias, Match form) {}

    AliasPrinter(Grammar grammar, OperandPrinter operands) {
        this.grammar = grammar;
        this.operands = operands;
        grammar.aliases().stream().filter(a -> a.lines().size() == 1).forEach(this::add);
    }

    private void add(AliasTemplate alias) {
        AliasTemplate.Line line = alias.lines().getFirst();
        List<Token> tokens = AliasTemplate.withPlaceholders(line);
        List<Match> forms = new FormMatcher(grammar.spelling, tokens, ExpressionParser.Where.ALIAS)
                .match(grammar.forms(line.head()))
                .matches();
        for (Match form : forms) {
            aliases.computeIfAbsent(form.instruction(), i -> new ArrayList<>()).add(new Printable(alias, form));
        }
    }

    /** The lines that aliases give for an instruction, in the order of the definition. */
    List<String> print(Decoding.Decoded decoded, long address, Symbols symbols) {
        List<String> lines = new ArrayList<>();
        for (Printable p : aliases.getOrDefault(decoded.instruction(), List.of())) {
            print(p, decoded, address, symbols).ifPresent(lines::add);
        }
        return lines;
    }

    private Optional<String> print(Printable p, Decoding.Decoded decoded, long address, Symbols symbols) {
        Map<String, String> holes = new TreeMap<>();
        long next = address + decoded.units();
        for (int i = 0; i < decoded.values().length; i++) {
            Operand operand = p.form.template().operands().get(i);
            Match.Argument argument = p.form.arguments().get(i);
            if (argument.expression() instanceof Expression.Symbol hole) {
                String text = operands.print(operand, decoded.values()[i], address, next, symbols);
                String other = holes.putIfAbsent(hole.name(), text);
                if (other != null && !other.equals(text)) {
                    return Optional.empty();
                }
            } else if (fixed(operand, argument, address, next) != decoded.values()[i]) {
                return Optional.empty();
            }
        }
        return filled(p.alias, holes);
    }

    private long fixed(Operand operand, Match.Argument argument, long address, long next) {
        if (argument.expression() == null) {
            return argument.value();
        }
        int width = grammar.isa.model().fetch().addressWidth();
        try {
            long written = new Evaluation(OperandValues.known(Map.of()), grammar.operators, address, next)
                    .value(argument.expression());
            return OperandText.value(operand, written, address, next, width);
        } catch (MistakeException unknown) {
            return Long.MIN_VALUE;
        }
    }

    /** The template with its holes filled; nothing if one of them cannot be. */
    private static Optional<String> filled(AliasTemplate alias, Map<String, String> holes) {
        String line = alias.describe();
        for (Map.Entry<String, String> hole : holes.entrySet()) {
            line = line.replace(hole.getKey(), hole.getValue());
        }
        return line.contains("{") ? Optional.empty() : Optional.of(line);
    }
}
