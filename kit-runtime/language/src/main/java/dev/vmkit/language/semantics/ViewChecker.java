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
            return parts.contains(Place.BAD) ? Place.BAD : joined(parts, e);
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

    private Place joined(List<Place> parts, Ast.Expression e) {
        Place.Joined joined = new Place.Joined(parts);
        int width = body().reader.width(joined);
        if (width > 64) {
            definition
                    .mistakes()
                    .report(SemanticsProblem.WIDTH, e.span(), "together this is " + width + " bits; 64 are the most");
            return Place.BAD;
        }
        return joined;
    }

    private Body body() {
        return new Body(new Functions(definition), Operands.NONE, List.of());
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
        return body().places.place(e);
    }
}
