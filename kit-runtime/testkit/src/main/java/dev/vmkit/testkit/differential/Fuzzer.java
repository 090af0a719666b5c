package dev.vmkit.testkit.differential;

import dev.vmkit.language.isa.RegisterFile;
import dev.vmkit.machine.hart.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks for programs on which two engines differ. Equal seeds give equal programs. */
public final class Fuzzer {
    private final Target target;
    private final ScenarioGenerator generator;
    private final Comparison comparison;
    private long cases;

    /**
     * A fuzzer of an instruction set.
     *
     * @param reference the engine that is right
     */
    public Fuzzer(Target target, Engine.Factory reference, Engine.Factory tested) {
        this.target = target;
        this.generator = new ScenarioGenerator(target.isa(), target.prologues());
        this.comparison = new Comparison(target.isa(), reference, tested);
    }

    /**
     * Runs the program of a seed on both engines; where they differ on it, made as small as possible. There is no program
     * of no instructions.
     */
    public Optional<Finding> run(long seed) {
        if (generator.pool().isEmpty()) {
            return Optional.empty();
        }
        Scenario scenario = generator.draw(seed);
        cases++;
        return comparison.run(scenario).map(found -> shrink(scenario, found));
    }

    private Finding shrink(Scenario scenario, Divergence found) {
        Shrinker shrinker = new Shrinker(comparison, new NoOperations(generator.pool()), reset(), scenario, found);
        Scenario smallest = shrinker.shrink();
        return new ReportWriter(target.isa(), target.name())
                .write(smallest, comparison.narrow(smallest, shrinker.divergence()));
    }

    private List<Long> reset() {
        List<Long> values = new ArrayList<>();
        for (RegisterFile file : target.isa().model().registers()) {
            for (int i = 0; i < file.count(); i++) {
                values.add(file.reset());
            }
        }
        return values;
    }

    /** Programs run so far. */
    public long cases() {
        return cases;
    }

    /** Instructions that each engine has executed so far, without those of programs on which they differed. */
    public long instructions() {
        return comparison.instructions();
    }

    /** How often the states of both engines have been compared so far. */
    public long looks() {
        return comparison.looks();
    }
}
