package dev.vmkit.language.isa;

import dev.vmkit.language.ieee.FloatRules;
import dev.vmkit.language.ieee.FloatRules.MinMax;
import dev.vmkit.language.ieee.FloatRules.NaN;
import dev.vmkit.language.ieee.FloatRules.Tininess;
import dev.vmkit.language.yaml.YamlMapping;
import dev.vmkit.language.yaml.YamlNode;
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
        return definition.setting("floats").map(this::rules).orElse(FloatRules.DEFAULT);
    }

    private FloatRules rules(YamlNode node) {
        if (!(node instanceof YamlMapping mapping)) {
            context.values().mapping(node, "what is said of floats");
            return FloatRules.DEFAULT;
        }
        Fields fields = Fields.of(mapping, "'floats'", "floats: ", node.span(), context);
        FloatRules usual = FloatRules.DEFAULT;
        FloatRules rules = new FloatRules(
                fields.word("nan", NANS, usual.nan()),
                fields.word("tininess", TININESS, usual.tininess()),
                fields.word("min-max", EXTREMA, usual.minMax()));
        fields.close();
        return rules;
    }
}
