package dev.vmkit.layers.witness;

import dev.vmkit.language.isa.Privilege.Mode;
import dev.vmkit.language.isa.StateKind;
import dev.vmkit.layers.witness.Registers.Register;
import dev.vmkit.machine.memory.Access;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Ways to set the state that decides where memory lies so that instructions run in both modes and find memory where they
 * look for it: what an instruction does itself is then seen apart from translation and protection.
 */
final class Permissions {
    private static final int TRIES = 20_000;
    private static final int ENOUGH = 2;

    private final Trial trial;
    private final List<Register> registers = new ArrayList<>();
    private final List<Map<String, Long>> found = new ArrayList<>();

    private Permissions(Trial trial) {
        this.trial = trial;
        for (Register register : trial.bench().registers().all()) {
            if (trial.privilege().bits(register.file(), StateKind.LOCATION) != 0) {
                registers.add(register);
            }
        }
    }

    /** Some such settings, by register; at least one, even if none was found that works. */
    static List<Map<String, Long>> of(Trial trial, long seed) {
        Permissions permissions = new Permissions(trial);
        permissions.search(new Corners(new Random(seed), trial.bench().units()));
        return permissions.found.isEmpty() ? List.of(Map.of()) : List.copyOf(permissions.found);
    }

    private void search(Corners corners) {
        if (works(Map.of())) {
            found.add(Map.of());
        }
        for (int i = 0; i < TRIES && found.size() < ENOUGH && !registers.isEmpty(); i++) {
            Map<String, Long> setting = new LinkedHashMap<>();
            for (Register register : registers) {
                if (corners.oneIn(4)) {
                    setting.put(
                            register.name(),
                            register.cut(corners.value(register.file().width())));
                }
            }
            if (works(setting)) {
                found.add(fewest(setting));
            }
        }
    }

    /** The same without what is not needed. */
    private Map<String, Long> fewest(Map<String, Long> setting) {
        Map<String, Long> fewer = new LinkedHashMap<>(setting);
        for (String register : setting.keySet()) {
            Map<String, Long> without = new LinkedHashMap<>(fewer);
            without.remove(register);
            if (works(without)) {
                fewer = without;
            }
        }
        return fewer;
    }

    private boolean works(Map<String, Long> setting) {
        return works(setting, trial.pair().low()) && works(setting, trial.pair().high());
    }

    private boolean works(Map<String, Long> setting, Mode mode) {
        Bench bench = trial.bench();
        Start state = trial.in(new Start(List.of(), setting, 0, 0), mode);
        for (long address : new long[] {bench.pc(), 0, bench.units() - 16}) {
            for (Access access : List.of(Access.FETCH, Access.LOAD, Access.STORE)) {
                if (bench.translate(state, access, address).isEmpty()) {
                    return false;
                }
            }
        }
        return true;
    }
}
