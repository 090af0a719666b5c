package dev.vmkit.language.ieee;

/** Finds for an operation what computes it: the host's arithmetic in front of ours where there is such a way. */
final class FloatFunctions {
    private FloatFunctions() {}

    static FloatFunction of(FloatOperation operation, FloatRules rules) {
        FloatFunction exact = exact(operation, rules);
        return switch (operation.from()) {
            case 32 -> HostFloat.before(exact, operation.kind());
            case 64 -> HostDouble.before(exact, operation.kind());
            default -> exact;
        };
    }

    /** In integers alone. */
    static FloatFunction exact(FloatOperation operation, FloatRules rules) {
        return switch (operation.kind()) {
            case CONVERT -> conversion(operation, rules);
            case TO_SIGNED -> toInteger(operation, true, rules);
            case TO_UNSIGNED -> toInteger(operation, false, rules);
            case FROM_SIGNED -> fromInteger(operation, true, rules);
            case FROM_UNSIGNED -> fromInteger(operation, false, rules);
            default -> withinFormat(operation.kind(), Format.of(operation.from()), rules);
        };
    }

    private static FloatFunction withinFormat(FloatOperation.Kind kind, Format format, FloatRules rules) {
        Adder adder = new Adder(format, rules);
        Extremum extremum = new Extremum(format, rules);
        Comparison comparison = new Comparison(format);
        return switch (kind) {
            case ADD -> (a, b, _, rounding, flags) -> adder.add(a, b, rounding, flags);
            case SUBTRACT -> (a, b, _, rounding, flags) -> adder.subtract(a, b, rounding, flags);
            case MULTIPLY -> multiply(new Multiplier(format, rules));
            case DIVIDE -> divide(new Divider(format, rules));
            case SQUARE_ROOT -> squareRoot(new SquareRoot(format, rules));
            case MULTIPLY_ADD -> new FusedMultiplier(format, rules)::multiplyAdd;
            case ROUND_TO_INTEGRAL -> roundToIntegral(new RoundToIntegral(format, rules));
            case MINIMUM -> (a, b, _, _, flags) -> extremum.minimum(a, b, flags);
            case MAXIMUM -> (a, b, _, _, flags) -> extremum.maximum(a, b, flags);
            case EQUAL -> (a, b, _, _, flags) -> comparison.equal(a, b, flags);
            case LESS -> (a, b, _, _, flags) -> comparison.less(a, b, flags);
            case LESS_OR_EQUAL -> (a, b, _, _, flags) -> comparison.lessOrEqual(a, b, flags);
            case CLASSIFY -> (a, _, _, _, _) -> Classification.of(format, a);
            case CONVERT, TO_SIGNED, TO_UNSIGNED, FROM_SIGNED, FROM_UNSIGNED ->
                throw new IllegalArgumentException(kind + " changes the format");
        };
    }

    private static FloatFunction multiply(Multiplier multiplier) {
        return (a, b, _, rounding, flags) -> multiplier.multiply(a, b, rounding, flags);
    }

    private static FloatFunction divide(Divider divider) {
        return (a, b, _, rounding, flags) -> divider.divide(a, b, rounding, flags);
    }

    private static FloatFunction squareRoot(SquareRoot root) {
        return (a, _, _, rounding, flags) -> root.of(a, rounding, flags);
    }

    private static FloatFunction roundToIntegral(RoundToIntegral integral) {
        return (a, _, _, rounding, flags) -> integral.of(a, rounding, flags);
    }

    private static FloatFunction conversion(FloatOperation operation, FloatRules rules) {
        Conversion conversion = new Conversion(Format.of(operation.from()), Format.of(operation.to()), rules);
        return (a, _, _, rounding, flags) -> conversion.convert(a, rounding, flags);
    }

    private static FloatFunction toInteger(FloatOperation operation, boolean signed, FloatRules rules) {
        Format format = Format.of(operation.from());
        IntegerConversion conversion = new IntegerConversion(format, operation.to(), signed, rules);
        return (a, _, _, rounding, flags) -> conversion.toInteger(a, rounding, flags);
    }

    private static FloatFunction fromInteger(FloatOperation operation, boolean signed, FloatRules rules) {
        Format format = Format.of(operation.to());
        IntegerConversion conversion = new IntegerConversion(format, operation.from(), signed, rules);
        return (a, _, _, rounding, flags) -> conversion.fromInteger(a, rounding, flags);
    }
}
