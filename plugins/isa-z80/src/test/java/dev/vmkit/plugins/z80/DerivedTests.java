package dev.vmkit.plugins.z80;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.machine.execute.InterpretEngine;
import dev.vmkit.machine.translate.TranslateEngine;
import dev.vmkit.testkit.derive.IsaTests;
import dev.vmkit.testkit.derive.Share;
import dev.vmkit.testkit.report.Case;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What follows from the definition alone. 'kit test isa-z80' does it for the Z80, whose encodings take longer. */
class DerivedTests {
    @Test
    void the_8080_passes_the_tests_that_follow_from_its_definition() {
        assertThat(IsaTests.run(
                        Z80.isa("i8080"),
                        List.of(InterpretEngine::new, TranslateEngine::eager),
                        Share.ALL,
                        progress -> {}))
                .hasSizeGreaterThan(5)
                .allMatch(Case::passed);
    }
}
