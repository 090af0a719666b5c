package dev.vmkit.layers.witness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.isa.Privilege.Setting;
import dev.vmkit.language.sensitivity.ModePair;
import dev.vmkit.language.sensitivity.Verdict;
import org.junit.jupiter.api.Test;

/** A layer takes an instruction set, or says which instruction is at fault. */
class SuitabilityTests {

    @Test
    void system360CanBeVirtualizedByTrapping() {
        Isa isa = Definitions.s360();
        var privilege = Definitions.privilege(isa);
        Verdict verdict = Verdict.of(isa, privilege, ModePair.usual(privilege).orElseThrow());
        assertThat(verdict.isVirtualizable()).isTrue();
        assertThat(verdict.isHybridVirtualizable()).isTrue();
        assertThat(verdict.configuration()).isEmpty();
        assertThat(Definitions.ids(verdict.emulated())).containsExactly("SSM", "LPSW", "LRA", "LCTL", "SIO");
        assertThat(Definitions.ids(verdict.calls())).containsExactly("SVC");
        assertThat(Suitability.of(isa).refusal()).isEmpty();
    }

    @Test
    void aRefusalNamesTheInstructionAndShowsAState() {
        Refusal refusal = Suitability.of(Definitions.tiny("a = c")).refusal().orElseThrow();
        assertThat(refusal.instruction()).isEqualTo("X");
        assertThat(refusal.message()).isEqualTo("""
            'X' is resource-sensitive and does not trap in low mode: kernels written for high mode cannot run there unnoticed
              X
                in low with c = 0: a stays 0
                in low with c.LO = 1: a goes from 0 to 1\
            """);
    }

    @Test
    void whatAMonitorHasToSetIsToldAndIsNoReasonToRefuse() {
        Suitability suitability =
                Suitability.of(Definitions.tiny("if m == 0 && c.LO == 0 { raise refused(0) }; a = t"));
        assertThat(suitability.refusal()).isEmpty();
        assertThat(suitability.configuration()).extracting(Setting::toString).containsExactly("c.LO = 0");
    }

    @Test
    void aHybridMonitorMayTakeWhatATrappingOneRefuses() {
        Suitability suitability = Suitability.of(Definitions.tiny("m = 0"));
        assertThat(suitability.refusal()).isPresent();
        assertThat(suitability.hybridRefusal()).isEmpty();
        assertThat(suitability.critical()).containsExactly("X");
    }
}
