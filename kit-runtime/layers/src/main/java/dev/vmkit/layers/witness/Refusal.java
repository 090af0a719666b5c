package dev.vmkit.layers.witness;

import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.sensitivity.ModePair;
import java.util.List;
import java.util.Optional;

/**
 * Why a layer does not take an instruction set.
 *
 * @param instruction the form that is at fault, by id; empty if there are no modes
 * @param reason one sentence
 * @param witness the states that show it
 * @param story the witness in words, a line each
 */
public record Refusal(String instruction, String reason, Optional<Witness> witness, List<String> story) {
    public Refusal {
        story = List.copyOf(story);
    }

    static Refusal modeless(Isa isa) {
        return new Refusal(
                "",
                "instruction set '" + isa.name() + "' has no two modes: nothing of it can be run with less privilege",
                Optional.empty(),
                List.of());
    }

    static Refusal of(Isa isa, ModePair pair, Finding finding, boolean hybrid) {
        String id = finding.classes().what().toString();
        Optional<Witness> witness = finding.witnesses().stream()
                .filter(w -> !w.kind().equals(Claim.Kind.PRIVILEGED.word()))
                .findFirst();
        String kind = witness.map(Witness::kind)
                .orElseGet(() -> "perhaps " + String.join(", perhaps ", finding.unconfirmed()));
        String reason = "'" + id + "' is " + kind + " and does not trap in "
                + pair.low().name() + " mode: "
                + (hybrid ? "programs" : "kernels written for " + pair.high().name() + " mode")
                + " cannot run there unnoticed";
        return new Refusal(id, reason, witness, witness.map(w -> w.story(isa)).orElse(List.of()));
    }

    /** The reason and the story. */
    public String message() {
        StringBuilder text = new StringBuilder(reason);
        witness.ifPresent(w -> text.append("\n  ").append(w.instruction()));
        story.forEach(line -> text.append("\n    ").append(line));
        return text.toString();
    }
}
