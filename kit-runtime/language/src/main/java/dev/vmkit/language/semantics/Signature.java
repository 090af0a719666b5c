package dev.vmkit.language.semantics;

import dev.vmkit.language.ir.Extern;
import dev.vmkit.language.text.Span;
import java.util.List;

/** What a caller needs to know of a function or extern. */
record Signature(String name, List<Type.Sized> results, List<Parameter> parameters, Span span) {
    record Parameter(String name, Type type, Span span) {}

    /** A function that is checked: what the call becomes, and what it does to its caller's paths. */
    sealed interface Callee {
        Signature signature();

        Flow.Summary summary();
    }

    record OfFunction(Signature signature, dev.vmkit.language.ir.Function function, Flow.Summary summary)
            implements Callee {}

    record OfExtern(Signature signature, Extern extern, Flow.Summary summary) implements Callee {}

    /** How it stands in messages: {@code f(b8 a, bool c)}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(name).append('(');
        for (Parameter p : parameters) {
            text.append(text.charAt(text.length() - 1) == '(' ? "" : ", ");
            text.append(p.type instanceof Type.Sized s ? "b" + s.width() : "number")
                    .append(' ')
                    .append(p.name);
        }
        return text.append(')').toString();
    }
}
