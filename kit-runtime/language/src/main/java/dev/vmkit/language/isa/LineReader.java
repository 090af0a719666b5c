package dev.vmkit.language.isa;

import dev.vmkit.language.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the syntax of a form from its line, and with it the order of the form's operands. */
final class LineReader {
    private final String subject;
    private final Map<String, Operand> placed;
    private final Context context;
    private final List<Operand> operands = new ArrayList<>();
    private boolean good = true;

    /** For a line that may mention the operands {@code placed} in the encoding. */
    LineReader(String subject, Map<String, Operand> placed, Context context) {
        this.subject = subject;
        this.placed = placed;
        this.context = context;
    }

    Optional<Syntax> read(List<RawToken> line) {
        List<Syntax.Token> tokens = new ArrayList<>();
        for (RawToken token : line) {
            switch (token) {
                case RawToken.Literal(Text text) -> tokens.add(new Syntax.Literal(text.value()));
                case RawToken.Gap() -> tokens.add(new Syntax.Gap());
                case RawToken.Hole(Text name) -> hole(name, tokens);
            }
        }
        return good ? Optional.of(new Syntax(List.copyOf(tokens))) : Optional.empty();
    }

    /** The operands in the order of the line. */
    List<Operand> operands() {
        return List.copyOf(operands);
    }

    private void hole(Text name, List<Syntax.Token> tokens) {
        Operand operand = placed.get(name.value());
        if (operand == null) {
            wrong(
                    IsaProblem.NOT_IN_ENCODING,
                    name,
                    "operand '" + name + "' is in the assembly syntax but not in encode, so its value would be lost");
        } else if (operands.contains(operand)) {
            wrong(IsaProblem.BAD_SYNTAX, name, "operand '" + name + "' is written twice");
        } else {
            tokens.add(new Syntax.Hole(operands.size()));
            operands.add(operand);
        }
    }

    private void wrong(IsaProblem problem, Text name, String message) {
        context.mistakes().tell(problem, name.span(), subject + message);
        good = false;
    }
}
