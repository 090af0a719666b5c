package dev.vmkit.language.semantics;

import dev.vmkit.language.ir.Function;
import dev.vmkit.language.isa.FunctionDeclaration;
import dev.vmkit.language.isa.Space;
import java.util.List;

/** Checks the functions that the machine itself calls, to translate addresses. */
final class Translations {
    private final Functions functions;

    Translations(Functions functions) {
        this.functions = functions;
    }

    void check() {
        for (Space space : functions.definition().model().spaces().values()) {
            FunctionDeclaration translate = space.translate()
                    .map(functions.definition().model().functions()::get)
                    .orElse(null);
            if (translate != null && functions.checked(translate) instanceof Signature.OfFunction f) {
                check(space, translate, f.function());
            }
        }
    }

    private void check(Space space, FunctionDeclaration declaration, Function function) {
        functions.sizes().check(declaration.span(), function.body());
        Space over = space.over().map(functions.definition()::space).orElse(space);
        boolean fits = function.parameterWidths().equals(List.of(space.addressWidth(), 2))
                && function.resultWidths().equals(List.of(over.addressWidth()));
        if (!fits) {
            functions
                    .definition()
                    .mistakes()
                    .report(
                            SemanticsProblem.WIDTH,
                            declaration.head().span(),
                            "the translation of " + space.name() + " does not fit its addresses",
                            String.format(
                                    "b%d %s(b%d address, b2 access)",
                                    over.addressWidth(), function.name(), space.addressWidth()));
        }
    }
}
