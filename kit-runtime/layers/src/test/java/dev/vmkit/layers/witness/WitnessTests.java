package dev.vmkit.layers.witness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.sensitivity.ModePair;
import org.junit.jupiter.api.Test;

/** Claims are shown by states that anybody can replay. */
class WitnessTests {
    private static Analysis analysis(Isa isa) {
        var privilege = Definitions.privilege(isa);
        return Analysis.of(isa, privilege, ModePair.usual(privilege).orElseThrow());
    }

    @Test
    void aWitnessIsAStateWithNothingButWhatMatters() {
        Isa isa = Definitions.tiny("if m == 1 && a == 7 { c.LO = 3 }; b = 1");
        Finding finding = analysis(isa).findings().getFirst();
        Witness witness = finding.witnesses().getFirst();
        assertThat(finding.unconfirmed()).isEmpty();
        assertThat(witness.kind()).isEqualTo("control-sensitive");
        assertThat(witness.story(isa))
                .containsExactly("with a = 7", "in high: c.LO goes from 0 to 3", "in low: c.LO stays 0");
    }

    @Test
    void aWitnessReplaysAndAnotherMachineRefutesIt() {
        Isa isa = Definitions.tiny("a = c");
        Witness witness = analysis(isa).findings().getFirst().witnesses().getFirst();
        assertThat(witness.replays(isa)).isTrue();
        assertThat(witness.replays(Definitions.tiny("a = b"))).isFalse();
    }

    @Test
    void theTimeIsAWitnessToo() {
        Isa isa = Definitions.tiny("a = trunc(retired())");
        Witness witness = analysis(isa).findings().getFirst().witnesses().getFirst();
        assertThat(witness.kind()).isEqualTo("resource-sensitive");
        assertThat(witness.runs()).extracting(run -> run.start().clock()).doesNotHaveDuplicates();
    }

    @Test
    void everyWitnessOfSystem360Replays() {
        Isa isa = Definitions.s360();
        Analysis analysis = analysis(isa);
        assertThat(analysis.findings()).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.unconfirmed()).isEmpty();
            assertThat(finding.witnesses()).allMatch(witness -> witness.replays(isa));
        });
        assertThat(analysis.mappings()).extracting(MappingWitness::access).containsExactly("fetch", "load", "store");
        assertThat(analysis.mappings()).allMatch(mapping -> mapping.replays(isa));
    }
}
