package dev.vmkit.language.ir;

import dev.vmkit.language.isa.RegisterFile;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Prints bodies as text that reads like the source, with every width that matters. For people and golden files. */
public final class IrPrinter {
    private final StringBuilder out = new StringBuilder();
    private int depth;

    private IrPrinter() {}

    /** The statements, one a line, each ended by a line feed. */
    public static String print(Stmt s) {
        IrPrinter printer = new IrPrinter();
        printer.statement(s);
        return printer.out.toString();
    }

    /** A function with its head. */
    public static String print(Function f) {
        IrPrinter printer = new IrPrinter();
        printer.block(results(f.resultWidths()) + f.name() + "(" + parameters(f) + ")", f.body());
        return printer.out.toString();
    }

    /** An instruction with its condition. */
    public static String print(Instruction i) {
        IrPrinter printer = new IrPrinter();
        String where = i.where().map(e -> " where " + print(e)).orElse("");
        printer.block(i.id() + where, i.body());
        return printer.out.toString();
    }

    private static String parameters(Function f) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < f.parameterWidths().size(); i++) {
            text.append(i == 0 ? "b" : ", b").append(f.parameterWidths().get(i)).append(' ');
            text.append(local(f.parameterNames().get(i), i));
        }
        return text.toString();
    }

    private static String results(List<Integer> widths) {
        return switch (widths.size()) {
            case 0 -> "";
            case 1 -> "b" + widths.getFirst() + " ";
            default -> widths.stream().map(w -> "b" + w).collect(Collectors.joining(", ", "(", ") "));
        };
    }

    private void line(String text) {
        out.append("  ".repeat(depth)).append(text).append('\n');
    }

    private void block(String head, Stmt body) {
        line(head + " {");
        depth++;
        statement(body);
        depth--;
        line("}");
    }

    private void statement(Stmt s) {
        switch (s) {
            case Stmt.Block b -> b.statements().forEach(this::statement);
            case Stmt.SetLocal l -> line(local(l.name(), l.slot()) + " = " + print(l.value()));
            case Stmt.SetPair p -> line("%" + p.firstSlot() + ", %" + p.secondSlot() + " = " + print(p.call()));
            case Stmt.Compute c ->
                line("%" + c.resultSlot() + ", %" + c.flagsSlot() + " = "
                        + c.operation().name() + "(" + join(c.arguments()) + ")");
            case Stmt.WriteRegister w -> line(register(w.file(), w.index()) + " = " + print(w.value()));
            case Stmt.Store t ->
                line(t.space().name() + t.value().width() + "[" + print(t.address()) + "] = " + print(t.value()));
            case Stmt.If i -> branch(i);
            case Stmt.Switch w -> choose(w);
            case Stmt.For f ->
                block(
                        "for " + local(f.name(), f.slot()) + " in " + print(f.from()) + " .. " + print(f.to()) + " max "
                                + f.max(),
                        f.body());
            case Stmt.Raise r -> line("raise " + r.trap().name() + "(" + print(r.value()) + ")");
            case Stmt.Jump j -> line("jump " + print(j.target()));
            case Stmt.Return r -> line(("return " + join(r.values())).stripTrailing());
            case Stmt.Run r -> line(r.function().name() + "(" + join(r.arguments()) + ")");
            case Stmt.RunExtern r -> line("extern " + r.extern().name() + "(" + join(r.arguments()) + ")");
            case Stmt.Evaluate e -> line("drop " + print(e.value()));
            case Stmt.Tick t -> line("tick " + print(t.cycles()));
            case Stmt.Signal g -> line((g.kind().name().toLowerCase(Locale.ROOT) + " " + join(g.arguments())).strip());
            case Stmt.Scope c -> block("scope " + c.number(), c.body());
            case Stmt.Leave l -> line("leave " + l.number());
        }
    }

    private void branch(Stmt.If i) {
        block("if " + print(i.condition()), i.then());
        if (!(i.otherwise() instanceof Stmt.Block b && b.statements().isEmpty())) {
            block("else", i.otherwise());
        }
    }

    private void choose(Stmt.Switch w) {
        line("match " + print(w.selector()) + " {");
        depth++;
        w.cases().forEach((value, body) -> block(Long.toString(value), body));
        block("else", w.otherwise());
        depth--;
        line("}");
    }

    private static String local(String name, int slot) {
        return name + "%" + slot;
    }

    private static String register(RegisterFile file, Expr index) {
        boolean single = file.count() == 1 && index instanceof Expr.Const;
        return single ? file.name() : file.name() + "[" + print(index) + "]";
    }

    private static String join(List<Expr> all) {
        return all.stream().map(IrPrinter::print).collect(Collectors.joining(", "));
    }

    /** The expression on one line. */
    public static String print(Expr e) {
        return switch (e) {
            case Expr.Const c -> constant(c);
            case Expr.OperandValue o -> "#" + o.operand();
            case Expr.Local l -> local(l.name(), l.slot());
            case Expr.Pc _ -> "pc";
            case Expr.Next _ -> "next";
            case Expr.ReadRegister r -> register(r.file(), r.index());
            case Expr.Unary u -> unary(u);
            case Expr.Binary b -> "(" + print(b.left()) + " " + symbol(b.op()) + " " + print(b.right()) + ")";
            case Expr.Extend x -> (x.signed() ? "sext" : "zext") + "(" + print(x.value()) + ", " + x.width() + ")";
            case Expr.Extract x -> print(x.value()) + slice(x.low(), x.width());
            case Expr.Insert i ->
                "insert(" + print(i.value()) + slice(i.low(), i.bits().width()) + ", " + print(i.bits()) + ")";
            case Expr.Concat c -> "(" + print(c.high()) + " @ " + print(c.low()) + ")";
            case Expr.Select s ->
                "if " + print(s.condition()) + " { " + print(s.then()) + " } else { " + print(s.otherwise()) + " }";
            case Expr.Choose c -> "choose " + print(c.selector()) + " { " + join(c.alternatives()) + " }";
            case Expr.Load l -> l.space().name() + l.width() + "[" + print(l.address()) + "]";
            case Expr.Call c -> c.function().name() + "(" + join(c.arguments()) + ")";
            case Expr.ExternCall c -> "extern " + c.extern().name() + "(" + join(c.arguments()) + ")";
            case Expr.After a ->
                "{ " + print(a.statements()).strip().replaceAll("\\s*\n\\s*", "; ") + "; " + print(a.value()) + " }";
        };
    }

    private static String slice(int low, int width) {
        return width == 1 ? "[" + low + "]" : "[" + (low + width - 1) + ":" + low + "]";
    }

    /** Numbers without width are signed decimals; others are small decimals or hexadecimal. */
    private static String constant(Expr.Const c) {
        boolean small = c.value() >= 0 && c.value() < 10;
        String digits = small || c.width() == 64 && c.value() > -65536 && c.value() < 65536
                ? Long.toString(c.value())
                : "0x" + Long.toHexString(c.value());
        return digits + ":" + c.width();
    }

    private static String unary(Expr.Unary u) {
        return switch (u.op()) {
            case NEGATE -> "-" + print(u.value());
            case NOT -> not(u);
            case POPULATION_COUNT -> "popcount(" + print(u.value()) + ")";
            case COUNT_LEADING_ZEROS -> "clz(" + print(u.value()) + ")";
            case COUNT_TRAILING_ZEROS -> "ctz(" + print(u.value()) + ")";
        };
    }

    private static String not(Expr.Unary u) {
        return u.value() instanceof Expr.Binary b && b.op() == BinaryOp.EQUAL
                ? "(" + print(b.left()) + " != " + print(b.right()) + ")"
                : (u.width() == 1 ? "!" : "~") + print(u.value());
    }

    private static String symbol(BinaryOp op) {
        return switch (op) {
            case ADD -> "+";
            case SUBTRACT -> "-";
            case MULTIPLY -> "*";
            case DIVIDE_UNSIGNED -> "/";
            case DIVIDE_SIGNED -> "/s";
            case REMAINDER_UNSIGNED -> "%";
            case REMAINDER_SIGNED -> "%s";
            case MULTIPLY_HIGH_UNSIGNED -> "*hu";
            case MULTIPLY_HIGH_SIGNED -> "*hs";
            case MULTIPLY_HIGH_SIGNED_UNSIGNED -> "*hsu";
            case AND -> "&";
            case OR -> "|";
            case XOR -> "^";
            case SHIFT_LEFT -> "<<";
            case SHIFT_RIGHT -> ">>";
            case SHIFT_RIGHT_ARITHMETIC -> ">>s";
            case EQUAL -> "==";
            case LESS_UNSIGNED -> "<";
            case LESS_OR_EQUAL_UNSIGNED -> "<=";
            case LESS_SIGNED -> "<s";
            case LESS_OR_EQUAL_SIGNED -> "<=s";
        };
    }
}
