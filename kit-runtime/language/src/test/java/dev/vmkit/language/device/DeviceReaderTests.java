package dev.vmkit.language.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.language.isa.BitRange;
import dev.vmkit.language.isa.ByteOrder;
import dev.vmkit.language.isa.TreeTemplate;
import dev.vmkit.language.text.Diagnostic;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceReaderTests {
    private final Diagnostics diagnostics = new Diagnostics();

    private Optional<DeviceDefinition> read(String yaml) {
        return DeviceReader.read(new SourceFile("d.yaml", yaml), diagnostics);
    }

    private List<String> messages() {
        return diagnostics.list().stream().map(DeviceReaderTests::show).toList();
    }

    private static String show(Diagnostic d) {
        return d.problem().code() + " " + d.at().orElseThrow().line() + ": " + d.message();
    }

    @Test
    void reads_all_that_a_device_declares() {
        DeviceDefinition device = read("""
            device: keyboard
            doc: Keys, one at a time.
            unit: 16
            byte-order: big
            size: 4
            parameters:
              delay: { type: duration, default: 20 us, most: 1 s, doc: Between two keys. }
            connects:
              keys: { kind: stream }
              irq: { kind: interrupt, line: 0x80, per: hart }
            inputs: { from: 1, to: 31 }
            registers:
              STATUS: { at: 0, width: 16, access: rw, reset: 0x1, writable: 0x4000, fields: { READY: 15, KIND: "3:0" } }
              DATA: { at: 2, access: ro, on-read: "STATUS.READY = 0" }
            state:
              busy: 1
              queue: { width: 8, count: 16 }
            functions:
              take(b8 key): "DATA = zext(key)"
            on-input: "take(keys_read())"
            on-line: "irq_set(line, raised)"
            """).orElseThrow();
        assertThat(messages()).isEmpty();
        assertThat(device.inputs()).hasValue(new Inputs(1, 31));
        assertThat(device.order()).isEqualTo(ByteOrder.BIG);
        assertThat(device.widths()).containsExactly(16, 32, 64);
        assertThat(device.parameter("delay").orElseThrow().most()).isEqualTo(1_000_000_000L);
        assertThat(device.connections().get("irq").line()).hasValue(0x80);
        assertThat(device.connections().get("irq").perHart()).isTrue();
        DeviceRegister status = device.registers().getFirst();
        assertThat(status.file().fields()).isEqualTo(Map.of("READY", new BitRange(15, 15), "KIND", new BitRange(3, 0)));
        assertThat(status.writable()).isEqualTo(0x4000);
        assertThat(device.registers().get(1).onRead()).isPresent();
        assertThat(device.state()).extracting("slot").containsExactly(2, 3);
        assertThat(device.functions()).containsOnlyKeys("take");
        assertThat(device.handlers()).containsOnlyKeys("on-input", "on-line");
        assertThat(device.size().with(Map.of())).isEqualTo(4);
    }

    @Test
    void spreads_a_device_over_a_size_that_a_parameter_multiplies() {
        DeviceDefinition device = read("""
            device: uart
            size: 8 * stride
            parameters:
              stride: { default: 1, least: 1, most: 16 }
            """).orElseThrow();
        assertThat(device.size().with(Map.of("stride", 4L))).isEqualTo(32);
    }

    @Test
    void lets_a_read_only_and_a_write_only_register_share_an_address() {
        assertThat(read("""
            device: d
            size: 1
            registers:
              IN: { at: 0, access: ro }
              OUT: { at: 0, access: wo }
            """)).isPresent();
    }

    @Test
    void lets_registers_of_a_java_device_share_an_address_if_words_say_when() {
        assertThat(read("""
            device: d
            class: org.example.Uart
            size: 1
            registers:
              DATA: { at: 0 }
              DIVISOR: { at: 0, when: LCR.DLAB is set }
            """)).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A: { at: 0 }; B: { at: 0 } | K803 5: B lies at the same address as A",
                "A: { at: 2, width: 32 } | K804 4: A ends at address 6, but the size is 4",
                "A: { at: 0, width: 12 } | K804 4: a register of 12 bits does not fill addresses of 8 bits",
                "A: { at: 0, reset: 0x100 } | K805 4: 'reset' needs more than 8 bits",
                "A: { at: 0, writable: 0x100 } | K805 4: 'writable' needs more than 8 bits",
                "A: { at: 0, fields: { X: 8 } } | K805 4: bits 8 do not lie within a register of 8 bits",
                "A: { at: 0, access: w } | K806 4: 'w' is none of ro, rw, wo",
                "2A: { at: 0 } | K807 4: '2A' cannot be used as a name",
                "A: { at: 0, access: wo, on-read: 'A = 1' } | K809 4: 'on-read' never runs: the access of A does not"
                        + " allow it",
                "A: { at: 0, writeable: 1 } | K014 4: a register has no key 'writeable'"
            })
    void reports_a_register_that_cannot_be(String registers, String message) {
        String lines = registers.replace("; ", "\n  ").strip();
        assertThat(read("device: d\nsize: 4\nregisters:\n  " + lines + "\n")).isEmpty();
        assertThat(messages()).containsExactly(message.strip());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "parameters: { p: { type: size, default: 3 MB } } | K808 3: p is a size such as 64 KiB or 128 MiB"
                        + " (units B, KiB, MiB, GiB)",
                "parameters: { p: { default: 9, most: 8 } } | K808 3: p lies outside its range, from 0 to 8",
                "parameters: { p: { type: text, choices: [a, b], default: c } } | K808 3: p is one of a, b",
                "parameters: { p: { type: inch } } | K806 3: 'inch' is none of duration, file, flag, frequency,"
                        + " number, size, text, time",
                "connects: { c: { kind: wire } } | K806 3: 'wire' is none of interrupt, network, sound, store, stream,"
                        + " surface",
                "state: { A: 1, B: 65 } | K017 3: expected a number from 1 to 64",
                "state: { A: { width: 8, count: 65536 }, B: 1 } | K804 3: a device has at most 65536 registers in all",
                "on-line: x = 1 | K809 3: 'on-line' never runs: this device has no inputs",
                "'inputs: { from: 1, to: 3 }' | K809 3: 'inputs' without 'on-line': nothing happens when one is raised",
                "'class: a.B\ninputs: { from: 5, to: 3 }' | K017 4: expected a number from 5 to 65535",
                "'connects: { a: { kind: interrupt, per: bank } }' | K806 3: 'bank' is none of hart",
                "on-input: x = 1 | K809 3: 'on-input' never runs: no connection of this device is a stream",
                "unit: 12 | K806 3: '12' is none of 8, 16, 32, 64",
                "widths: [24] | K806 3: '24' is none of 8, 16, 32, 64"
            })
    void reports_a_declaration_that_cannot_be(String line, String message) {
        assertThat(read("device: d\nsize: 4\n" + line.strip() + "\n")).isEmpty();
        assertThat(messages()).containsExactly(message.strip());
    }

    @Test
    void refuses_behaviour_beside_a_java_class() {
        assertThat(read("device: d\n"
                        + "class: a.B\n"
                        + "size: 1\n"
                        + "registers: { A: { at: 0, on-read: 'A = 1' } }\n"
                        + "state: { x: 1 }\n"))
                .isEmpty();
        assertThat(messages())
                .containsExactly(
                        "K802 4: 'on-read' beside 'class': the behaviour is in Java",
                        "K802 5: 'state' beside 'class': what the device does is written twice");
    }

    @Test
    void names_both_places_when_a_name_is_used_twice() {
        assertThat(read("device: d\nsize: 1\nconnects: { A: { kind: stream } }\nregisters: { A: { at: 0 } }\n"))
                .isEmpty();
        assertThat(messages()).containsExactly("K807 4: 'A' is already used");
        assertThat(diagnostics.list().getFirst().related()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"-1", "8 * depth", "99999999999999999999"})
    void refuses_a_size_that_is_none(String size) {
        assertThat(read("device: d\nsize: " + size + "\n")).isEmpty();
        assertThat(messages()).singleElement().asString().startsWith("K804 2: ");
    }

    @Test
    void says_that_another_file_is_no_device() {
        assertThat(read("isa: lc3\n")).isEmpty();
        assertThat(messages()).containsExactly("K801 1: this is not the definition of a device");
    }

    @Test
    void reads_what_a_device_says_in_a_device_tree() {
        DeviceDefinition device = read("""
            device: port
            size: 4
            parameters: { clock: { type: frequency, default: 1 MHz } }
            device-tree: { node: serial, compatible: [a, b], clock-frequency: $clock, wakeup: true, beside: { off: { compatible: c, regmap: $phandle } } }
            registers: { DATA: { at: 0 } }
            """).orElseThrow();
        assertThat(device.deviceTree())
                .contains(new TreeTemplate(
                        "serial",
                        Map.of(
                                "compatible", List.of("a", "b"),
                                "clock-frequency", List.of("$clock"),
                                "wakeup", List.of()),
                        List.of(new TreeTemplate(
                                "off", Map.of("compatible", List.of("c"), "regmap", List.of("$phandle"))))));
    }

    @Test
    void a_device_tree_needs_what_drivers_find_a_device_by() {
        read("""
            device: port
            size: 4
            parameters: { clock: { type: frequency, default: 1 MHz } }
            device-tree: { node: serial, clock-frequency: $clok }
            registers: { DATA: { at: 0 } }
            """);
        assertThat(messages())
                .containsExactly(
                        "K013 4: the node in the device tree needs 'compatible:'",
                        "K807 4: there is no parameter 'clok'");
    }
}
