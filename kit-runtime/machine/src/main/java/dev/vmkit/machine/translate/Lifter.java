package dev.vmkit.machine.translate;

import dev.vmkit.language.codec.Decoding;
import dev.vmkit.language.ir.Effects;
import dev.vmkit.language.ir.EffectsAnalysis;
import dev.vmkit.language.ir.Expr;
import dev.vmkit.language.ir.IrWalker;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.ir.Known;
import dev.vmkit.language.ir.Specialiser;
import dev.vmkit.language.ir.Specialiser.Specialised;
import dev.vmkit.language.ir.Stmt;
import dev.vmkit.machine.execute.GuestCode;
import dev.vmkit.machine.execute.Sight;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds the meaning of an instruction at its address, if it is one for translated code: see {@link Scope}. */
final class Lifter {
    private final Sight sight;
    private final Isa isa;
    private final long pcMask;
    private final Scope scope;
    private final Targets targets;

    /** It sees what the hart has reached so far, and may be used by another thread. */
    Lifter(GuestCode guest, Ways ways, Targets targets) {
        this.targets = targets;
        this.sight = guest.sight();
        this.isa = guest.hart().isa();
        this.pcMask = isa.model().pc().mask();
        this.scope = new Scope(guest, ways);
    }

    /** The instruction at an address; nothing if it is for the interpreter. */
    Optional<GuestInstruction> lift(long pc) {
        return sight.site(pc).flatMap(site -> lift(pc, site));
    }

    /** Why an address is for the interpreter; nothing if it is not. */
    Optional<Objection> objection(long pc) {
        Optional<Sight.Site> site = sight.site(pc);
        return site.isEmpty()
                ? Optional.of(Objection.NOT_FOUND)
                : site.flatMap(s -> scope.objection(
                        body(s.decoded(), new Known.Place(pc, after(pc, s))).body()));
    }

    /** The address after an instruction, if there is one. */
    Optional<Long> next(long pc) {
        return sight.site(pc).map(site -> after(pc, site));
    }

    private long after(long pc, Sight.Site site) {
        return (pc + site.decoded().units()) & pcMask;
    }

    private Optional<GuestInstruction> lift(long pc, Sight.Site site) {
        Decoding.Decoded decoded = site.decoded();
        long next = after(pc, site);
        Specialised own = body(decoded, new Known.Place(pc, next));
        if (scope.objection(own.body()).isPresent()) {
            return Optional.empty();
        }
        Effects effects = new EffectsAnalysis().of(own.body());
        Jumps jumps = new Jumps(next);
        jumps.visit(own.body());
        return Optional.of(new GuestInstruction(
                pc,
                next,
                site,
                own.body(),
                own.locals(),
                List.copyOf(jumps.targets),
                jumps.anywhere ? targets.of(pc) : List.of(),
                jumps.anywhere,
                !effects.alwaysJumps(),
                jumps.links));
    }

    private Specialised body(Decoding.Decoded decoded, Known place) {
        Specialised own = Specialiser.specialise(decoded.instruction(), decoded.values(), place);
        if (isa.stepHook().isEmpty()) {
            return own;
        }
        Specialised hook = Specialiser.inline(isa.stepHook().get(), java.util.Map.of(), place);
        List<Stmt> both = new ArrayList<>(List.of(own.body(), hook.body()));
        return new Specialised(new Stmt.Block(both), Math.max(own.locals(), hook.locals()));
    }

    /** Where a body jumps. */
    private final class Jumps extends IrWalker {
        private final Set<Long> targets = new TreeSet<>();
        private final long next;
        private boolean anywhere;
        private boolean links;

        private Jumps(long next) {
            this.next = next;
        }

        @Override
        public void visit(Stmt s) {
            super.visit(s);
            if (s instanceof Stmt.Jump j) {
                if (j.target() instanceof Expr.Const c) {
                    targets.add(c.value());
                } else {
                    anywhere = true;
                }
            }
            links |= s instanceof Stmt.WriteRegister w && w.value() instanceof Expr.Const c && c.value() == next;
        }
    }
}
