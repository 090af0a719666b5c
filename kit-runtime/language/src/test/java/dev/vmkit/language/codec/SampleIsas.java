package dev.vmkit.language.codec;

import dev.vmkit.language.ir.BinaryOp;
import dev.vmkit.language.ir.Effects;
import dev.vmkit.language.ir.Expr;
import dev.vmkit.language.ir.Instruction;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.ir.Stmt;
import dev.vmkit.language.isa.Form;
import dev.vmkit.language.isa.IsaModel;
import dev.vmkit.language.isa.Samples;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The nine samples, with empty bodies. */
final class SampleIsas {
    private static final Effects NONE =
            new Effects(Set.of(), Set.of(), false, false, false, false, false, false, Set.of());
    private static final Pattern WHERE = Pattern.compile("#?(\\w+) != (\\d+)");

    private SampleIsas() {}

    static Isa load(String name) {
        IsaModel model = Samples.load(name);
        List<Instruction> instructions = model.forms().stream()
                .map(f -> new Instruction(f, f.where().map(w -> where(f, w.value())), Stmt.Block.EMPTY, 0, NONE))
                .toList();
        return new Isa(
                model,
                instructions,
                Map.of(),
                Map.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Expr where(Form form, String text) {
        Matcher m = WHERE.matcher(text);
        if (!m.matches()) {
            throw new IllegalArgumentException(text);
        }
        Expr operand = new Expr.OperandValue(form.operandIndex(m.group(1)));
        Expr equal = new Expr.Binary(BinaryOp.EQUAL, operand, new Expr.Const(64, Long.parseLong(m.group(2))));
        return new Expr.Select(equal, new Expr.Const(1, 0), new Expr.Const(1, 1));
    }
}
