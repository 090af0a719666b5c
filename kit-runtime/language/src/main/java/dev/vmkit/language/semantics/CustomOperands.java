package dev.vmkit.language.semantics;

import dev.vmkit.language.ir.Evaluator;
import dev.vmkit.language.ir.Function;
import dev.vmkit.language.ir.Operations;
import dev.vmkit.language.isa.Form;
import dev.vmkit.language.isa.Operand;
import dev.vmkit.language.text.Suggestion;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks that the two functions of every custom operand fit it and undo each other. */
final class CustomOperands {
    /** Codes up to this width are all tried, of wider ones as many. */
    private static final int EXHAUSTIVE = 16;

    /** Loop rounds and calls for all codes together. */
    private static final int STEPS = 20_000_000;

    private final Functions functions;
    private final Mistakes mistakes;

    CustomOperands(Functions functions) {
        this.functions = functions;
        this.mistakes = functions.definition().mistakes();
    }

    void check() {
        Set<List<Object>> seen = new HashSet<>();
        for (Form form : functions.definition().model().forms()) {
            for (Operand operand : form.operands()) {
                if (operand instanceof Operand.Custom c && seen.add(List.of(c.decode(), c.encode(), c.codeWidth()))) {
                    check(c);
                }
            }
        }
    }

    private void check(Operand.Custom custom) {
        functions.uses(custom.decode());
        functions.uses(custom.encode());
        Optional<Function> decode = find(custom, custom.decode());
        Optional<Function> encode = find(custom, custom.encode());
        if (decode.isEmpty() || encode.isEmpty()) {
            return;
        }
        int valueWidth = decode.get().resultWidths().getFirst();
        boolean fits = takes(custom, decode.get(), custom.codeWidth(), valueWidth);
        if (fits & takes(custom, encode.get(), valueWidth, custom.codeWidth())) {
            invert(custom, decode.get(), encode.get());
        }
    }

    private Optional<Function> find(Operand.Custom custom, String name) {
        Optional<Function> found = functions.find(name);
        Set<String> known = functions.definition().model().functions().keySet();
        if (!known.contains(name)) {
            mistakes.report(
                    SemanticsProblem.UNKNOWN_FUNCTION,
                    custom.span(),
                    "operand '" + custom.name() + "': no function is called '" + name + "'",
                    Suggestion.didYouMean(name, known));
        }
        return found.filter(f -> !f.resultWidths().isEmpty());
    }

    private boolean takes(Operand.Custom custom, Function function, int from, int to) {
        boolean right = function.parameterWidths().equals(List.of(from))
                && function.resultWidths().equals(List.of(to));
        if (!right) {
            mistakes.report(
                    SemanticsProblem.WIDTH,
                    custom.span(),
                    "operand '" + custom.name() + "' needs b" + to + " " + function.name() + "(b" + from + " ...)",
                    "the code has " + Conversion.count(custom.codeWidth()));
        }
        return right;
    }

    private void invert(Operand.Custom custom, Function decode, Function encode) {
        int width = custom.codeWidth();
        long count = 1L << Math.min(width, EXHAUSTIVE);
        // An odd stride visits the codes of a wider operand evenly, both ends among them.
        long stride = width <= EXHAUSTIVE ? 1 : (Operations.mask(width) / (count - 1)) | 1;
        Evaluator evaluator = Evaluator.bounded(STEPS);
        try {
            for (long i = 0; i < count; i++) {
                long code = (i * stride) & Operations.mask(width);
                long value = evaluator.apply(decode, code);
                long back = evaluator.apply(encode, value);
                if (back != code) {
                    mistakes.report(
                            SemanticsProblem.NOT_INVERSE,
                            custom.span(),
                            String.format(
                                    "operand '%s': %s(0x%x) is 0x%x, but %s(0x%x) is 0x%x",
                                    custom.name(), decode.name(), code, value, encode.name(), value, back));
                    return;
                }
            }
        } catch (IllegalArgumentException impure) {
            mistakes.report(
                    SemanticsProblem.OPERANDS_ONLY,
                    custom.span(),
                    "the functions of operand '" + custom.name() + "' must compute from their argument alone: "
                            + impure.getMessage());
        }
    }
}
