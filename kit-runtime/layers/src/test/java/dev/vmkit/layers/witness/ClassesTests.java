package dev.vmkit.layers.witness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.isa.Privilege.Setting;
import dev.vmkit.language.sensitivity.Classes;
import dev.vmkit.language.sensitivity.ModePair;
import dev.vmkit.language.sensitivity.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an instruction does says of which class it is, and both passes agree. */
class ClassesTests {
    private static Classes of(String body) {
        Isa isa = Definitions.tiny(body);
        var privilege = Definitions.privilege(isa);
        ModePair pair = ModePair.usual(privilege).orElseThrow();
        assertThat(Soundness.of(isa, privilege, pair, 60).surprise()).isEmpty();
        return Verdict.of(isa, privilege, pair).classes().getFirst();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '~', textBlock = """
        a = a + b                                   ~ innocuous
        pc = 16                                     ~ innocuous
        c.LO = c.LO                                 ~ innocuous
        c = (c & 0xF0) | (c & 0x0F)               ~ innocuous
        if m == 0 { raise refused(0) }; a = b       ~ privileged
        if m == 0 { raise refused(0) }; c = a       ~ privileged control
        if m == 0 { raise refused(0) }; m = 0       ~ privileged control
        c = a                                       ~ critical control
        if a == 0 { flush() }                       ~ critical control
        wait()                                      ~ critical control
        a = c                                       ~ critical resource
        a = t                                       ~ critical resource
        if t == 0 { pc = 16 }                       ~ critical resource
        if c.HI == 0 { wait() } else { halt() }     ~ critical control resource
        a = base                                    ~ critical location
        mem8[0] = base                              ~ critical location
        if m == 0 { a = 1 } else { a = 2 }          ~ critical mode
        a = zext(m)                                 ~ critical mode
        if m == 0 { pc = 16 }                       ~ critical mode
        if m == 1 { raise other(0) }; a = b         ~ critical mode
        if m == 1 { m = 0 }; a = b                  ~ critical control
        if m == 1 && a == 7 { c.LO = 3 }; b = 1     ~ critical control mode
        if m == 1 && a == 7 { raise other(0) }; a = b ~ critical mode
        if m == 1 { c = a }                         ~ critical control mode
        for i in 0..7 { if c == 3 { b = 1 } }       ~ critical resource
        for i in 0..(a % 8) { if c == 3 { b = 1 } } ~ critical resource
        var b8 k = 3; for i in 0..(a % 8) { for j in 0..k max 8 { if m == 1 { b = 1 }; b = 0 }; k = a % 4 }; if a == 0 { if m == 0 { raise refused(0) } else { raise other(0) } } ~ innocuous
        if m == 1 { a = 0 }; for i in 0..7 { if c == 3 { b = 1 } } ~ critical mode resource
        raise other(0)                              ~ always
        if m == 0 { raise refused(0) } else { raise other(0) } ~ always
        if a == 0 { if m == 0 { raise refused(0) }; c = b } ~ control
        """)
    void an_instruction_is_what_it_does(String body, String expected) {
        Classes c = of(body);
        StringBuilder words = new StringBuilder();
        add(c.isInnocuous(), "innocuous", words);
        add(c.isPrivileged(), "privileged", words);
        add(c.trapsAlways(), "always", words);
        add(c.isCritical(), "critical", words);
        add(c.isControlSensitive(), "control", words);
        add(c.isModeSensitive(), "mode", words);
        add(c.isLocationSensitive(), "location", words);
        add(c.isResourceSensitive(), "resource", words);
        assertThat(words.toString().strip()).isEqualTo(expected);
    }

    private static void add(boolean holds, String word, StringBuilder words) {
        words.append(holds ? word + " " : "");
    }

    @Test
    void whatAMonitorCanHaveTrapIsConditional() {
        Classes c = of("if m == 0 && c.LO == 0 { raise refused(0) }; a = t");
        assertThat(c.isCritical()).isTrue();
        assertThat(c.isCriticalWhateverIsSet()).isFalse();
        assertThat(c.settings()).extracting(Setting::toString).containsExactly("c.LO = 0");
    }

    @Test
    void onlyWhatIsSensitiveInTheLowModeHurtsAHybridMonitor() {
        assertThat(of("m = 0").isUserSensitive()).isFalse();
        assertThat(of("m = 0").isCritical()).isTrue();
        assertThat(of("m = 1").isUserSensitive()).isTrue();
    }
}
