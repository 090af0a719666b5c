package dev.vmkit.plugins.riscv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.isa.Privilege;
import dev.vmkit.language.isa.Privilege.Setting;
import dev.vmkit.language.sensitivity.Classes;
import dev.vmkit.language.sensitivity.ModePair;
import dev.vmkit.language.sensitivity.Verdict;
import dev.vmkit.layers.witness.Analysis;
import dev.vmkit.layers.witness.MappingWitness;
import dev.vmkit.layers.witness.Soundness;
import dev.vmkit.layers.witness.Suitability;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the definition says of virtualization agrees with what monitors of RISC-V do. */
class VirtualizabilityTests {
    private static final Isa ISA = Riscv.isa(64);
    private static final Privilege PRIVILEGE = ISA.model().privilege().orElseThrow();

    private static ModePair pair(String kernel, String runsIn) {
        return new ModePair(
                PRIVILEGE.mode(runsIn).orElseThrow(), PRIVILEGE.mode(kernel).orElseThrow());
    }

    private static List<String> ids(List<Classes> some) {
        return some.stream().map(c -> c.what().id()).distinct().toList();
    }

    /** The switch of RVirt (src/trap.rs), which runs Linux in user mode. */
    @Test
    void aKernelInUserModeNeedsTheEmulationThatRvirtHas() {
        Verdict verdict = Verdict.of(ISA, PRIVILEGE, pair("supervisor", "user"));
        assertThat(verdict.isVirtualizable()).isTrue();
        assertThat(verdict.isHybridVirtualizable()).isTrue();
        assertThat(ids(verdict.emulated()))
                .containsExactlyInAnyOrder(
                        "csrrw", "csrrs", "csrrc", "csrrwi", "csrrsi", "csrrci", "sret", "sfence.vma", "wfi");
        assertThat(ids(verdict.calls())).containsExactlyInAnyOrder("ecall", "ebreak", "c.ebreak");
    }

    @Test
    void whatTellsTheTimeTrapsIfTheMonitorSeesToIt() {
        Verdict verdict = Verdict.of(ISA, PRIVILEGE, pair("supervisor", "user"));
        assertThat(verdict.conditional()).extracting(c -> c.what().name()).containsOnly("cycle", "time", "instret");
        assertThat(verdict.configuration()).extracting(Setting::toString).containsExactly("scounteren = 0");
        assertThat(Suitability.of(ISA).refusal()).isEmpty();
        assertThat(Suitability.of(ISA).configuration()).isEqualTo(verdict.configuration());
    }

    /** TVM, TW and TSR were made for kernels that stay in supervisor mode (Privileged ISA, section 3.1.6.5). */
    @Test
    void firmwareInSupervisorModeNeedsTheTrapBitsAndIsStillNotVirtualizable() {
        Verdict verdict = Verdict.of(ISA, PRIVILEGE, pair("machine", "supervisor"));
        assertThat(verdict.configuration())
                .extracting(Setting::toString)
                .containsExactlyInAnyOrder("mstatus.TSR = 1", "mstatus.TW = 1", "mstatus.TVM = 1", "mcounteren = 0");
        assertThat(ids(verdict.critical()))
                .containsExactlyInAnyOrder("csrrw", "csrrs", "csrrc", "csrrwi", "csrrsi", "csrrci");
        assertThat(Verdict.of(ISA, PRIVILEGE, pair("machine", "user")).isVirtualizable())
                .isTrue();
    }

    @Test
    void loadsAndStoresAreMediatedByPageTables() {
        Verdict verdict = Verdict.of(ISA, PRIVILEGE, pair("supervisor", "user"));
        assertThat(verdict.classes())
                .filteredOn(Classes::mediated)
                .allMatch(c -> !c.isModeSensitive())
                .extracting(c -> c.what().id())
                .contains("lb", "sd", "lr.w", "amoadd/d", "c.lw", "fld/d");
    }

    @Test
    void everyClaimIsShownByAStateThatReplays() {
        Analysis analysis = Analysis.of(ISA, PRIVILEGE, pair("supervisor", "user"));
        assertThat(analysis.findings().stream()
                        .flatMap(finding -> finding.unconfirmed().stream()
                                .map(claim -> finding.classes().what() + " " + claim)))
                .isEmpty();
        assertThat(analysis.findings().stream()
                        .flatMap(finding -> finding.witnesses().stream())
                        .filter(witness -> !witness.replays(ISA)))
                .isEmpty();
        assertThat(analysis.mappings()).extracting(MappingWitness::access).containsExactly("fetch", "load", "store");
        assertThat(analysis.mappings()).allMatch(mapping -> mapping.replays(ISA));
    }

    @Test
    void noStateShowsMoreThanTheDefinitionSays() {
        assertThat(Soundness.of(ISA, PRIVILEGE, pair("machine", "supervisor"), 2)
                        .surprise())
                .isEmpty();
    }
}
