package dev.vmkit.language.semantics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.language.isa.Samples;
import dev.vmkit.language.text.Diagnostic;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.Severity;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleSemanticsTests {

    @ParameterizedTest
    @ValueSource(strings = {"lc3", "stackvm", "chip8", "s360", "pdp11", "mos6502", "z80", "rv64i", "rv64iac"})
    void everySampleChecksWithoutErrors(String name) {
        Diagnostics diagnostics = new Diagnostics();
        var isa = SemanticsChecker.check(Samples.load(name), diagnostics);
        List<Diagnostic> errors = diagnostics.list().stream()
                .filter(d -> d.severity() == Severity.ERROR)
                .toList();
        assertThat(errors).isEmpty();
        assertThat(isa).isPresent();
    }
}
