package dev.vmkit.language.semantics;

import dev.vmkit.language.ir.Expr;
import dev.vmkit.language.isa.RegisterFile;
import dev.vmkit.language.text.Span;
import dev.vmkit.language.text.Suggestion;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what names stand for when they stand alone. */
final class NameChecker {
    private final Body body;
    private final Definition definition;

    NameChecker(Body body) {
        this.body = body;
        this.definition = body.definition;
    }

    Place place(Ast.Name name) {
        Place found = find(name.text());
        if (found != null) {
            return found;
        }
        String bracket = bracketed(name.text());
        if (bracket != null) {
            body.mistakes.report(
                    SemanticsProblem.MISPLACED,
                    name.span(),
                    "'" + name.text() + "' " + bracket,
                    "write " + name.text() + "[...]");
            return Place.BAD;
        }
        unknown(name.text(), name.span());
        return Place.BAD;
    }

    /** What stands alone under that name: a local hides an operand, an operand a register, a register a field. */
    private @Nullable Place find(String name) {
        Place inner = inner(name);
        if (inner != null) {
            return inner;
        }
        if (name.equals("next")) {
            return new Place.Value(new Typed.Bits(new Expr.Next(definition.pcWidth())), "the address of what follows");
        }
        RegisterFile file = definition.register(name);
        if (file != null) {
            return file.isPc() ? new Place.OfPc() : file.count() > 1 ? null : new Place.OfRegister(file, number(0));
        }
        Place stored = definition.storage(name);
        if (stored != null) {
            return stored;
        }
        Definition.Field field = definition.field(name);
        if (field != null) {
            Place whole = field.file().isPc() ? new Place.OfPc() : new Place.OfRegister(field.file(), number(0));
            return new Place.Part(whole, field.bits().low(), field.bits().width());
        }
        BigInteger constant = definition.constant(name);
        return constant == null ? null : new Place.Value(constant(constant), "a constant");
    }

    /** Whether a local or an operand has the name, which hides what the definition calls so. */
    boolean isInner(String name) {
        return inner(name) != null;
    }

    private @Nullable Place inner(String name) {
        Locals.Local local = body.locals.find(name);
        return local != null ? new Place.OfLocal(local) : body.operands.find(name);
    }

    static Typed constant(BigInteger value) {
        return new Typed.Number(number(value.longValue()), Range.exactly(value));
    }

    private static Expr number(long value) {
        return new Expr.Const(64, value);
    }

    private @Nullable String bracketed(String name) {
        if (definition.register(name) != null) {
            return "is a file of registers and needs an index";
        }
        if (definition.map(name) != null) {
            return "is a register map and needs a register's number";
        }
        return definition.space(name) != null ? "is an address space and needs an address" : null;
    }

    private void unknown(String name, Span at) {
        List<String> known = new ArrayList<>();
        body.locals.addNamesTo(known);
        body.operands.addNamesTo(known);
        definition.addNamesTo(known);
        body.functions.addNamesTo(known);
        body.mistakes.report(
                SemanticsProblem.UNKNOWN_NAME,
                at,
                "'" + name + "' is not a register, flag, operand, function or local",
                definition.qualified(name).orElseGet(() -> Suggestion.didYouMean(name, known)));
    }
}
