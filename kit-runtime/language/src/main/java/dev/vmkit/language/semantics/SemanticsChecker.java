package dev.vmkit.language.semantics;

import dev.vmkit.language.ir.Instruction;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.isa.Form;
import dev.vmkit.language.isa.IsaModel;
import dev.vmkit.language.text.Diagnostics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Parses and checks all semantics of an instruction set. The way of a text: {@link Lexer}, {@link Parser}, a {@link
 * Body} with its {@link StatementChecker} and {@link ExpressionChecker}, which make the IR as they check.
 */
public final class SemanticsChecker {
    private SemanticsChecker() {}

    /** The checked instruction set, or nothing where the mistakes reported to {@code diagnostics} leave none. */
    public static Optional<Isa> check(IsaModel model, Diagnostics diagnostics) {
        Mistakes mistakes = new Mistakes();
        Functions functions = new Functions(new Definition(model, mistakes));
        Isa isa = check(model, functions);
        mistakes.reportTo(diagnostics);
        return mistakes.hasErrors() ? Optional.empty() : Optional.of(isa);
    }

    private static Isa check(IsaModel model, Functions functions) {
        Definition definition = functions.definition();
        model.views().keySet().forEach(definition::view);
        FormChecker forms = new FormChecker(functions);
        List<Instruction> instructions = new ArrayList<>();
        for (Form form : model.forms()) {
            instructions.add(forms.check(form));
        }
        model.maps().values().forEach(map -> functions.map(map).functions());
        functions.checkAll();
        Hooks hooks = new Hooks(functions);
        Isa isa = assemble(model, instructions, functions, hooks);
        new CustomOperands(functions).check();
        new Translations(functions).check();
        if (!definition.mistakes().hasErrors()) {
            functions.warnOfUnused();
        }
        return isa;
    }

    /** Hooks come last: how wide {@code tval} is follows from all that is raised elsewhere. */
    private static Isa assemble(IsaModel model, List<Instruction> instructions, Functions functions, Hooks hooks) {
        return new Isa(
                model,
                instructions,
                functions.functions(),
                functions.externs(),
                List.copyOf(functions.definition().traps()),
                hooks.attributes(),
                hooks.trap(),
                hooks.interrupt(),
                hooks.pending(),
                hooks.due(),
                hooks.plain("reset"),
                hooks.plain("step"));
    }
}
