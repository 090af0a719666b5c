package dev.vmkit.language.isa;

import dev.vmkit.language.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code operands}, except choices, which {@link ModeReader} reads. */
final class OperandReader {
    private static final List<String> KINDS = List.of("reg", "regs", "int", "enum", "choice", "leb", "custom");
    private static final Pattern RANGE = Pattern.compile("\\s*(\\w+)\\s*\\.\\.\\s*(\\w+)\\s*");
    private static final int MOST_REGISTERS = 256;

    private final Definition definition;
    private final Registers registers;
    private final Context context;
    private final NamedNumbers named;
    private final NumberOperandReader numbers;
    private final Map<String, Operand> operands = new LinkedHashMap<>();
    private final Set<String> broken;

    /** Names of operands with mistakes go to {@code broken}. */
    OperandReader(Definition definition, Registers registers, Set<String> broken, Context context) {
        this.broken = broken;
        this.definition = definition;
        this.registers = registers;
        this.context = context;
        this.named = new NamedNumbers(definition, context);
        this.numbers = new NumberOperandReader(named, context);
    }

    Map<String, Operand> read() {
        for (Declaration declaration : definition.chosen("operands", context)) {
            int before = context.mistakes().soFar();
            Names.check(declaration, "an operand", context.mistakes());
            Optional<Operand> operand =
                    Fields.of(declaration, "operand", context).flatMap(fields -> operand(declaration, fields));
            if (context.mistakes().soFar() > before) {
                broken.add(declaration.id());
            } else {
                operand.ifPresent(found -> operands.put(found.name(), found));
            }
        }
        return operands;
    }

    private Optional<Operand> operand(Declaration declaration, Fields fields) {
        List<String> kinds = KINDS.stream().filter(fields::has).toList();
        if (kinds.size() != 1) {
            context.mistakes()
                    .tell(
                            IsaProblem.BAD_OPERAND,
                            declaration.span(),
                            fields.subject() + (kinds.isEmpty() ? "its kind is missing" : "it has two kinds: " + kinds),
                            "one of " + String.join(", ", KINDS) + " says what it is");
            return Optional.empty();
        }
        if (kinds.getFirst().equals("choice")) {
            return Optional.empty();
        }
        Optional<Operand> operand = switch (kinds.getFirst()) {
            case "reg" -> register(declaration, fields);
            case "regs" -> registers(declaration, fields);
            case "int" -> numbers.immediate(declaration, fields);
            case "enum" -> enumerated(declaration, fields);
            case "leb" -> numbers.leb(declaration, fields);
            default -> custom(declaration, fields);
        };
        fields.close();
        return operand;
    }

    private Optional<Operand> register(Declaration declaration, Fields fields) {
        Optional<Text> name = fields.text("reg");
        if (name.isPresent() && registers.broken().contains(name.get().value())) {
            context.mistakes().note();
        }
        RegisterFile file =
                name.map(text -> registers.files().get(text.value())).orElse(null);
        if (file == null) {
            name.filter(text -> !registers.broken().contains(text.value()))
                    .ifPresent(text -> context.mistakes()
                            .unknown(
                                    text.span(),
                                    fields.subject(),
                                    "register",
                                    text.value(),
                                    registers.files().keySet()));
            fields.node("only");
            fields.node("bits");
            return Optional.empty();
        }
        BitBounds only = only(fields, file);
        int needed = bitsFor(only.last() - only.first() + 1L);
        return Optional.of(new Operand.Register(
                declaration.id(), file, bits(fields, needed), only.first(), only.last(), declaration.span()));
    }

    private record BitBounds(int first, int last) {}

    private BitBounds only(Fields fields, RegisterFile file) {
        BitBounds all = new BitBounds(0, file.count() - 1);
        Optional<Text> text = fields.text("only");
        if (text.isEmpty()) {
            return all;
        }
        Matcher matcher = RANGE.matcher(text.get().value());
        if (!matcher.matches()) {
            context.mistakes()
                    .tell(
                            IsaProblem.BAD_OPERAND,
                            text.get().span(),
                            fields.subject() + "'only' is a range of registers, such as 8..15");
            return all;
        }
        int first = number(text.get(), matcher, 1, fields, file);
        int last = number(text.get(), matcher, 2, fields, file);
        return new BitBounds(first, Math.max(first, last));
    }

    private int number(Text text, Matcher matcher, int group, Fields fields, RegisterFile file) {
        Text part = text.part(matcher.start(group), matcher.end(group));
        return Fields.within(part, fields.subject() + "only", 0, file.count() - 1, 0, context);
    }

    /** Bits to tell {@code codes} codes apart, at least 1. */
    static int bitsFor(long codes) {
        return Math.max(1, 64 - Long.numberOfLeadingZeros(codes - 1));
    }

    /** The key {@code bits}, for a code wider than it need be. */
    private int bits(Fields fields, int needed) {
        return fields.number("bits", Math.min(needed, 64), 64, needed);
    }

    private Optional<Operand> registers(Declaration declaration, Fields fields) {
        List<Text> names = fields.texts("regs");
        Set<String> known = registers.names();
        List<Optional<String>> picked = new ArrayList<>();
        for (Text name : names) {
            boolean hole = name.value().equals("_");
            if (!hole && !known.contains(name.value())) {
                context.mistakes().unknown(name.span(), fields.subject(), "register", name.value(), known);
            }
            picked.add(hole ? Optional.empty() : Optional.of(name.value()));
        }
        if (picked.isEmpty() || picked.size() > MOST_REGISTERS) {
            context.mistakes()
                    .tell(
                            IsaProblem.BAD_OPERAND,
                            fields.at("regs"),
                            fields.subject() + "1 to " + MOST_REGISTERS + " registers can be picked");
            return Optional.empty();
        }
        int width = bits(fields, bitsFor(picked.size()));
        return Optional.of(new Operand.Choice(declaration.id(), List.copyOf(picked), width, declaration.span()));
    }

    private Optional<Operand> enumerated(Declaration declaration, Fields fields) {
        Map<String, Long> words = named.read(fields, "enum");
        long most = words.values().stream().mapToLong(Long::longValue).max().orElse(0);
        if (words.isEmpty()
                || most > Integer.MAX_VALUE
                || words.values().stream().anyMatch(code -> code < 0)) {
            context.mistakes()
                    .tell(
                            IsaProblem.BAD_OPERAND,
                            fields.at("enum"),
                            fields.subject() + "an enum gives words codes from 0 to 2147483647");
            return Optional.empty();
        }
        return Optional.of(
                new Operand.Enumerated(declaration.id(), words, bits(fields, bitsFor(most + 1)), declaration.span()));
    }

    private Optional<Operand> custom(Declaration declaration, Fields fields) {
        int width = fields.number("custom", 1, 64, 1);
        Optional<Text> decode = function(fields, "decode");
        Optional<Text> encode = function(fields, "encode");
        if (decode.isEmpty() || encode.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Operand.Custom(
                declaration.id(), width, decode.get().value(), encode.get().value(), declaration.span()));
    }

    private Optional<Text> function(Fields fields, String key) {
        Optional<Text> name = fields.requiredText(key);
        Set<String> functions = definition.section("functions").keySet();
        name.filter(text -> !functions.contains(text.value()))
                .ifPresent(text ->
                        context.mistakes().unknown(text.span(), fields.subject(), "function", text.value(), functions));
        return name;
    }
}
