package dev.vmkit.language.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BehaviourTests {
    private final Diagnostics diagnostics = new Diagnostics();

    private Optional<Behaviour> behaviour(String rest, Map<String, Long> parameters) {
        String yaml = "device: d\nsize: 4\n" + rest;
        DeviceDefinition definition =
                DeviceReader.read(new SourceFile("d.yaml", yaml), diagnostics).orElseThrow();
        return Behaviour.of(definition, parameters, diagnostics);
    }

    private List<String> messages() {
        return diagnostics.list().stream()
                .map(d -> d.at().orElseThrow() + " " + d.problem().code() + " " + d.message())
                .toList();
    }

    @Test
    void handlers_are_called_by_the_machine_so_nobody_is_warned_that_nothing_calls_them() {
        Behaviour behaviour = behaviour("""
            connects: { keys: { kind: stream } }
            registers: { A: { at: 0, on-read: "A = 1", on-write: "A = v ^ old" } }
            on-input: "A = keys_read()"
            on-timer: "A = 2"
            on-reset: "A = 3"
            """, Map.of()).orElseThrow();
        assertThat(messages()).isEmpty();
        DeviceRegister a = behaviour.definition().registers().getFirst();
        assertThat(behaviour.onRead(a)).isPresent();
        assertThat(behaviour.onWrite(a).orElseThrow().parameterWidths()).containsExactly(8, 8);
        assertThat(behaviour.handler("on-timer")).isPresent();
    }

    @Test
    void a_mistake_in_a_body_is_reported_where_it_stands() {
        assertThat(behaviour("registers:\n  A: { at: 0, width: 16, on-write: \"A = v[7:0]\" }\n", Map.of()))
                .isEmpty();
        assertThat(messages())
                .singleElement()
                .asString()
                .startsWith("d.yaml:4:")
                .contains("16");
    }

    @Test
    void a_body_reaches_nothing_but_the_device() {
        assertThat(behaviour("registers: { A: { at: 0, on-read: \"A = mem[0]; pc = 1\" } }\n", Map.of()))
                .isEmpty();
        assertThat(messages()).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void a_parameter_is_a_number_whose_value_must_fit() {
        String body = "parameters: { step-size: {} }\nregisters: { A: { at: 0, on-read: \"A = step_size\" } }\n";
        assertThat(behaviour(body, Map.of("step-size", 255L))).isPresent();
        assertThat(behaviour(body, Map.of("step-size", 256L))).isEmpty();
        assertThat(messages()).singleElement().asString().contains("256");
    }

    @Test
    void a_look_paints_and_reads_registers_and_the_time() {
        assertThat(behaviour("""
            connects: { lamps: { kind: surface } }
            registers: { A: { at: 0 } }
            functions: { "b24 colour()": "return if now()[0] { 0xFF0000 } else { 0x400000 }" }
            on-look: "lamps_size(8, 1); for x in 0..7 { if (A >> x)[0] { lamps_fill(x, 0, 1, 1, colour()) } }"
            """, Map.of())).isPresent();
        assertThat(messages()).isEmpty();
    }

    @Test
    void a_look_changes_nothing_not_even_through_a_function() {
        assertThat(behaviour("""
            connects: { lamps: { kind: surface }, irq: { kind: interrupt } }
            registers: { A: { at: 0 } }
            functions: { "seen()": "A = A + 1; irq_set(true)" }
            on-look: "seen(); timer_stop()"
            """, Map.of())).isEmpty();
        assertThat(messages())
                .containsExactly(
                        "d.yaml:6:11 K810 'on-look' changes something: it calls 'irq_set'",
                        "d.yaml:6:11 K810 'on-look' changes something: it calls 'timer_stop'",
                        "d.yaml:6:11 K810 'on-look' changes something: it writes 'A'");
    }

    @Test
    void a_look_stops_nothing() {
        assertThat(behaviour("""
            connects: { lamps: { kind: surface } }
            registers: { A: { at: 0 } }
            on-look: "if A != 0 { halt() } else { wait() }"
            """, Map.of())).isEmpty();
        assertThat(messages())
                .containsExactly(
                        "d.yaml:5:11 K810 'on-look' changes something: it says 'halt'",
                        "d.yaml:5:11 K810 'on-look' changes something: it says 'wait'");
    }

    @Test
    void names_of_the_kits_own_functions_are_taken() {
        Diagnostics own = new Diagnostics();
        String yaml =
                "device: d\nsize: 1\nconnects: { keys: { kind: stream } }\nstate: { keys_read: 1, now: 1, on_x: 1 }\n";
        assertThat(DeviceReader.read(new SourceFile("d.yaml", yaml), own)).isEmpty();
        assertThat(own.list()).hasSize(3).allMatch(d -> d.problem() == DeviceProblem.NAME);
    }
}
