package dev.vmkit.language.semantics;

import dev.vmkit.language.ir.Function;
import dev.vmkit.language.isa.FunctionDeclaration;
import dev.vmkit.language.isa.Space;
import java.util.List;
import java.util.Optional;

/** Checks the functions that the machine itself calls, to translate addresses and to guard them. */
final class Translations {
    private static final int ACCESS = 2;
    private static final int UNITS = 7;

    private final Functions functions;

    Translations(Functions functions) {
        this.functions = functions;
    }

    void check() {
        for (Space space : functions.definition().model().spaces().values()) {
            Space over = space.over().map(functions.definition()::space).orElse(space);
            check(space, space.translate(), "translation", List.of(space.addressWidth(), ACCESS), over.addressWidth());
            check(space, space.guard(), "guard", List.of(space.addressWidth(), ACCESS, UNITS), 1);
        }
    }

    private void check(Space space, Optional<String> name, String what, List<Integer> parameters, int result) {
        FunctionDeclaration declaration =
                name.map(functions.definition().model().functions()::get).orElse(null);
        if (declaration != null && functions.checked(declaration) instanceof Signature.OfFunction f) {
            check(space, declaration, f.function(), what, parameters, result);
        }
    }

    private void check(
            Space space,
            FunctionDeclaration declaration,
            Function function,
            String what,
            List<Integer> parameters,
            int result) {
        functions.sizes().check(declaration.span(), function.body());
        boolean fits = function.parameterWidths().equals(parameters)
                && function.resultWidths().equals(List.of(result));
        if (!fits) {
            functions
                    .definition()
                    .mistakes()
                    .report(
                            SemanticsProblem.WIDTH,
                            declaration.head().span(),
                            "the " + what + " of " + space.name() + " does not fit its addresses",
                            String.format(
                                    "b%d %s(b%d address, b2 access%s)",
                                    result,
                                    function.name(),
                                    space.addressWidth(),
                                    parameters.size() > 2 ? ", b7 units" : ""));
        }
    }
}
