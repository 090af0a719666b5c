package dev.vmkit.layers.witness;

import dev.vmkit.language.ir.Isa;
import java.util.List;
import java.util.Optional;

/**
 * States that show a claim about an instruction. Whoever doubts it replays them.
 *
 * @param kind what is claimed, as the field says it
 * @param mode of which mode
 * @param instruction in assembly
 * @param shown what the states show it by: state that is changed or differs, or the trap
 * @param runs one state, or two that differ in one thing, and what came of each
 */
public record Witness(String kind, String mode, String instruction, List<String> shown, List<Run> runs) {
    public Witness {
        shown = List.copyOf(shown);
        runs = List.copyOf(runs);
    }

    /** A state and what came of the instruction in it. */
    public record Run(String mode, Start start, Ending ending) {}

    /** Whether every run ends as it did. */
    public boolean replays(Isa isa) {
        Bench bench = new Bench(isa);
        return runs.stream().allMatch(run -> bench.run(run.start()).equals(run.ending()));
    }

    /** What happens, in a few words a line. */
    public List<String> story(Isa isa) {
        return new Story(isa, this).lines();
    }

    /** The run in which the claim says that something happens. */
    Run first() {
        return runs.getFirst();
    }

    /** The run that it is compared with. */
    Optional<Run> second() {
        return runs.size() > 1 ? Optional.of(runs.get(1)) : Optional.empty();
    }
}
