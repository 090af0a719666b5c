package dev.vmkit.plugins.jrst;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.isa.IsaLoader;
import dev.vmkit.language.isa.Privilege;
import dev.vmkit.language.semantics.SemanticsChecker;
import dev.vmkit.language.sensitivity.Classes;
import dev.vmkit.language.sensitivity.ModePair;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.layers.witness.Analysis;
import dev.vmkit.layers.witness.Suitability;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The machine fails as the PDP-10 does (Popek and Goldberg 1974): a hybrid monitor can run it. */
class VirtualizabilityTests {
    private static final Isa ISA = definition();
    private static final Privilege PRIVILEGE = ISA.model().privilege().orElseThrow();
    private static final Analysis ANALYSIS =
            Analysis.of(ISA, PRIVILEGE, ModePair.usual(PRIVILEGE).orElseThrow());

    private static Isa definition() {
        try (InputStream in = Objects.requireNonNull(VirtualizabilityTests.class.getResourceAsStream("/jrst.yaml"))) {
            SourceFile file = new SourceFile("jrst.yaml", new String(in.readAllBytes(), StandardCharsets.UTF_8));
            Diagnostics diagnostics = new Diagnostics();
            return IsaLoader.load(file, name -> Optional.empty(), IsaLoader.Choice.DEFAULT, diagnostics)
                    .flatMap(model -> SemanticsChecker.check(model, diagnostics))
                    .orElseThrow(() -> new AssertionError(diagnostics.list()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> mnemonics(List<Classes> some) {
        return some.stream().map(c -> c.what().instruction().form().mnemonic()).distinct();
    }

    @Test
    void itsOnlyFlawIsJrst1() {
        assertThat(mnemonics(ANALYSIS.verdict().critical())).containsExactly("JRST1");
        assertThat(ANALYSIS.verdict().isVirtualizable()).isFalse();
    }

    @Test
    void aHybridMonitorCanRunIt() {
        assertThat(ANALYSIS.verdict().hybridCritical()).isEmpty();
        assertThat(Suitability.of(ISA).hybridRefusal()).isEmpty();
    }

    @Test
    void aLayerThatReliesOnTrapsRefusesItAndShowsWhy() {
        assertThat(Suitability.of(ISA).refusal().orElseThrow().message())
                .contains("'JRST1/here' is control-sensitive", "user goes from supervisor to user");
    }

    @Test
    void everyClaimIsShownByAStateThatReplays() {
        assertThat(ANALYSIS.findings().stream()
                        .flatMap(finding -> finding.unconfirmed().stream()
                                .map(claim -> finding.classes().what() + " " + claim)))
                .isEmpty();
        assertThat(ANALYSIS.findings().stream()
                        .flatMap(finding -> finding.witnesses().stream())
                        .filter(witness -> !witness.replays(ISA)))
                .isEmpty();
    }
}
