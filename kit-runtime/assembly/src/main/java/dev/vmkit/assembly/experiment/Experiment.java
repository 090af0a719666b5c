package dev.vmkit.assembly.experiment;

import dev.vmkit.assembly.config.LimitsConfig;
import dev.vmkit.language.text.Text;
import java.util.List;
import java.util.Optional;

/**
 * An experiment file as written.
 *
 * @param about one sentence, or nothing
 * @param machine the machine file on which each guest runs alone, or a host file whose guests run together
 * @param guests what runs; nothing if those of a host file do
 * @param ways how, one after the other; all guests run bare, too
 * @param costs what the counts are multiplied by
 * @param iterations where a guest finds how often to repeat its work, if counts are wanted for one repetition
 * @param timed words of memory by which a guest does more where it is timed: short runs tell nothing
 */
public record Experiment(
        Text name,
        String about,
        Text machine,
        List<Subject> guests,
        List<Way> ways,
        List<CostProfile> costs,
        Optional<Iterations> iterations,
        List<Word> timed,
        List<Claim> claims,
        LimitsConfig limits) {

    public Experiment {
        guests = List.copyOf(guests);
        ways = List.copyOf(ways);
        costs = List.copyOf(costs);
        timed = List.copyOf(timed);
        claims = List.copyOf(claims);
    }

    /** The same, of which other things are claimed. */
    public Experiment claiming(List<Claim> others) {
        return new Experiment(name, about, machine, guests, ways, costs, iterations, timed, others, limits);
    }
}
