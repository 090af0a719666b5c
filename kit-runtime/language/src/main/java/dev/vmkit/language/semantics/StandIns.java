package dev.vmkit.language.semantics;

import dev.vmkit.language.isa.Form;
import dev.vmkit.language.isa.Operand;
import dev.vmkit.language.text.Span;
import dev.vmkit.language.text.Text;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Instructions that stand for others: the other's body with its operands bound to this one's. */
final class StandIns {
    private static final int LONGEST_CHAIN = 8;

    private final Functions functions;
    private final Definition definition;
    private final Mistakes mistakes;
    private final Map<String, Form> forms = new HashMap<>();

    StandIns(Functions functions) {
        this.functions = functions;
        this.definition = functions.definition();
        this.mistakes = definition.mistakes();
        for (Form form : definition.model().forms()) {
            forms.put(form.id(), form);
        }
        for (Form form : definition.model().forms()) {
            forms.putIfAbsent(form.mnemonic(), form);
        }
    }

    /** The body that {@code form} stands for, seen with the operands {@code own}; no body if something is wrong. */
    FormOperands operands(Form form, FormOperands own) {
        FormOperands operands = own;
        Form current = form;
        for (int i = 0; current.standsFor().isPresent(); i++) {
            Form.StandsFor standsFor = current.standsFor().get();
            Form target = target(standsFor);
            if (i == LONGEST_CHAIN) {
                report(
                        form.standsFor().get().span(),
                        "'" + form.id() + "' stands for an instruction that stands for another, without end",
                        "");
                return own;
            }
            operands = new FormOperands(functions, target, bind(standsFor, target, operands), new HashSet<>());
            current = target;
        }
        return operands;
    }

    private void report(Span at, String message, String hint) {
        mistakes.report(SemanticsProblem.STANDS_FOR, at, message, hint);
    }

    /** The loader has seen to it that there is one. */
    private Form target(Form.StandsFor standsFor) {
        return Objects.requireNonNull(forms.get(standsFor.form().value().strip()));
    }

    private Map<String, Binding> bind(Form.StandsFor standsFor, Form target, FormOperands given) {
        Map<String, Binding> bindings = FormOperands.own(target);
        for (Operand operand : target.operands()) {
            Text argument = standsFor.arguments().get(operand.name());
            if (argument != null) {
                bindings.put(operand.name(), binding(operand, argument, given));
            }
        }
        return bindings;
    }

    private Binding binding(Operand wanted, Text argument, FormOperands given) {
        Ast.Expression e = definition.expression(argument);
        if (e instanceof Ast.Name name) {
            Binding binding = given.binding(name.text());
            if (binding == null) {
                binding = named(wanted, name);
            }
            if (binding != null) {
                fit(wanted, binding, name.span());
                return binding;
            }
            report(name.span(), "'" + name.text() + "' is neither an operand of this instruction nor a register", "");
            return new Binding.OfNumber(0);
        }
        Body body = new Body(functions, given, List.of());
        long value = body.expressions.constant(e).map(Number::longValue).orElse(0L);
        Binding number = new Binding.OfNumber(value);
        fit(wanted, number, e.span());
        return number;
    }

    /** A register by its name. */
    private @Nullable Binding named(Operand wanted, Ast.Name name) {
        Place place = definition.storage(name.text());
        if (place == null) {
            return null;
        }
        Definition.Element element = definition.element(name.text());
        return new Binding.OfRegister(place, code(wanted, name.text(), element == null ? 0 : element.index()));
    }

    /** The number a choice gives the register, or its index in its file. */
    private static long code(Operand wanted, String name, int index) {
        if (wanted instanceof Operand.Choice c) {
            for (int i = 0; i < c.registers().size(); i++) {
                if (c.registers().get(i).filter(name::equals).isPresent()) {
                    return i;
                }
            }
            return -1;
        }
        return index;
    }

    // ---- whether the one can take the place of the other

    private void fit(Operand wanted, Binding given, Span at) {
        String problem = switch (wanted) {
            case Operand.Register w -> fitRegister(w, given);
            case Operand.Choice w -> fitChoice(w, given);
            case Operand.Immediate w -> fitNumber(Range.of(w), w, given);
            case Operand.Enumerated w -> fitNumber(Range.of(w.words().values()), null, given);
            case Operand.Leb w ->
                fitNumber(w.signed() ? Range.signed(w.width()) : Range.unsigned(w.width()), null, given);
            case Operand.Custom w -> fitNumber(Range.unsigned(64), null, given);
        };
        if (!problem.isEmpty()) {
            report(at, "'" + Conversion.source(at) + "' cannot stand for '" + wanted.name() + "': " + problem, "");
        }
    }

    private static String fitRegister(Operand.Register wanted, Binding given) {
        return switch (given) {
            case Binding.OfOperand(Operand.Register r, int _)
            when r.file() == wanted.file() ->
                r.first() >= wanted.first() && r.last() <= wanted.last()
                        ? ""
                        : "it names registers " + r.first() + " to " + r.last() + ", the other only " + wanted.first()
                                + " to " + wanted.last();
            case Binding.OfRegister(Place.OfRegister r, long code)
            when r.file() == wanted.file() ->
                code >= wanted.first() && code <= wanted.last() ? "" : "the other does not have this register";
            default -> "a register of " + wanted.file().name() + " is needed";
        };
    }

    private static String fitChoice(Operand.Choice wanted, Binding given) {
        return switch (given) {
            case Binding.OfOperand(Operand.Choice c, int _) ->
                c.registers().size() <= wanted.registers().size() ? "" : "it names more registers than the other";
            case Binding.OfRegister r -> r.code() >= 0 ? "" : "the other does not have this register";
            default -> "a register is needed";
        };
    }

    private static String fitNumber(Range wanted, Operand.@Nullable Immediate immediate, Binding given) {
        return switch (given) {
            case Binding.OfNumber(long value) -> {
                if (immediate != null && immediate.relative() != Operand.Relative.NONE) {
                    yield "it is a plain number, the other " + kind(immediate.relative());
                }
                if (!Range.of(value, value).isWithin(wanted)) {
                    yield "the other holds " + wanted;
                }
                yield immediate == null || isStep(immediate, value)
                        ? ""
                        : "the other holds multiples of " + immediate.step() + " only";
            }
            case Binding.OfOperand(Operand.Immediate i, int _) -> fitImmediate(wanted, immediate, i);
            case Binding.OfOperand(Operand.Enumerated e, int _) ->
                Range.of(e.words().values()).isWithin(wanted) ? "" : "the other holds " + wanted;
            case Binding.OfOperand(Operand.Leb _, int _), Binding.OfOperand(Operand.Custom _, int _) -> "";
            default -> "a number is needed";
        };
    }

    private static boolean isStep(Operand.Immediate immediate, long value) {
        return (value - immediate.bias()) % immediate.step() == 0;
    }

    private static String fitImmediate(Range wanted, Operand.@Nullable Immediate immediate, Operand.Immediate given) {
        if (!Range.of(given).isWithin(wanted)) {
            return "it may be " + Range.of(given) + ", the other holds " + wanted;
        }
        if (immediate != null && immediate.relative() != given.relative()) {
            return "it is " + kind(given.relative()) + ", the other " + kind(immediate.relative());
        }
        if (immediate == null || given.step() % immediate.step() == 0 && isStep(immediate, given.bias())) {
            return "";
        }
        return "the other holds multiples of " + immediate.step() + " only";
    }

    private static String kind(Operand.Relative relative) {
        return switch (relative) {
            case NONE -> "a plain number";
            case PC -> "an address relative to pc";
            case NEXT -> "an address relative to next";
        };
    }
}
