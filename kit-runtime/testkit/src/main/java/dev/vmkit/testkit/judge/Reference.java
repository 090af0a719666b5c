package dev.vmkit.testkit.judge;

import dev.vmkit.language.ir.Instruction;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.text.MistakeException;
import dev.vmkit.language.text.Suggestion;
import dev.vmkit.language.text.Text;
import dev.vmkit.testkit.local.LocalSubject;
import dev.vmkit.testkit.subject.Answer;
import dev.vmkit.testkit.suite.PartUnderTest;
import dev.vmkit.testkit.suite.SuiteProblem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A definition that is right, in this process. */
record Reference(LocalSubject subject) implements AutoCloseable {

    /** @throws MistakeException if it has mistakes */
    static Reference open(Path place, PartUnderTest part, List<Path> plugins) {
        LocalSubject subject = LocalSubject.of(place, plugins);
        try {
            Unanswered.require(Answer.Opened.class, subject.ask(part.open()));
            return new Reference(subject);
        } catch (Unanswered why) {
            subject.close();
            throw MistakeException.of(
                    SuiteProblem.REFERENCE,
                    "the reference '" + place.getFileName() + "' cannot be used",
                    why.cause().brief());
        }
    }

    Isa isa() {
        return subject.isa().orElseThrow();
    }

    /** Its forms of these names, all if there are none; a mistake of the suite if it has none of a name. */
    List<Instruction> forms(List<Text> names) {
        List<Instruction> forms = new ArrayList<>();
        for (Text name : names) {
            List<Instruction> found = isa().instructions().stream()
                    .filter(i ->
                            i.id().equals(name.value()) || i.form().mnemonic().equals(name.value()))
                    .toList();
            if (found.isEmpty()) {
                List<String> ids =
                        isa().instructions().stream().map(Instruction::id).toList();
                throw MistakeException.of(
                        SuiteProblem.REFERENCE,
                        name.span(),
                        "the reference has no instruction '" + name + "'",
                        Suggestion.didYouMean(name.value(), ids));
            }
            forms.addAll(found);
        }
        return forms.isEmpty() ? isa().instructions() : forms;
    }

    @Override
    public void close() {
        subject.close();
    }
}
