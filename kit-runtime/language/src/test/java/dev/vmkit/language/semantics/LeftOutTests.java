package dev.vmkit.language.semantics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.isa.IsaLoader;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Bodies may mention what a feature leaves out: it reads 0, gives 0, and does nothing. */
class LeftOutTests {
    private static final SourceFile DEFINITION = new SourceFile("guests.yaml", """
        isa: guests
        features: { G: false }
        spaces:
          phys: { addr: 16, unit: 8 }
          mem: { addr: 16, unit: 8, over: phys, translate: walk, key: [root, guest, status.OWN] }
        registers:
          pc: { width: 16, role: pc }
          root, a: { width: 16 }
          guest: { when: G, width: 1 }
          status: { when: G, width: 16, fields: { OWN: "9:8" } }
        functions:
          b16 walk(b16 at, b2 access): "return if guest { stage(at) } else { at + root }"
          b16 stage(b16 at): { when: G, do: "return at ^ 0xFFFF" }
          note(b16 v): { when: G, do: "status = v" }
        instructions:
          SET: { encode: "0x00", do: "guest = 1; status.OWN = 3; OWN = 2; note(a); a = a + zext(OWN) + stage(a)" }
        """);

    private static Isa load(boolean guests) {
        Diagnostics diagnostics = new Diagnostics();
        return IsaLoader.load(
                        DEFINITION,
                        name -> Optional.empty(),
                        new IsaLoader.Choice(Optional.empty(), Map.of(), Map.of("G", guests)),
                        diagnostics)
                .flatMap(model -> SemanticsChecker.check(model, diagnostics))
                .orElseThrow(() -> new AssertionError(diagnostics.list()));
    }

    @Test
    void nothingOfThemIsLeftInTheBodies() {
        Isa isa = load(false);
        assertThat(isa.model().register("guest")).isEmpty();
        assertThat(isa.functions()).containsOnlyKeys("walk");
        assertThat(isa.model().slots()).isEqualTo(3);
        assertThat(isa.instructions().getFirst().effects().writes()).hasSize(1);
    }

    @Test
    void noKeyDependsOnThem() {
        assertThat(load(false).model().spaces().get("mem").key()).containsExactly("root");
        assertThat(load(true).model().spaces().get("mem").key()).containsExactly("root", "guest", "status.OWN");
    }

    @Test
    void withTheFeatureTheyAreWhatTheyAre() {
        Isa isa = load(true);
        assertThat(isa.model().slots()).isEqualTo(5);
        assertThat(isa.functions()).containsOnlyKeys("walk", "stage", "note");
    }
}
