package dev.vmkit.language.semantics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.language.Golden;
import dev.vmkit.language.ir.IrPrinter;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.isa.Samples;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class SampleSemanticsTests {
    private static final List<String> SAMPLES = Samples.ALL;

    @ParameterizedTest
    @FieldSource("SAMPLES")
    void everySampleChecksWithoutErrors(String name) {
        Diagnostics diagnostics = new Diagnostics();
        assertThat(SemanticsChecker.check(Samples.load(name), diagnostics)).isPresent();
        assertThat(diagnostics.list()).allMatch(d -> d.severity() == Severity.WARNING);
    }

    @Test
    void theSemanticsOfTheLc3() {
        Isa isa = Checked.sample("lc3");
        StringBuilder out = new StringBuilder();
        isa.functions().values().forEach(f -> out.append(IrPrinter.print(f)).append('\n'));
        isa.trapHook().ifPresent(f -> out.append(IrPrinter.print(f)).append('\n'));
        isa.instructions().forEach(i -> out.append(IrPrinter.print(i)).append('\n'));
        Golden.check("semantics/lc3-ir.txt", out.toString());
    }
}
