package dev.vmkit.layers.witness;

import dev.vmkit.language.isa.Privilege.Mode;
import dev.vmkit.language.isa.StateKind;
import dev.vmkit.layers.witness.Registers.Register;
import dev.vmkit.machine.memory.Access;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.Stream;

/** Looks for states in which where an address leads depends on the mode. Memory holds one word everywhere: a page table too. */
final class MappingSearch {
    private static final int TRIES = 20_000;

    private final Trial trial;
    private final List<Register> locations = new ArrayList<>();

    MappingSearch(Trial trial) {
        this.trial = trial;
        for (Register register : trial.bench().registers().all()) {
            if (trial.privilege().bits(register.file(), StateKind.LOCATION) != 0) {
                locations.add(register);
            }
        }
    }

    /** At most one for each kind of access, from settings with which instructions run in both modes. */
    List<MappingWitness> search(List<Map<String, Long>> permissions, long seed) {
        Corners corners = new Corners(new Random(seed), trial.bench().units());
        return Stream.of(Access.FETCH, Access.LOAD, Access.STORE)
                .flatMap(access -> search(access, permissions, corners).stream())
                .toList();
    }

    private Optional<MappingWitness> search(Access access, List<Map<String, Long>> permissions, Corners corners) {
        for (int i = 0; i < TRIES; i++) {
            Start start = new Start(List.of(), permissions.get(i % permissions.size()), memory(corners), 0);
            for (Register register : locations) {
                if (corners.oneIn(locations.size())) {
                    start = start.with(
                            register.name(),
                            register.cut(corners.value(register.file().width())));
                }
            }
            long address = corners.random().nextLong(trial.bench().units()) & -8;
            Optional<MappingWitness> found = witness(access, start, address);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private long memory(Corners corners) {
        return corners.oneIn(2)
                ? corners.random().nextInt(256)
                : corners.value(trial.bench().wordBits());
    }

    private Optional<MappingWitness> witness(Access access, Start start, long address) {
        Witness.Run low = run(start, trial.pair().low());
        Witness.Run high = run(start, trial.pair().high());
        OptionalLong inLow = at(trial.bench(), low.start(), access.word(), address);
        OptionalLong inHigh = at(trial.bench(), high.start(), access.word(), address);
        boolean differ = !inLow.equals(inHigh) && (inLow.isPresent() || inHigh.isPresent());
        return differ
                ? Optional.of(new MappingWitness(access.word(), address, low, high, inLow, inHigh))
                : Optional.empty();
    }

    private Witness.Run run(Start start, Mode mode) {
        return new Witness.Run(mode.name(), trial.in(start, mode), new Ending.NotRun());
    }

    static OptionalLong at(Bench bench, Start start, String access, long address) {
        Access kind = Access.valueOf(access.toUpperCase(java.util.Locale.ROOT));
        return bench.translate(start, kind, address);
    }
}
