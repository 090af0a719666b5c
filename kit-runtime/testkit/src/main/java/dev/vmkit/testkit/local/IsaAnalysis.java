package dev.vmkit.testkit.local;

import dev.vmkit.assembly.config.MachineProblem;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.isa.Privilege;
import dev.vmkit.language.isa.Privilege.Mode;
import dev.vmkit.language.sensitivity.Classes;
import dev.vmkit.language.sensitivity.ModePair;
import dev.vmkit.language.sensitivity.Verdict;
import dev.vmkit.language.text.MistakeException;
import dev.vmkit.testkit.subject.Answer;
import dev.vmkit.testkit.subject.Question;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether an instruction set can be virtualized. */
final class IsaAnalysis {
    private IsaAnalysis() {}

    /** @throws MistakeException if the definition has no such modes */
    static Answer of(Isa isa, Question.Analyze question) {
        Privilege privilege = isa.model()
                .privilege()
                .orElseThrow(() -> mistake("the definition has no modes", "say which in 'privilege:'"));
        Mode high = mode(privilege, question.kernel(), privilege.kernel());
        Mode low = mode(privilege, question.runsIn(), privilege.user());
        Verdict verdict = Verdict.of(isa, privilege, new ModePair(low, high));
        Map<String, List<String>> classes = new LinkedHashMap<>();
        verdict.classes().stream()
                .filter(c -> !c.isInnocuous())
                .forEach(c -> classes.put(c.what().id(), words(c)));
        return new Answer.Analyzed(
                verdict.isVirtualizable(),
                verdict.isHybridVirtualizable(),
                verdict.critical().stream().map(c -> c.what().id()).distinct().toList(),
                classes);
    }

    private static Mode mode(Privilege privilege, Optional<String> name, Mode otherwise) {
        return name.isEmpty()
                ? otherwise
                : privilege
                        .mode(name.get())
                        .orElseThrow(() -> mistake("the definition has no mode '" + name.get() + "'", ""));
    }

    private static MistakeException mistake(String message, String hint) {
        return MistakeException.of(MachineProblem.UNKNOWN_NAME, message, hint);
    }

    private static List<String> words(Classes c) {
        List<String> words = new ArrayList<>();
        if (c.isPrivileged()) {
            words.add("privileged");
        }
        if (c.trapsAlways()) {
            words.add("traps always");
        }
        if (c.isSensitive()) {
            words.add("sensitive");
        }
        if (c.isCriticalWhateverIsSet()) {
            words.add("critical");
        }
        return words;
    }
}
