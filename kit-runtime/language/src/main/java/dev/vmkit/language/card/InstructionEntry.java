package dev.vmkit.language.card;

import dev.vmkit.language.ir.Instruction;
import dev.vmkit.language.isa.Form;
import dev.vmkit.language.isa.Operand;
import dev.vmkit.language.isa.Syntax;
import dev.vmkit.language.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A form on the card.
 *
 * @param syntax as written in assembly, operands by their names
 * @param semantics what it does, in the definition's own words on one line
 * @param doc what it does in prose; may be empty
 * @param condition on operands, beyond the bits; may be empty
 * @param cycles 0 if they are not worth telling
 */
public record InstructionEntry(
        String id,
        String mnemonic,
        List<Part> syntax,
        BitDiagram encoding,
        String semantics,
        String doc,
        String condition,
        int cycles,
        Family family) {

    /** Text that stands as it is, or the name of an operand. */
    public record Part(String text, boolean operand) {}

    public InstructionEntry {
        syntax = List.copyOf(syntax);
    }

    static InstructionEntry of(Instruction instruction, int cycles) {
        Form form = instruction.form();
        return new InstructionEntry(
                form.id(),
                form.mnemonic(),
                parts(form),
                BitDiagram.of(form),
                SemanticsLine.of(form),
                form.doc(),
                form.where().map(Text::value).orElse(""),
                cycles,
                Family.of(instruction.effects()));
    }

    private static List<Part> parts(Form form) {
        List<Part> parts = new ArrayList<>();
        for (Syntax.Token token : form.syntax().tokens()) {
            parts.add(
                    switch (token) {
                        case Syntax.Literal literal -> new Part(literal.text(), false);
                        case Syntax.Gap gap -> new Part(" ", false);
                        case Syntax.Hole hole -> new Part(shown(form.operands().get(hole.operand())), true);
                    });
        }
        return parts;
    }

    /** Its name, in brackets if it may be left out. */
    private static String shown(Operand operand) {
        boolean optional = operand instanceof Operand.Enumerated e && e.words().containsKey("");
        return optional ? "[" + operand.name() + "]" : operand.name();
    }

    /** The syntax as text. */
    public String line() {
        return syntax.stream().map(Part::text).collect(Collectors.joining());
    }
}
