package dev.vmkit.machine.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmkit.api.StateTree;
import dev.vmkit.machine.memory.Mapping;
import dev.vmkit.machine.memory.Ram;
import dev.vmkit.machine.state.CompositeState;
import dev.vmkit.machine.state.RamState;
import dev.vmkit.machine.state.StateDifference;
import dev.vmkit.machine.state.StateHash;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The state after N instructions is the same, whatever slices, saves and engines there were. */
@ParameterizedClass
@MethodSource("dev.vmkit.machine.execute.Engines#all")
class DeterminismTests {
    private static final String BUSY = """
        addi r1, r0, 0x1234
        addi r5, r0, 1
        set.status r5
        loop: add r2, r2, r1
        xor r1, r1, r2
        sw r2, 0x400(r3)
        sb r1, 0x801(r3)
        addi r3, r3, 4
        lw r4, 0x400(r3)
        bne r3, r4, loop
        """;

    private final Engines.Named engine;

    DeterminismTests(Engines.Named engine) {
        this.engine = engine;
    }

    private Bench busy() {
        return Bench.tiny(engine).program(0, BUSY);
    }

    private static CompositeState state(Bench bench) {
        Mapping mapping = bench.phys().mappings().getFirst();
        return new CompositeState(Map.of("ram", new RamState((Ram) mapping.region()), "hart 0", bench.hart()));
    }

    @Test
    void equalRunsHaveEqualHashesHoweverTheyAreCut() {
        Bench whole = busy();
        whole.run(5000);
        Bench cut = busy();
        for (int done = 0; done < 5000; done += 125) {
            cut.run(125);
        }

        assertThat(StateDifference.between(state(whole).save(), state(cut).save()))
                .isEmpty();
        assertThat(StateHash.of(state(whole).save()))
                .isEqualTo(StateHash.of(state(cut).save()));
    }

    @Test
    void theHashIsTheSameForEveryEngine() {
        Bench bench = busy();
        bench.run(5000);

        assertThat(StateHash.of(state(bench).save()))
                .isEqualTo("c18af46ebb01d795306db9fcfbc608ccaaf090cf34326c074176222a9d651cb6");
    }

    @Test
    void aSavedMachineGoesOnAsIfNothingHadHappened() {
        Bench bench = busy();
        bench.hart().setLine(3, 0, true);
        bench.run(2500);
        StateTree saved = state(bench).save();
        bench.run(2500);
        String end = StateHash.of(state(bench).save());

        Bench other = Bench.tiny(engine).program(0, "halt");
        other.run(10);
        state(other).load(saved);

        assertThat(other.hart().retired()).isEqualTo(2500);
        assertThat(other.hart().lines().raised()).hasSize(1);
        other.run(2500);
        assertThat(StateHash.of(state(other).save())).isEqualTo(end);
    }

    @Test
    void aHartRefusesWhatIsNotItsState() {
        Bench bench = busy();
        StateTree good = bench.hart().save();
        StateTree registers = good.tree("registers");

        for (StateTree bad : new StateTree[] {
            StateTree.EMPTY,
            good.with("isa", "large"),
            good.with("retired", -1),
            good.with("waiting", 2),
            good.with("registers", StateTree.EMPTY),
            good.with("registers", registers.with("r[0]", 1)),
            good.with("registers", registers.with("status", 0x100)),
            good.with("lines", StateTree.EMPTY.with("seven", 1))
        }) {
            assertThatThrownBy(() -> bench.hart().load(bad)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(bench.hart().save()).isEqualTo(good);
    }
}
