package dev.vmkit.language.sensitivity;

import dev.vmkit.language.ir.Effects;
import dev.vmkit.language.ir.Expr;
import dev.vmkit.language.ir.Function;
import dev.vmkit.language.ir.IrWalker;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.ir.Stmt;
import dev.vmkit.language.isa.Privilege;
import dev.vmkit.language.isa.Space;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The spaces whose translation or protection looks at the mode. What an instruction finds there depends on the mode, though
 * it does not itself: a monitor sees to that with page tables of its own.
 */
public record Mediation(Set<String> spaces, String fetch) {

    /** Those of an instruction set. */
    public static Mediation of(Isa isa, Privilege privilege) {
        Map<String, Space> all = isa.model().spaces();
        Set<String> spaces = all.values().stream()
                .filter(space -> dependsOnMode(space, isa, privilege))
                .map(Space::name)
                .collect(Collectors.toSet());
        return new Mediation(spaces, isa.model().fetch().name());
    }

    private static boolean dependsOnMode(Space space, Isa isa, Privilege privilege) {
        Optional<Space> at = Optional.of(space);
        for (int depth = 0; at.isPresent() && depth <= isa.model().spaces().size(); depth++) {
            boolean looks = Stream.of(at.get().translate(), at.get().guard())
                    .flatMap(Optional::stream)
                    .map(name -> isa.functions().get(name))
                    .filter(Objects::nonNull)
                    .map(Function::body)
                    .anyMatch(body ->
                            Effects.of(body).reads().contains(privilege.mode().file()));
            if (looks) {
                return true;
            }
            at = at.get().over().map(isa.model().spaces()::get);
        }
        return false;
    }

    /** Whether an inlined body accesses one of them. */
    boolean reaches(Stmt body) {
        Reach reach = new Reach();
        reach.visit(body);
        return reach.found;
    }

    private final class Reach extends IrWalker {
        private boolean found;

        @Override
        public void visit(Stmt s) {
            super.visit(s);
            found |= s instanceof Stmt.Store t && spaces.contains(t.space().name());
        }

        @Override
        public void visit(Expr e) {
            super.visit(e);
            found |= e instanceof Expr.Load l && spaces.contains(l.space().name())
                    || e instanceof Expr.ExternCall c && c.extern().name().equals("physical") && spaces.contains(fetch);
        }
    }
}
