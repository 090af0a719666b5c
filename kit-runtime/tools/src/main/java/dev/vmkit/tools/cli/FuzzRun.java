package dev.vmkit.tools.cli;

import dev.vmkit.testkit.differential.Finding;
import dev.vmkit.testkit.differential.Fuzzer;
import java.util.Optional;

/** The programs of one instruction set, one after another until one shows a difference. */
final class FuzzRun {
    private final String name;
    private final Fuzzer fuzzer;
    private long seed;
    private Optional<Finding> finding = Optional.empty();

    /** Programs from a seed on. */
    FuzzRun(String name, Fuzzer fuzzer, long seed) {
        this.name = name;
        this.fuzzer = fuzzer;
        this.seed = seed;
    }

    /** Runs the next program; whether that makes sense again. */
    boolean next() {
        if (finding.isEmpty()) {
            finding = fuzzer.run(seed++);
        }
        return finding.isEmpty();
    }

    String name() {
        return name;
    }

    Fuzzer fuzzer() {
        return fuzzer;
    }

    Optional<Finding> finding() {
        return finding;
    }
}
