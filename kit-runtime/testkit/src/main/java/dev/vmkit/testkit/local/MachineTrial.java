package dev.vmkit.testkit.local;

import dev.vmkit.assembly.assemble.Construction;
import dev.vmkit.assembly.assemble.Resolution;
import dev.vmkit.assembly.assemble.ResolvedMachine;
import dev.vmkit.assembly.catalog.Catalog;
import dev.vmkit.assembly.config.MachineReader;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.machine.board.Dialogue;
import dev.vmkit.machine.board.Limits;
import dev.vmkit.machine.board.Machine;
import dev.vmkit.machine.board.NamedHart;
import dev.vmkit.machine.board.Outcome;
import dev.vmkit.machine.state.StateHash;
import dev.vmkit.testkit.example.Places;
import dev.vmkit.testkit.subject.Answer;
import dev.vmkit.testkit.subject.Bits;
import dev.vmkit.testkit.subject.Observation;
import dev.vmkit.testkit.subject.Question;
import dev.vmkit.testkit.subject.Wanted;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs a machine. */
record MachineTrial(Catalog catalog, Path folder, Question.Run question) {

    Answer run(SourceFile file) {
        ConsoleText console = new ConsoleText();
        Dialogue dialogue = new Dialogue(question.typing().exchanges().stream()
                .map(exchange -> new Dialogue.Exchange(exchange.see(), exchange.type()))
                .toList());
        try (Machine machine =
                Construction.build(resolve(file), dialogue, dialogue.listening(console), Optional.empty())) {
            Watching watching = Watching.of(machine, question.wanted());
            Outcome outcome = machine.run(Limits.instructions(question.budget()));
            return new Answer.Ran(List.of(observe(machine, outcome, console, watching)), List.of());
        }
    }

    private ResolvedMachine resolve(SourceFile file) {
        Diagnostics mistakes = new Diagnostics();
        Optional<ResolvedMachine> resolved = MachineReader.read(file, mistakes)
                .flatMap(machine -> Resolution.resolve(machine, folder, catalog, mistakes));
        mistakes.throwIfErrors();
        return resolved.orElseThrow();
    }

    private Observation observe(Machine machine, Outcome outcome, ConsoleText console, Watching watching) {
        return new Observation(
                machine.name(),
                console.text(),
                Endings.of(outcome),
                outcome.message(),
                instructions(machine),
                values(machine, question.wanted()),
                watching.writes(),
                state(machine, question.wanted()),
                Map.of(),
                watching.traps());
    }

    static long instructions(Machine machine) {
        return machine.harts().stream()
                .map(NamedHart::hart)
                .mapToLong(hart -> hart.retired())
                .sum();
    }

    static String state(Machine machine, Wanted wanted) {
        return wanted.state() ? StateHash.of(machine.save()) : "";
    }

    /** Places of its first processor. */
    static Map<String, Bits> values(Machine machine, Wanted wanted) {
        Places places = new Places(machine.harts().getFirst().hart(), machine.symbols());
        Map<String, Bits> values = new LinkedHashMap<>();
        wanted.places().forEach(name -> places.read(name).ifPresent(bits -> values.put(name, bits)));
        return values;
    }
}
