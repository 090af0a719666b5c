package dev.vmkit.language.semantics;

import dev.vmkit.language.ir.BinaryOp;
import dev.vmkit.language.ir.Expr;
import dev.vmkit.language.ir.Function;
import dev.vmkit.language.ir.Simplify;
import dev.vmkit.language.isa.BoundMode;
import dev.vmkit.language.isa.Form;
import dev.vmkit.language.isa.Operand;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The operands and modes that a form's body sees. */
final class FormOperands implements Operands {
    private final Functions functions;
    private final Form form;
    private final Map<String, Binding> bindings;
    private final Map<String, Modes.Mode> modes = new HashMap<>();
    private final Set<String> used;

    /**
     * For the body of {@code form} with its operands bound.
     *
     * @param used where the names of the bindings that the body uses are put
     */
    FormOperands(Functions functions, Form form, Map<String, Binding> bindings, Set<String> used) {
        this.functions = functions;
        this.form = form;
        this.bindings = bindings;
        this.used = used;
    }

    /** For a form's own body. */
    static FormOperands of(Functions functions, Form form) {
        return new FormOperands(functions, form, own(form), new HashSet<>());
    }

    /** Every operand of the form, bound to itself. */
    static Map<String, Binding> own(Form form) {
        Map<String, Binding> own = new HashMap<>();
        for (int i = 0; i < form.operands().size(); i++) {
            Operand operand = form.operands().get(i);
            own.put(operand.name(), new Binding.OfOperand(operand, i));
        }
        return own;
    }

    Set<String> used() {
        return used;
    }

    /** The body that these operands are for; without statements if there is none. */
    Ast.Block body() {
        Definition definition = functions.definition();
        return form.body()
                .map(text -> definition.body(text, form.columns()))
                .orElseGet(() -> new Ast.Block(List.of(), form.span()));
    }

    /** What the name is bound to, or null; it then counts as used. */
    @Nullable
    Binding binding(String name) {
        Binding binding = bindings.get(name);
        if (binding != null) {
            used.add(name);
        }
        return binding;
    }

    @Override
    public @Nullable Place find(String name) {
        BoundMode mode = form.modes().get(name);
        if (mode != null) {
            return new Place.OfMode(modes.computeIfAbsent(name, key -> new Modes.Mode(key, mode)));
        }
        Binding binding = binding(name);
        if (binding == null) {
            return null;
        }
        return switch (binding) {
            case Binding.OfOperand(Operand operand, int index) -> place(operand, new Expr.OperandValue(index));
            case Binding.OfRegister r -> r.place();
            case Binding.OfNumber(long value) ->
                new Place.Value(NameChecker.constant(BigInteger.valueOf(value)), "a number");
        };
    }

    private Place place(Operand operand, Expr value) {
        return switch (operand) {
            case Operand.Register r -> new Place.OfRegister(r.file(), value);
            case Operand.Choice c -> choice(c, value);
            case Operand.Immediate i
            when i.relative() != Operand.Relative.NONE ->
                new Place.Value(new Typed.Bits(address(i, value)), "an address");
            case Operand.Immediate i -> number(value, Range.of(i));
            case Operand.Enumerated e -> number(value, Range.of(e.words().values()));
            case Operand.Leb l -> number(value, l.signed() ? Range.signed(l.width()) : Range.unsigned(l.width()));
            case Operand.Custom c -> number(value, Range.unsigned(resultWidth(c)));
        };
    }

    private static Place number(Expr value, Range range) {
        return new Place.Value(new Typed.Number(value, range), "a number");
    }

    private int resultWidth(Operand.Custom custom) {
        Optional<Function> decode = functions.find(custom.decode());
        return decode.isPresent() && decode.get().resultWidths().size() == 1
                ? decode.get().resultWidths().getFirst()
                : 64;
    }

    private Expr address(Operand.Immediate operand, Expr value) {
        int width = functions.definition().pcWidth();
        Expr base = operand.relative() == Operand.Relative.PC ? new Expr.Pc(width) : new Expr.Next(width);
        return Simplify.binary(BinaryOp.ADD, base, Simplify.extract(value, 0, width));
    }

    /** Registers or views of one width; the loader has resolved the names. */
    private Place choice(Operand.Choice operand, Expr value) {
        List<Optional<Place>> places = new ArrayList<>();
        PlaceReader reader = new Body(functions, NONE, List.of()).reader;
        int width = -1;
        for (Optional<String> name : operand.registers()) {
            Place place = name.map(functions.definition()::storage).orElse(null);
            places.add(Optional.ofNullable(place));
            if (place != null) {
                int its = reader.width(place);
                if (width >= 0 && its != width) {
                    functions
                            .definition()
                            .mistakes()
                            .report(
                                    SemanticsProblem.WIDTH,
                                    operand.span(),
                                    "the registers of '" + operand.name() + "' are " + width + " and " + its
                                            + " bits wide; they must have one width");
                    return Place.BAD;
                }
                width = its;
            }
        }
        return width < 0 ? Place.BAD : new Place.OneOf(value, places, width);
    }

    @Override
    public @Nullable Typed code(String name) {
        Binding binding = binding(name);
        if (binding == null) {
            return null;
        }
        return switch (binding) {
            case Binding.OfOperand(Operand operand, int index) ->
                new Typed.Number(new Expr.OperandValue(index), codes(operand));
            case Binding.OfRegister r -> NameChecker.constant(BigInteger.valueOf(r.code()));
            case Binding.OfNumber n -> NameChecker.constant(BigInteger.valueOf(n.value()));
        };
    }

    private Range codes(Operand operand) {
        return switch (operand) {
            case Operand.Register r -> Range.of(r.first(), r.last());
            case Operand.Choice c -> Range.of(0, c.registers().size() - 1L);
            case Operand.Immediate i -> Range.of(i);
            case Operand.Enumerated e -> Range.of(e.words().values());
            case Operand.Leb l -> l.signed() ? Range.signed(l.width()) : Range.unsigned(l.width());
            case Operand.Custom c -> Range.unsigned(resultWidth(c));
        };
    }

    @Override
    public void addNamesTo(Collection<String> names) {
        names.addAll(bindings.keySet());
        names.addAll(form.modes().keySet());
    }
}
