package dev.vmkit.language.ir;

import dev.vmkit.language.isa.Form;
import java.util.Optional;

/**
 * A form with checked semantics.
 *
 * @param where the condition on operands, one bit wide, over {@link Expr.OperandValue} alone
 * @param body what it does; a path without {@link Stmt.Jump} goes on at the next instruction
 * @param locals the number of local slots the body uses
 */
public record Instruction(Form form, Optional<Expr> where, Stmt body, int locals, Effects effects) {

    public String id() {
        return form.id();
    }
}
