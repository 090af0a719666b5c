package dev.vmkit.testkit.suite;

import dev.vmkit.language.text.Text;
import dev.vmkit.layers.simulate.Workload;
import dev.vmkit.testkit.subject.Code;
import dev.vmkit.testkit.subject.Start;
import dev.vmkit.testkit.subject.Typing;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a check does with the part under test, and what should come of it. Where a trial has an {@code against}, that is the
 * definition which is right, in place of the suite's reference.
 */
public sealed interface Trial {

    /**
     * Instructions on a bare processor.
     *
     * @param code empty origin: the judge's choice
     * @param most instructions at most
     */
    record Example(Snippet code, Start given, long most, List<Expectation> expectations) implements Trial {}

    /**
     * Instructions of an example, in assembly or as address units.
     *
     * @param called how messages call it
     */
    record Snippet(String called, Optional<String> source, List<Long> units, OptionalLong at) {
        /** To be executed from {@code origin} on, unless it says another address. */
        public Code at(long origin) {
            long address = at.orElse(origin);
            return source.<Code>map(text -> new Code.Source(text, address)).orElse(new Code.Units(units, address));
        }
    }

    /**
     * A whole board.
     *
     * @param main the file to run, one of the suite's or one of the submission's
     * @param budget instructions at most
     * @param scores what else the points depend on
     */
    record BoardRun(String main, Typing typing, long budget, List<Expectation> expectations, List<Score> scores)
            implements Trial {}

    /**
     * An experiment, all of whose runs have to end well.
     *
     * @param main the file, one of the suite's or one of the submission's
     * @param from the file whose claims are held against it, if not its own
     * @param claims whether all of them have to hold, of which there is at least one
     * @param predicted measures of which they have to say how large each is, and be right
     */
    record Experiment(String main, Optional<String> from, boolean claims, List<String> predicted) implements Trial {}

    /**
     * Random states and operands, in which instructions must do what those of a reference do.
     *
     * @param instructions forms of the reference by their names; all if empty
     * @param cases of each form
     */
    record Property(List<Text> instructions, int cases, long seed, Optional<Path> against) implements Trial {}

    /**
     * Lines must become the bits of a reference, and bits its lines.
     *
     * @param instructions forms of the reference by their names; all, and every word that is none, if empty
     */
    record Encodings(List<Text> instructions, int cases, long seed, Optional<Path> against) implements Trial {}

    /** Things done to a device, one after another. */
    record Script(List<Step> steps) implements Trial {}

    /** Laws that a scheduler policy has to keep on random workloads. */
    record Laws(List<String> promises, int workloads) implements Trial {}

    /**
     * What a scheduler policy makes of a workload.
     *
     * @param golden who runs when, a line a stint; if empty, that of the reference
     */
    record Schedule(Workload workload, Optional<String> golden, long seed) implements Trial {}

    /** Whether the instruction set can be virtualized. */
    record Analysis(Optional<String> kernel, Optional<String> runsIn, List<Expectation> expectations)
            implements Trial {}

    /** The tests that follow from the part's definition: those of {@code kit test}. */
    record OwnTests() implements Trial {}

    /**
     * How little was changed of a definition, and that something was.
     *
     * @param least forms whose semantics have to differ
     * @param most forms whose semantics may differ
     */
    record Changes(int least, int most, Optional<Path> against) implements Trial {}

    /** What the part has, by which the points are scaled: all at {@code full} or better, none at {@code none} or worse. */
    record Score(String measure, long full, long none) {
        /** The share of the points, within [0, 1]. */
        public double share(long value) {
            double share = (double) (none - value) / (none - full);
            return Math.clamp(share, 0, 1);
        }
    }
}
