package dev.vmkit.language.isa;

import dev.vmkit.language.ieee.FloatRules;
import dev.vmkit.language.ieee.FloatRules.MinMax;
import dev.vmkit.language.ieee.FloatRules.NaN;
import dev.vmkit.language.ieee.FloatRules.Tininess;
import java.util.Map;

/** Reads {@code floats: { nan: canonical, tininess: after-rounding, min-max: number }}. */
final class FloatRulesReader {
    private static final Map<String, NaN> NANS = Map.of("canonical", NaN.CANONICAL, "first-operand", NaN.FIRST_OPERAND);
    private static final Map<String, Tininess> TININESS =
            Map.of("after-rounding", Tininess.AFTER_ROUNDING, "before-rounding", Tininess.BEFORE_ROUNDING);
    private static final Map<String, MinMax> EXTREMA =
            Map.of("number", MinMax.NUMBER, "number-2008", MinMax.NUMBER_2008, "nan", MinMax.NAN);

    private final Definition definition;
    private final Context context;

    FloatRulesReader(Definition definition, Context context) {
        this.definition = definition;
        this.context = context;
    }

    FloatRules read() {
        return definition
                .setting("floats")
                .flatMap(node -> Fields.of(node, "'floats'", "floats: ", context))
                .map(FloatRulesReader::rules)
                .orElse(FloatRules.DEFAULT);
    }

    private static FloatRules rules(Fields fields) {
        FloatRules usual = FloatRules.DEFAULT;
        FloatRules rules = new FloatRules(
                fields.word("nan", NANS, usual.nan()),
                fields.word("tininess", TININESS, usual.tininess()),
                fields.word("min-max", EXTREMA, usual.minMax()));
        fields.close();
        return rules;
    }
}
