package dev.vmkit.language.semantics;

import dev.vmkit.language.text.Suggestion;
import java.util.ArrayList;
import java.util.List;

/** Checks what a view stands for: registers, their fields and slices, joined by {@code @}. */
final class ViewChecker {
    private final Definition definition;

    ViewChecker(Definition definition) {
        this.definition = definition;
    }

    Place place(Ast.Expression e) {
        if (e instanceof Ast.Infix i && i.operator() == Operator.CONCAT) {
            List<Place> parts = new ArrayList<>();
            add(place(i.left()), parts);
            add(place(i.right()), parts);
            return parts.contains(Place.BAD) ? Place.BAD : new Place.Joined(parts);
        }
        return switch (e) {
            case Ast.Name name -> name(name);
            case Ast.Member _, Ast.Index _, Ast.Slice _ -> part(e);
            case Ast.Missing _ -> Place.BAD;
            default -> {
                definition
                        .mistakes()
                        .report(
                                SemanticsProblem.MISPLACED,
                                e.span(),
                                "a view joins registers and parts of registers by '@'");
                yield Place.BAD;
            }
        };
    }

    private static void add(Place place, List<Place> parts) {
        if (place instanceof Place.Joined j) {
            parts.addAll(j.parts());
        } else {
            parts.add(place);
        }
    }

    private Place name(Ast.Name name) {
        Place found = definition.storage(name.text());
        if (found == null) {
            List<String> known = new ArrayList<>();
            definition.addNamesTo(known);
            definition
                    .mistakes()
                    .report(
                            SemanticsProblem.UNKNOWN_NAME,
                            name.span(),
                            "'" + name.text() + "' is not a register",
                            Suggestion.didYouMean(name.text(), known));
            return Place.BAD;
        }
        return found;
    }

    /** A part is checked as in any body. */
    private Place part(Ast.Expression e) {
        Functions none = new Functions(definition);
        return new Body(none, Operands.NONE, List.of()).places.place(e);
    }
}
