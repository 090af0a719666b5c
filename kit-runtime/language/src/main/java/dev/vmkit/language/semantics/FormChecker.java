package dev.vmkit.language.semantics;

import dev.vmkit.language.ir.EffectsAnalysis;
import dev.vmkit.language.ir.Expr;
import dev.vmkit.language.ir.Instruction;
import dev.vmkit.language.ir.Simplify;
import dev.vmkit.language.ir.Stmt;
import dev.vmkit.language.isa.Form;
import dev.vmkit.language.isa.Operand;
import dev.vmkit.language.text.Span;
import dev.vmkit.language.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks one form after the other. */
final class FormChecker {
    private final Functions functions;
    private final Mistakes mistakes;
    private final StandIns standIns;
    private final EffectsAnalysis effects = new EffectsAnalysis();

    FormChecker(Functions functions) {
        this.functions = functions;
        this.mistakes = functions.definition().mistakes();
        this.standIns = new StandIns(functions);
    }

    Instruction check(Form form) {
        mistakes.enter(form.id());
        FormOperands own = FormOperands.of(functions, form);
        Optional<Expr> where =
                form.where().map(text -> condition(own, functions.definition().expression(text)));
        FormOperands operands = form.standsFor().isPresent() ? standIns.operands(form, own) : own;
        Instruction checked = body(form, operands, where);
        if (form.standsFor().isPresent() || !isEmpty(form)) {
            unused(form, own);
        }
        mistakes.enter("");
        return checked;
    }

    private Instruction body(Form form, FormOperands operands, Optional<Expr> where) {
        Body body = new Body(functions, operands, List.of());
        List<Stmt> out = new ArrayList<>();
        body.statements.check(operands.body(), out);
        Stmt statements = Simplify.block(out);
        if (form.restartable()) {
            body.flow.summary().warnings().forEach(this::warn);
        }
        functions.sizes().check(place(form), statements);
        return new Instruction(form, where, statements, body.locals.count(), effects.of(statements));
    }

    private static Span place(Form form) {
        return form.body().map(Text::span).orElse(form.span());
    }

    private void warn(Flow.Warning warning) {
        mistakes.report(
                SemanticsProblem.WRITE_BEFORE_TRAP,
                warning.trap(),
                "this may trap after a register was written, so the instruction could not start again",
                "write registers last, or say restartable: no",
                warning.write(),
                "written here");
    }

    private static boolean isEmpty(Form form) {
        return form.body().map(text -> text.value().isBlank()).orElse(true);
    }

    private Expr condition(FormOperands operands, Ast.Expression e) {
        Body body = new Body(functions, operands, List.of());
        Expr condition = body.expressions.condition(e);
        if (!OperandsOnly.holds(condition)) {
            mistakes.report(
                    SemanticsProblem.OPERANDS_ONLY,
                    e.span(),
                    "this condition looks at more than the operands' numbers",
                    "the number of a register operand is #name");
            return Simplify.TRUE;
        }
        return condition;
    }

    private void unused(Form form, FormOperands operands) {
        if (form.unusedOk() || mistakes.formHasErrors()) {
            return;
        }
        for (Operand operand : form.operands()) {
            if (!operands.used().contains(operand.name())) {
                mistakes.report(
                        SemanticsProblem.UNUSED_OPERAND,
                        place(form),
                        "nothing here uses the operand '" + operand.name() + "'",
                        "use it, or write unused: ok");
            }
        }
    }
}
