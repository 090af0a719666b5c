package dev.vmkit.language.semantics;

import dev.vmkit.language.ir.Effects;
import dev.vmkit.language.ir.Expr;
import dev.vmkit.language.ir.Function;
import dev.vmkit.language.ir.Simplify;
import dev.vmkit.language.ir.Stmt;
import dev.vmkit.language.ir.Trap;
import dev.vmkit.language.text.Span;
import dev.vmkit.language.text.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks what happens at traps, interrupts, reset and every step. Each hook becomes a function. */
final class Hooks {
    private static final Range VECTORS = Range.of(0, 65535);

    private final Functions functions;
    private final Definition definition;

    Hooks(Functions functions) {
        this.functions = functions;
        this.definition = functions.definition();
    }

    /** The names of all numbers that traps have, in the order in which they are first declared. */
    List<String> attributes() {
        Set<String> names = new LinkedHashSet<>();
        for (Trap trap : definition.traps()) {
            names.addAll(trap.declaration().attributes().keySet());
        }
        return List.copyOf(names);
    }

    /** Sees the numbers of the trap, then {@code tval}. */
    Optional<Function> trap() {
        return text("trap").map(text -> {
            List<Signature.Parameter> parameters = new ArrayList<>();
            for (String attribute : attributes()) {
                parameters.add(new Signature.Parameter(attribute, new Type.Numeric(range(attribute)), text.span()));
            }
            Type tval = new Type.Sized(functions.raisedWidth());
            parameters.add(new Signature.Parameter("tval", tval, text.span()));
            return statements("trap", text, parameters);
        });
    }

    /** A trap without the attribute has 0. */
    private Range range(String attribute) {
        Collection<Long> values = definition.traps().stream()
                .map(trap -> trap.declaration().attributes().getOrDefault(attribute, 0L))
                .toList();
        return Range.of(values);
    }

    Optional<Function> interrupt() {
        return text("interrupt").map(text -> statements("interrupt", text, request(text.span())));
    }

    /** Whether a requested interrupt is taken: a bool over the state. */
    Optional<Function> pending() {
        return text("pending").map(text -> condition("pending", text, request(text.span())));
    }

    private Function condition(String name, Text text, List<Signature.Parameter> parameters) {
        Signature signature = new Signature(name, List.of(new Type.Sized(1)), parameters, text.span());
        Body body = new Body(functions, Operands.NONE, signature.results());
        List<Integer> widths = Functions.declareParameters(body, signature);
        Expr condition = body.expressions.condition(definition.expression(text));
        Stmt result = new Stmt.Return(List.of(condition));
        if (!Effects.of(result).onlyReadsRegisters()) {
            definition
                    .mistakes()
                    .report(
                            SemanticsProblem.UNSEEN_CONDITION,
                            text.span(),
                            "'" + name + "' does more than look at registers",
                            "have an instruction or another hook keep in a register what it depends on");
        }
        return Functions.made(body, signature, widths, result).function();
    }

    /** Whether there is something to do between two instructions though nothing is requested: a bool over the state. */
    Optional<Function> due() {
        return text("due").map(text -> condition("due", text, List.of()));
    }

    private static List<Signature.Parameter> request(Span at) {
        return List.of(
                new Signature.Parameter("vector", new Type.Numeric(VECTORS), at),
                new Signature.Parameter("level", new Type.Numeric(VECTORS), at));
    }

    /** A hook without parameters. */
    Optional<Function> plain(String name) {
        return text(name).map(text -> statements(name, text, List.of()));
    }

    private Optional<Text> text(String hook) {
        return Optional.ofNullable(definition.model().hooks().get(hook));
    }

    private Function statements(String name, Text text, List<Signature.Parameter> parameters) {
        Signature signature = new Signature(name, List.of(), parameters, text.span());
        Body body = new Body(functions, Operands.NONE, List.of());
        List<Integer> widths = Functions.declareParameters(body, signature);
        List<Stmt> out = new ArrayList<>();
        body.statements.check(definition.body(text), out);
        functions.sizes().check(text.span(), Simplify.block(out));
        return Functions.made(body, signature, widths, Simplify.block(out)).function();
    }
}
