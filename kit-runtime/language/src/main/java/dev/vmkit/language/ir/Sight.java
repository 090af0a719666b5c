package dev.vmkit.language.ir;

import java.util.List;

/** How far an expression's evaluation may be put off, by what it looks at. */
enum Sight {
    /** Locals and registers: past everything but a call out of the definition. */
    STATE,
    /** Memory too, where a load may trap: past what has no effects, and not onto one path of several. */
    MEMORY,
    /** It must stay where it is. */
    NOTHING;

    /** What {@code e} looks at, given how often each local is assigned. */
    static Sight of(Expr e, int[] assigns) {
        boolean[] changing = new boolean[1];
        LocalUse.of(e, slot -> changing[0] |= assigns[slot] > 1);
        if (changing[0] || callsOut(e)) {
            return NOTHING;
        }
        return Purity.isPure(e) ? STATE : MEMORY;
    }

    /** Whether it may be evaluated after these. */
    boolean mayPass(List<Expr> others) {
        return switch (this) {
            case STATE -> others.stream().noneMatch(Sight::callsOut);
            case MEMORY -> others.stream().allMatch(Purity::isPure);
            case NOTHING -> false;
        };
    }

    /** Whether it may take the place of the one read of {@code slot} among these. */
    boolean mayEnter(List<Expr> others, int slot) {
        return mayPass(others) && (this == STATE || others.stream().noneMatch(e -> onOnePath(e, slot)));
    }

    private static boolean callsOut(Expr e) {
        boolean[] found = new boolean[1];
        new IrWalker() {
            @Override
            public void visit(Expr part) {
                found[0] |= part instanceof Expr.ExternCall || part instanceof Expr.Call || part instanceof Expr.After;
                super.visit(part);
            }
        }.visit(e);
        return found[0];
    }

    /** Whether a pure expression reads the slot only where one of its conditions has a certain outcome. */
    private static boolean onOnePath(Expr e, int slot) {
        return switch (e) {
            case Expr.ReadRegister r -> onOnePath(r.index(), slot);
            case Expr.Unary u -> onOnePath(u.value(), slot);
            case Expr.Binary b -> onOnePath(b.left(), slot) || onOnePath(b.right(), slot);
            case Expr.Extend x -> onOnePath(x.value(), slot);
            case Expr.Extract x -> onOnePath(x.value(), slot);
            case Expr.Insert i -> onOnePath(i.value(), slot) || onOnePath(i.bits(), slot);
            case Expr.Concat c -> onOnePath(c.high(), slot) || onOnePath(c.low(), slot);
            case Expr.Select s ->
                onOnePath(s.condition(), slot)
                        || Forwarding.readsSlot(s.then(), slot)
                        || Forwarding.readsSlot(s.otherwise(), slot);
            case Expr.Choose c -> !Forwarding.readsSlot(c.selector(), slot) && Forwarding.readsSlot(c, slot);
            default -> false;
        };
    }
}
