package dev.vmkit.plugins.riscv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.machine.execute.InterpretEngine;
import dev.vmkit.machine.translate.TranslateEngine;
import dev.vmkit.testkit.derive.IsaTests;
import dev.vmkit.testkit.derive.Share;
import dev.vmkit.testkit.report.Case;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The one file defines many processors. What follows from a definition holds for the largest of both widths. */
@DisplayName("What follows from the definition holds")
class VariantsTests {
    private static final String ALL =
            "M A C U S H PMP Zicond Zba Zbb Zbc Zbs Zicbom Zicboz Sstc Sv48 Svadu Svinval Svnapot";

    @ParameterizedTest(name = "for RV{0} with everything")
    @ValueSource(ints = {32, 64})
    void everyCasePasses(int width) {
        List<Case> cases = IsaTests.run(
                Riscv.isa(width, ALL.split(" ")),
                List.of(InterpretEngine::new, TranslateEngine::eager),
                Share.ALL,
                progress -> {});
        assertThat(cases).filteredOn(c -> !c.passed()).isEmpty();
    }
}
