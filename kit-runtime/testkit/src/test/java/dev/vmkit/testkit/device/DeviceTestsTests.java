package dev.vmkit.testkit.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.api.Device;
import dev.vmkit.api.DeviceModel;
import dev.vmkit.api.StateTree;
import dev.vmkit.language.device.DeviceDefinition;
import dev.vmkit.language.device.DeviceReader;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.testkit.report.Case;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeviceTestsTests {
    private static final String JAVA = """
        device: d
        class: a.B
        size: 2
        registers: { A: { at: 0, reset: 5 }, B: { at: 1, access: ro } }
        """;

    private static List<Case> run(String yaml, Optional<DeviceModel> model) {
        DeviceDefinition definition = DeviceReader.read(new SourceFile("d.yaml", yaml), new Diagnostics())
                .orElseThrow();
        return DeviceTests.run(definition, model, name -> {});
    }

    private static List<String> failures(DeviceModel model) {
        return run(JAVA, Optional.of(model)).stream()
                .filter(c -> !c.passed())
                .map(c -> c.name() + ": " + c.detail())
                .toList();
    }

    @Test
    void aSoundDeviceInYamlPassesAllTests() {
        List<Case> cases = run("""
            device: d
            size: 8
            parameters: { n: { least: 3 } }
            connects: { keys: { kind: stream } }
            registers:
              A: { at: 0, width: 32, reset: 7, on-write: "timer_after(zext(v))" }
              B: { at: 4, access: ro, reset: 9 }
            on-input: "B = keys_read()"
            on-timer: "A = n"
            """, Optional.empty());
        assertThat(cases).hasSize(4).allMatch(Case::passed);
        assertThat(cases.getFirst().detail()).isEqualTo("2 registers");
    }

    /** A device of two bytes that keeps both, wrongly in one respect. */
    private static class Bytes implements Device {
        final byte[] bytes = {5, 0};

        @Override
        public long read(long offset, int width) {
            return bytes[(int) offset];
        }

        @Override
        public void write(long offset, int width, long value) {
            if (offset == 0) {
                bytes[0] = (byte) value;
            }
        }

        @Override
        public void reset() {}

        @Override
        public StateTree save() {
            return StateTree.EMPTY.with("bytes", bytes);
        }

        @Override
        public void load(StateTree state) {
            System.arraycopy(state.bytes("bytes"), 0, bytes, 0, 2);
        }
    }

    @Test
    void aSoundDeviceInJavaPassesAllTests() {
        assertThat(failures(context -> new Bytes())).isEmpty();
    }

    @Test
    void aWrongResetValueIsFound() {
        assertThat(failures(context -> new Bytes() {
                    {
                        bytes[0] = 6;
                    }
                }))
                .containsExactly("starts with its declared reset values: A reads 0x6, not 0x5");
    }

    @Test
    void anExceptionIsFound() {
        assertThat(failures(context -> new Bytes() {
                    @Override
                    public void write(long offset, int width, long value) {
                        if (value > 200) {
                            throw new ArithmeticException("too much");
                        }
                    }
                }))
                .isNotEmpty()
                .allMatch(f -> f.endsWith("too much"));
    }

    @Test
    void aReadOnlyRegisterThatCanBeWrittenIsFound() {
        assertThat(failures(context -> new Bytes() {
                    @Override
                    public void write(long offset, int width, long value) {
                        bytes[(int) offset] = (byte) value;
                    }
                }))
                .containsExactly("keeps read-only registers from being written: B reads 0xff, not 0x0");
    }

    @Test
    void aStateThatForgetsSomethingIsFound() {
        assertThat(failures(context -> new Bytes() {
                    @Override
                    public void load(StateTree state) {}
                }))
                .singleElement()
                .asString()
                .startsWith("goes on from a saved state as if nothing had happened: after ");
    }
}
