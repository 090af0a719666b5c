package dev.vmkit.language.isa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.language.text.Diagnostic;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A definition says whose its state is. */
class PrivilegeTests {
    private static final String HEAD = """
        isa: parts
        features: { X: { default: "false" } }
        spaces: { mem: { addr: 16, unit: 8 } }
        registers:
          pc: { width: 16, role: pc }
          r: { count: 4, width: 16 }
          psw: { width: 16, fields: { P: 15, KEY: "11:8", CC: "1:0" } }
          extra: { when: X, width: 8 }
          base: { width: 16 }
          lines: { width: 8, role: lines }
        instructions: { NOP: { encode: "0x00", do: "" } }
        """;

    private static IsaModel load(String privilege) {
        return Samples.load(new SourceFile("parts.yaml", HEAD + privilege), IsaLoader.Choice.DEFAULT);
    }

    private static Privilege read(String privilege) {
        return load(privilege).privilege().orElseThrow();
    }

    private static List<String> mistakes(String privilege) {
        Diagnostics diagnostics = new Diagnostics();
        IsaLoader.load(
                new SourceFile("parts.yaml", HEAD + privilege),
                name -> Optional.empty(),
                IsaLoader.Choice.DEFAULT,
                diagnostics);
        return diagnostics.list().stream().map(Diagnostic::message).toList();
    }

    private static long bits(String privilege, String register, StateKind kind) {
        IsaModel model = load(privilege);
        return model.privilege().orElseThrow().bits(model.register(register).orElseThrow(), kind);
    }

    @Test
    void whatIsNotMentionedIsControl() {
        String privilege = "privilege: { mode: psw.P, modes: { problem: 1, supervisor: 0 }, user: [r, psw.CC] }";
        assertThat(bits(privilege, "psw", StateKind.MODE)).isEqualTo(0x8000);
        assertThat(bits(privilege, "psw", StateKind.USER)).isEqualTo(0x0003);
        assertThat(bits(privilege, "psw", StateKind.CONTROL)).isEqualTo(0x7FFC);
        assertThat(bits(privilege, "base", StateKind.CONTROL)).isEqualTo(0xFFFF);
        assertThat(bits(privilege, "pc", StateKind.USER)).isEqualTo(0xFFFF);
        assertThat(bits(privilege, "lines", StateKind.IO)).isEqualTo(0xFF);
    }

    @Test
    void aFieldCountsForItselfWhateverItsRegisterIs() {
        String privilege =
                "privilege: { mode: psw.P, modes: { problem: 1, supervisor: 0 }, user: psw, control: psw.KEY,"
                        + " location: base }";
        assertThat(bits(privilege, "psw", StateKind.USER)).isEqualTo(0x70FF);
        assertThat(bits(privilege, "psw", StateKind.CONTROL)).isEqualTo(0x0F00);
        assertThat(bits(privilege, "base", StateKind.LOCATION)).isEqualTo(0xFFFF);
    }

    @Test
    void modesGoFromTheLeastPrivilegedToTheMost() {
        Privilege privilege = read("privilege: { mode: psw.P, modes: { problem: 1, supervisor: 0 } }");
        assertThat(privilege.user().name()).isEqualTo("problem");
        assertThat(privilege.kernel().name()).isEqualTo("supervisor");
    }

    @Test
    void aModeMayComeWithAFeature() {
        String modes = "modes: { low: 0, middle: { value: 1, when: X }, high: 3 }";
        Privilege privilege = read("privilege: { mode: psw.KEY, %s, kernel: middle, user: extra }".formatted(modes));
        assertThat(privilege.modes()).extracting(Privilege.Mode::name).containsExactly("low", "high");
        assertThat(privilege.kernel().name()).isEqualTo("high");
    }

    private static final String MODES = "privilege: { mode: psw.KEY, modes: { low: 0, middle: 1, high: 3 }, ";

    @Test
    void aKernelMadeForAMonitorHasAModeOfItsOwnAndWhatIsSetThere() {
        Privilege privilege =
                read(MODES + "guest-kernel: { mode: middle, with: { psw.CC: 2, extra: 1, base: 0x10 } } }");
        Privilege.GuestKernel kernel = privilege.guestKernel().orElseThrow();
        assertThat(kernel.mode()).isEqualTo(new Privilege.Mode("middle", 1));
        assertThat(kernel.settings())
                .extracting(Privilege.Setting::toString)
                .containsExactly("psw.CC = 2", "base = 0x10"); // extra is switched off
    }

    @Test
    void thatModeMayComeWithAFeature() {
        String modes = "modes: { low: %s, middle: %s, high: 3 }";
        String off = "{ value: %d, when: X }";
        for (String some :
                new String[] {modes.formatted("0", off.formatted(1)), modes.formatted(off.formatted(0), "1")}) {
            assertThat(read("privilege: { mode: psw.KEY, %s, guest-kernel: { mode: middle } }".formatted(some))
                            .guestKernel())
                    .isEmpty();
        }
        assertThat(read(MODES + "guest-kernel: { mode: middle, when: X } }").guestKernel())
                .isEmpty();
    }

    @Test
    void aSettingIsOfOneRegisterThatIsControl() {
        assertThat(mistakes(MODES + "guest-kernel: { mode: middle, with: { psw: 1, pc: 2, lines: 3, r: 4 } } }"))
                .hasSize(4)
                .allSatisfy(mistake -> assertThat(mistake).contains("cannot be set"));
        Privilege all = read(MODES + "guest-kernel: { mode: middle, with: { base: 0xFFFF } } }");
        assertThat(all.guestKernel().orElseThrow().settings())
                .extracting(Privilege.Setting::value)
                .containsExactly(0xFFFFL);
    }

    @Test
    void thatModeLiesBetweenProgramsAndTheMonitor() {
        assertThat(mistakes(MODES + "guest-kernel: { mode: low } }"))
                .containsExactly(
                        "privilege: guest-kernel: 'low' has to lie between the mode of programs and that of the"
                                + " monitor");
        assertThat(mistakes(MODES + "guest-kernel: { mode: high } }")).hasSize(1);
        assertThat(mistakes(MODES + "guest-kernel: { mode: middel, with: { psw.CC: 4, psw.Q: 0 } } }"))
                .containsExactlyInAnyOrder(
                        "privilege: guest-kernel: no mode called 'middel'",
                        "privilege: guest-kernel: psw.CC has 2 bits, too few for 4",
                        "privilege: psw has no field called 'Q'");
        assertThat(mistakes("privilege: { mode: psw.KEY, modes: { low: 0, same: 0, high: 3 }, guest-kernel: {"
                        + " mode: same } }"))
                .hasSize(1);
        assertThat(mistakes(MODES + "guest-kernel: middle }")).hasSize(1);
        assertThat(mistakes(MODES + "guest-kernel: { with: { psw.CC: 1 } } }")).hasSize(1);
        assertThat(mistakes(MODES + "guest-kernel: { mode: middle, with: 3 } }"))
                .hasSize(1);
        assertThat(mistakes(MODES + "guest-kernel: { mode: middle, wiht: {} } }"))
                .hasSize(1);
    }

    @Test
    void namesThatNothingHasAreTold() {
        assertThat(mistakes(
                        "privilege: { mode: psw.Q, modes: { a: 0, b: 2 }, kernel: c, user: [rr], location: base.X }"))
                .containsExactly(
                        "privilege: psw has no field called 'Q'",
                        "privilege: no mode called 'c'",
                        "privilege: no register called 'rr'",
                        "privilege: base has no field called 'X'");
    }

    @Test
    void aModeFitsTheBitsThatHoldIt() {
        assertThat(mistakes("privilege: { mode: psw.P, modes: { a: 0, b: 2 } }"))
                .containsExactly("privilege: mode b: its value is 2, but must lie within 0 and 1");
        assertThat(mistakes("privilege: { mode: psw.P }")).hasSize(1);
        assertThat(mistakes("privilege: yes")).hasSize(1);
    }
}
