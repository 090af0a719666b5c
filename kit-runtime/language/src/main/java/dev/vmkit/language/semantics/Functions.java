package dev.vmkit.language.semantics;

import dev.vmkit.language.ieee.FloatOperation;
import dev.vmkit.language.ir.Expr;
import dev.vmkit.language.ir.Extern;
import dev.vmkit.language.ir.Function;
import dev.vmkit.language.ir.Simplify;
import dev.vmkit.language.ir.Stmt;
import dev.vmkit.language.isa.ExternDeclaration;
import dev.vmkit.language.isa.FunctionDeclaration;
import dev.vmkit.language.isa.RegisterMap;
import dev.vmkit.language.isa.Space;
import dev.vmkit.language.text.Span;
import dev.vmkit.language.text.Suggestion;
import dev.vmkit.language.text.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The functions and externs of a definition. A function is checked when it is first called. */
final class Functions {
    /** How deep functions may call each other. */
    private static final int MOST_NESTED = 24;

    private final Definition definition;
    private final Mistakes mistakes;
    private final Map<String, Optional<Signature.Callee>> callees = new LinkedHashMap<>();
    private final Set<String> called = new HashSet<>();
    private final Map<String, MapFunctions> maps = new HashMap<>();
    /** The functions being checked, outermost first: each was met in the body of the one before. */
    private final Set<String> open = new LinkedHashSet<>();

    private final Signatures signatures;
    private final Sizes sizes;
    private int raised;
    private boolean tooDeep;

    Functions(Definition definition) {
        this.definition = definition;
        this.mistakes = definition.mistakes();
        this.signatures = new Signatures(definition);
        this.sizes = new Sizes(mistakes);
    }

    /** Reads heads and types. */
    Signatures signatures() {
        return signatures;
    }

    /** The bound on what is run as a whole: instructions, hooks, translation. */
    Sizes sizes() {
        return sizes;
    }

    Definition definition() {
        return definition;
    }

    /** Takes note of a value of that width being raised. */
    void raises(int width) {
        raised = Math.max(raised, width);
    }

    /** The width of what traps carry: the widest value raised anywhere, 64 if only numbers are. */
    int raisedWidth() {
        return raised == 0 ? 64 : raised;
    }

    MapFunctions map(RegisterMap map) {
        MapFunctions known = maps.get(map.name());
        if (known == null) {
            known = new MapFunctions(this, map);
            maps.put(map.name(), known);
        }
        return known;
    }

    /** What a call of that name calls; null if there is nothing or it is wrong, which is reported. */
    Signature.@Nullable Callee callee(Ast.Identifier name) {
        String text = name.text();
        called.add(text);
        FunctionDeclaration function = definition.model().functions().get(text);
        if (function != null) {
            return open.contains(text) ? circle(text, name.span()) : checked(function);
        }
        ExternDeclaration extern = definition.model().externs().get(text);
        if (extern != null) {
            return extern(extern);
        }
        Optional<FloatOperation> operation = FloatOperation.named(text);
        if (operation.isPresent()) {
            return Signature.OfOperation.at(operation.get(), name.span());
        }
        if (text.endsWith("_check")) {
            RegisterMap map = definition.map(text.substring(0, text.length() - "_check".length()));
            if (map != null) {
                return map(map).check();
            }
        }
        FunctionDeclaration leftOut = definition.model().leftOut().functions().get(text);
        if (leftOut != null) {
            return signatures.of(leftOut.head()).map(this::nothing).orElse(null);
        }
        List<String> known = new ArrayList<>();
        addNamesTo(known);
        mistakes.report(
                SemanticsProblem.UNKNOWN_FUNCTION,
                name.span(),
                "no function is called '" + text + "'",
                Suggestion.didYouMean(text, known));
        return null;
    }

    /** A function that does nothing and gives 0. */
    private Signature.Callee nothing(Signature signature) {
        Body body = new Body(this, Operands.NONE, signature.results());
        List<Integer> widths = declareParameters(body, signature);
        List<Expr> zeros = signature.results().stream()
                .<Expr>map(type -> Conversion.zero(type.width()))
                .toList();
        return made(body, signature, widths, new Stmt.Return(zeros));
    }

    /** Says that a function of that name is used outside bodies. */
    void uses(String name) {
        called.add(name);
    }

    /** The function of that name for use outside bodies; empty if there is none or it is wrong. */
    Optional<Function> find(String name) {
        FunctionDeclaration declaration = definition.model().functions().get(name);
        return declaration != null && !open.contains(name) && checked(declaration) instanceof Signature.OfFunction f
                ? Optional.of(f.function())
                : Optional.empty();
    }

    private Signature.@Nullable Callee circle(String name, Span at) {
        List<String> circle = new ArrayList<>(open);
        circle = circle.subList(circle.indexOf(name), circle.size());
        mistakes.report(
                SemanticsProblem.RECURSION,
                at,
                "functions cannot call each other in a circle: " + String.join(" calls ", circle) + " calls " + name,
                "use a for loop with a bound");
        return null;
    }

    Signature.@Nullable Callee checked(FunctionDeclaration declaration) {
        Optional<Signature.Callee> known = callees.get(declaration.name());
        if (known == null) {
            open.add(declaration.name());
            known = check(declaration);
            open.remove(declaration.name());
            callees.put(declaration.name(), known);
        }
        return known.orElse(null);
    }

    private Optional<Signature.Callee> check(FunctionDeclaration declaration) {
        if (BuiltIns.isName(declaration.name())
                || FloatOperation.named(declaration.name()).isPresent()) {
            mistakes.report(
                    SemanticsProblem.BUILT_IN,
                    declaration.span(),
                    "'" + declaration.name() + "' is a built-in function; choose another name");
        }
        if (open.size() > MOST_NESTED) {
            tooDeep(declaration.span());
            return Optional.empty();
        }
        return signatures.of(declaration.head()).map(signature -> body(signature, declaration.body()));
    }

    /** Reported once: the functions that were not reached may be too deep as well. */
    private void tooDeep(Span at) {
        if (!tooDeep) {
            tooDeep = true;
            mistakes.report(
                    SemanticsProblem.TOO_LARGE, at, "functions call each other more than " + MOST_NESTED + " deep");
        }
    }

    private Signature.Callee body(Signature signature, Text text) {
        Body body = new Body(this, Operands.NONE, signature.results());
        return function(body, signature, () -> definition.body(text));
    }

    /** Checks a body that has parameters. */
    Signature.OfFunction function(Body body, Signature signature, Supplier<Ast.Block> text) {
        List<Integer> widths = declareParameters(body, signature);
        List<Stmt> out = new ArrayList<>();
        body.statements.check(text.get(), out);
        if (body.flow.reachable() && !signature.results().isEmpty()) {
            mistakes.report(
                    SemanticsProblem.MISSING_RETURN,
                    signature.span(),
                    "'" + signature.name() + "' has a result, but not every path returns one");
        }
        return made(body, signature, widths, Simplify.block(out));
    }

    static List<Integer> declareParameters(Body body, Signature signature) {
        List<Integer> widths = new ArrayList<>();
        for (Signature.Parameter p : signature.parameters()) {
            body.statements.add(new Ast.Identifier(p.name(), p.span()), body.locals.newSlot(), p.type(), false, null);
            widths.add(p.type() instanceof Type.Sized s ? s.width() : 64);
        }
        return widths;
    }

    static Signature.OfFunction made(Body body, Signature signature, List<Integer> widths, Stmt statements) {
        List<Integer> results =
                signature.results().stream().map(Type.Sized::width).toList();
        List<String> names =
                signature.parameters().stream().map(Signature.Parameter::name).toList();
        Function function =
                new Function(signature.name(), names, List.copyOf(widths), results, statements, body.locals.count());
        return new Signature.OfFunction(signature, function, body.flow.summary());
    }

    private Signature.@Nullable Callee extern(ExternDeclaration declaration) {
        Optional<Signature.Callee> known = callees.get(declaration.name());
        if (known == null) {
            known = signatures.of(declaration.head()).map(signature -> extern(declaration, signature));
            callees.put(declaration.name(), known);
        }
        return known.orElse(null);
    }

    private Signature.Callee extern(ExternDeclaration declaration, Signature signature) {
        List<Integer> widths = signature.parameters().stream()
                .map(p -> p.type() instanceof Type.Sized s ? s.width() : 64)
                .toList();
        if (signature.results().size() > 1) {
            mistakes.report(SemanticsProblem.NO_VALUE, signature.span(), "an extern returns one value at most");
        }
        int result = signature.results().isEmpty()
                ? 0
                : signature.results().getFirst().width();
        Flow.Summary summary = new Flow.Summary(
                declaration.writes().contains(definition.model().pc().name()),
                !declaration.writes().isEmpty(),
                declaration.mayTrap(),
                List.of());
        return new Signature.OfExtern(signature, new Extern(declaration, widths, result), summary);
    }

    /** Checks every function and extern, called or not. */
    void checkAll() {
        definition.model().functions().values().forEach(this::checked);
        definition.model().externs().values().forEach(this::extern);
    }

    /** Warns of functions that nothing has called so far. */
    void warnOfUnused() {
        for (Space space : definition.model().spaces().values()) {
            space.translate().ifPresent(called::add);
            space.guard().ifPresent(called::add);
        }
        for (FunctionDeclaration declaration : definition.model().functions().values()) {
            if (!declaration.entry() && !called.contains(declaration.name())) {
                mistakes.report(
                        SemanticsProblem.UNUSED_FUNCTION,
                        declaration.head().span(),
                        "nothing calls '" + declaration.name() + "'");
            }
        }
    }

    /** The checked functions by name, in the order of the file, those of register maps included. */
    Map<String, Function> functions() {
        Map<String, Function> result = new LinkedHashMap<>();
        for (String name : definition.model().functions().keySet()) {
            find(name).ifPresent(f -> result.put(name, f));
        }
        for (RegisterMap map : definition.model().maps().values()) {
            map(map).functions().forEach(f -> result.put(f.name(), f));
        }
        return result;
    }

    Map<String, Extern> externs() {
        Map<String, Extern> result = new LinkedHashMap<>();
        for (ExternDeclaration declaration : definition.model().externs().values()) {
            if (extern(declaration) instanceof Signature.OfExtern e) {
                result.put(declaration.name(), e.extern());
            }
        }
        return result;
    }

    void addNamesTo(Collection<String> names) {
        names.addAll(definition.model().functions().keySet());
        names.addAll(definition.model().externs().keySet());
        definition.model().maps().keySet().forEach(map -> names.add(map + "_check"));
        BuiltIns.addNamesTo(names);
        FloatOperation.all().forEach(operation -> names.add(operation.name()));
    }
}
