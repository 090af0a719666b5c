package dev.vmkit.language.semantics;

import dev.vmkit.language.ieee.FloatOperation;
import dev.vmkit.language.ir.Extern;
import dev.vmkit.language.text.Span;
import java.util.ArrayList;
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

    /** A floating-point operation, which is built in. */
    record OfOperation(Signature signature, FloatOperation operation) implements Callee {
        private static final List<String> NAMES = List.of("a", "b", "c");

        /** Its signature, as a call at {@code span} sees it: operands, perhaps a rounding; result and flags. */
        static OfOperation at(FloatOperation operation, Span span) {
            List<Parameter> parameters = new ArrayList<>();
            for (int width : operation.argumentWidths()) {
                String name = parameters.size() < operation.operands() ? NAMES.get(parameters.size()) : "rounding";
                parameters.add(new Parameter(name, new Type.Sized(width), span));
            }
            List<Type.Sized> results = List.of(new Type.Sized(operation.to()), new Type.Sized(5));
            return new OfOperation(new Signature(operation.name(), results, parameters, span), operation);
        }

        @Override
        public Flow.Summary summary() {
            return Flow.Summary.NOTHING;
        }
    }

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
