package dev.vmkit.language.isa;

import dev.vmkit.language.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads operands that are numbers: {@code int} and {@code leb}. */
final class NumberOperandReader {
    private static final Pattern NUMBER_TYPE = Pattern.compile("([su])([1-9]\\d?)");
    private static final Map<String, Operand.Relative> RELATIVE =
            Map.of("pc", Operand.Relative.PC, "next", Operand.Relative.NEXT);
    private static final Map<String, Operand.Format> FORMATS =
            Map.of("decimal", Operand.Format.DECIMAL, "hex", Operand.Format.HEX, "upper", Operand.Format.UPPER);

    private final NamedNumbers named;
    private final Context context;

    NumberOperandReader(NamedNumbers named, Context context) {
        this.named = named;
        this.context = context;
    }

    private record NumberType(boolean signed, int width) {}

    private Optional<NumberType> type(Fields fields, String key, int most) {
        Optional<Text> text = fields.text(key);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Matcher matcher = NUMBER_TYPE.matcher(text.get().value());
        if (!matcher.matches() || Integer.parseInt(matcher.group(2)) > most) {
            context.mistakes()
                    .tell(
                            IsaProblem.BAD_OPERAND,
                            text.get().span(),
                            fields.subject() + "'" + text.get() + "' is no type of number",
                            "s13 is a signed number of 13 bits, u8 an unsigned one of 8; at most " + most + " bits");
            return Optional.empty();
        }
        return Optional.of(new NumberType(matcher.group(1).equals("s"), Integer.parseInt(matcher.group(2))));
    }

    Optional<Operand> immediate(Declaration declaration, Fields fields) {
        Optional<NumberType> type = type(fields, "int", 64);
        int width = type.map(NumberType::width).orElse(64);
        Operand.Immediate immediate = new Operand.Immediate(
                declaration.id(),
                type.map(NumberType::signed).orElse(true),
                width,
                step(fields, width),
                fields.number("bias").orElse(0),
                List.of(),
                fields.word("relative", RELATIVE, Operand.Relative.NONE),
                fields.word("format", FORMATS, Operand.Format.DECIMAL),
                named.read(fields, "names"),
                declaration.span());
        List<Long> not = excluded(fields, immediate);
        return type.map(known -> new Operand.Immediate(
                immediate.name(),
                immediate.signed(),
                width,
                immediate.step(),
                immediate.bias(),
                not,
                immediate.relative(),
                immediate.format(),
                immediate.names(),
                immediate.span()));
    }

    private long step(Fields fields, int width) {
        long step = fields.number("step").orElse(1);
        if (Long.bitCount(Math.abs(step)) != 1 || Long.numberOfTrailingZeros(step) >= width) {
            context.mistakes()
                    .tell(
                            IsaProblem.BAD_OPERAND,
                            fields.at("step"),
                            fields.subject() + "the step is a power of two below 2^" + width + ", or minus one, not "
                                    + step);
            return 1;
        }
        return step;
    }

    private List<Long> excluded(Fields fields, Operand.Immediate immediate) {
        List<Long> not = new ArrayList<>();
        for (Text text : fields.texts("not")) {
            OptionalLong value = context.evaluate(text);
            if (value.isPresent() && !occurs(immediate, value.getAsLong())) {
                context.mistakes()
                        .tell(
                                IsaProblem.OUT_OF_RANGE,
                                text.span(),
                                fields.subject() + "it never is " + text + ", so there is nothing to exclude");
            }
            value.ifPresent(not::add);
        }
        return not;
    }

    private static boolean occurs(Operand.Immediate immediate, long value) {
        long unused = 64 - immediate.codeWidth();
        long code = (value - immediate.bias()) / immediate.step();
        return immediate.value(code << unused >>> unused) == value;
    }

    Optional<Operand> leb(Declaration declaration, Fields fields) {
        return type(fields, "leb", 64)
                .map(type -> new Operand.Leb(declaration.id(), type.signed(), type.width(), declaration.span()));
    }
}
