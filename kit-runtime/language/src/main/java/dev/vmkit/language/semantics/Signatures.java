package dev.vmkit.language.semantics;

import dev.vmkit.language.text.Suggestion;
import dev.vmkit.language.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the heads of functions and externs, and the names of types. */
final class Signatures {
    private final Definition definition;
    private final Mistakes mistakes;

    Signatures(Definition definition) {
        this.definition = definition;
        this.mistakes = definition.mistakes();
    }

    /** The type of that name; reports if there is none. */
    Optional<Type.Sized> type(Ast.Identifier name) {
        Optional<Type.Sized> type = definition.type(name.text());
        if (type.isEmpty()) {
            mistakes.report(
                    SemanticsProblem.UNKNOWN_TYPE,
                    name.span(),
                    "unknown type '" + name.text() + "'; types are b1 to b64, "
                            + String.join(", ", definition.typeNames()),
                    Suggestion.didYouMean(name.text(), definition.typeNames()));
        }
        return type;
    }

    /** The signature that a head declares; nothing if something in it is wrong. */
    Optional<Signature> of(Text head) {
        return Parser.head(head, mistakes).flatMap(this::signature);
    }

    private Optional<Signature> signature(Ast.Head head) {
        List<Type.Sized> results = new ArrayList<>();
        head.results().forEach(name -> type(name).ifPresent(results::add));
        List<Signature.Parameter> parameters = new ArrayList<>();
        for (Ast.Parameter p : head.parameters()) {
            type(p.type())
                    .ifPresent(type -> parameters.add(new Signature.Parameter(
                            p.name().text(), type, p.name().span())));
        }
        boolean whole = results.size() == head.results().size()
                && parameters.size() == head.parameters().size();
        return whole
                ? Optional.of(new Signature(
                        head.name().text(), results, parameters, head.name().span()))
                : Optional.empty();
    }
}
