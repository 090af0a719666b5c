package dev.vmkit.testkit.differential;

import dev.vmkit.machine.hart.Engine;
import dev.vmkit.testkit.report.Case;
import java.util.List;
import java.util.Optional;

/** A few random programs, always the same ones, as one check of an instruction set. */
public final class RandomPrograms {
    /** All of them, for each target. */
    public static final int PROGRAMS = 25;

    private RandomPrograms() {}

    /**
     * Runs each on all engines.
     *
     * @param targets one, or its variants
     * @param reference the engine that is right
     * @param tested the others
     * @param programs how many, at most all
     */
    public static Case of(List<Target> targets, Engine.Factory reference, List<Engine.Factory> tested, int programs) {
        String name = "random programs do the same, whichever engine runs them";
        long instructions = 0;
        for (Target target : targets) {
            List<Fuzzer> fuzzers = tested.stream()
                    .map(engine -> new Fuzzer(target, reference, engine))
                    .toList();
            for (int seed = 0; seed < programs; seed++) {
                for (Fuzzer fuzzer : fuzzers) {
                    Optional<Finding> found = fuzzer.run(seed);
                    if (found.isPresent()) {
                        return Case.failed(name, found.get().report());
                    }
                }
            }
            instructions += fuzzers.stream().mapToLong(Fuzzer::instructions).sum();
        }
        return Case.passed(name, targets.size() * programs + " programs, " + instructions + " instructions");
    }
}
