package dev.vmkit.plugins.s360;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.isa.IsaLoader;
import dev.vmkit.language.isa.Privilege;
import dev.vmkit.language.semantics.SemanticsChecker;
import dev.vmkit.language.sensitivity.ModePair;
import dev.vmkit.language.sensitivity.Verdict;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.layers.witness.Suitability;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** CP-40 and CP-67 could run any program of a System/360, its supervisors among them; here is why. */
class VirtualizabilityTests {
    private static final Isa ISA = definition();
    private static final Privilege PRIVILEGE = ISA.model().privilege().orElseThrow();
    private static final Verdict VERDICT =
            Verdict.of(ISA, PRIVILEGE, ModePair.usual(PRIVILEGE).orElseThrow());

    private static Isa definition() {
        try (InputStream in = Objects.requireNonNull(VirtualizabilityTests.class.getResourceAsStream("/s360.yaml"))) {
            SourceFile file = new SourceFile("s360.yaml", new String(in.readAllBytes(), StandardCharsets.UTF_8));
            Diagnostics diagnostics = new Diagnostics();
            IsaLoader.Choice standard = new IsaLoader.Choice(Optional.of("standard"), Map.of(), Map.of());
            return IsaLoader.load(file, name -> Optional.empty(), standard, diagnostics)
                    .flatMap(model -> SemanticsChecker.check(model, diagnostics))
                    .orElseThrow(() -> new AssertionError(diagnostics.list()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everythingSensitiveTrapsInProblemState() {
        assertThat(VERDICT.critical()).isEmpty();
        assertThat(VERDICT.conditional()).isEmpty();
        assertThat(VERDICT.isVirtualizable()).isTrue();
        assertThat(VERDICT.isHybridVirtualizable()).isTrue();
    }

    @Test
    void aMonitorEmulatesTheInstructionsOfTheSupervisor() {
        assertThat(VERDICT.emulated().stream()
                        .map(c -> c.what().instruction().form().mnemonic())
                        .distinct())
                .containsExactlyInAnyOrder("SSM", "LPSW", "SIO", "TIO", "HIO", "TCH");
    }

    @Test
    void aLayerThatReliesOnTrapsTakesIt() {
        assertThat(Suitability.of(ISA).refusal()).isEmpty();
    }
}
