package dev.vmkit.testkit.conform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmkit.language.text.MistakeException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cases of single instructions. */
class VectorTests {
    private static final SingleStep ADAPTER = new SingleStep();

    /** INC $10 where 0x7F is, the result and cycles given. */
    private static String increment(int result, int cycles) {
        return """
            [{ "name": "e6 10", "initial": { "pc": 512, "s": 1, "a": 2, "x": 3, "y": 4, "p": 36,
                 "ram": [[512, 230], [513, 16], [16, 127]] },
               "final": { "pc": 514, "s": 1, "a": 2, "x": 3, "y": 4, "p": 164, "ram": [[512, 230], [513, 16], [16, %d]] },
               "cycles": [%s] }]
            """.formatted(result, String.join(",", java.util.Collections.nCopies(cycles, "[0, 0, \"read\"]")));
    }

    private static FileResult tried(String content, String... settings) {
        return Tried.by(ADAPTER, "mos6502", content, settings);
    }

    @Test
    void a_case_holds_if_registers_memory_and_cycles_are_as_it_says() {
        FileResult result = tried(increment(128, 5));
        assertThat(result.cases()).isEqualTo(1);
        assertThat(result.failed()).isZero();
    }

    @Test
    void what_differs_is_told_with_the_instruction() {
        FileResult result = tried(increment(129, 6));
        assertThat(result.failed()).isEqualTo(1);
        assertThat(result.first())
                .containsExactly(new FileResult.Failure(
                        "e6 10: INC $10",
                        List.of("mem[0x10]: expected 0x81, found 0x80", "cycles: expected 0x6, found 0x5")));
        assertThat(tried(increment(128, 6), "cycles=no").failed()).isZero();
    }

    @Test
    void memory_that_the_case_does_not_mention_must_stay_as_it_is() {
        String push = """
            [{ "name": "48", "initial": { "pc": 512, "s": 255, "a": 7, "p": 36, "ram": [[512, 72]] },
               "final": { "pc": 513, "s": 254, "a": 7, "p": 36, "ram": [[512, 72]] } }]
            """;
        assertThat(tried(push).first().getFirst().differences())
                .containsExactly("mem[0x1ff]: is written, and must not be");
        FileResult again =
                tried(push.replace("}]", "}," + increment(128, 5).strip().substring(1)));
        assertThat(again.cases()).as("the next case begins with clean memory").isEqualTo(2);
        assertThat(again.failed()).isEqualTo(1);
    }

    @Test
    void an_address_behind_the_end_of_memory_is_refused() {
        assertThatThrownBy(() -> tried(increment(128, 5).replace("[16, 127]", "[16, 127], [70000, 1]")))
                .isInstanceOfSatisfying(
                        MistakeException.class,
                        m -> assertThat(Tried.message(m)).contains("there is no memory at 0x11170"));
    }

    @Test
    void bytes_that_are_no_instruction_are_counted_and_not_tried() {
        FileResult result = tried(increment(128, 5).replace("[512, 230]", "[512, 2]"));
        assertThat(result.cases()).isZero();
        assertThat(result.skipped()).isEqualTo(1);
    }

    @Test
    void what_goes_over_ports_is_compared_in_order() {
        String load = """
            [{ "name": "load", "initial": { "pc": 0, "sp": 1, "s0": 4096, "ram": [[0, 40], [1, 52]] },
               "final": { "pc": 2, "sp": 1, "s0": 86, "ram": [[0, 40], [1, 52]] },
               "ports": [[4148, 86, "r"]] }]
            """;
        assertThat(Tried.by(ADAPTER, "stackvm", load, "ports=data").failed()).isZero();
        assertThat(Tried.by(ADAPTER, "stackvm", load.replace("[4148,", "[4149,"), "ports=data")
                        .first()
                        .getFirst()
                        .differences())
                .containsExactly("ports: expected [read 0x56 from port 0x1035], found [read 0x56 from port 0x1034]");
    }

    @Test
    void names_may_stand_for_other_places_or_for_nothing() {
        String other = increment(128, 5).replace("\"a\":", "\"accu\":").replace("\"x\":", "\"what\":");
        assertThat(tried(other, "names=accu=A,what=").failed()).isZero();
        assertThatThrownBy(() -> tried(other))
                .isInstanceOfSatisfying(
                        MistakeException.class,
                        m -> assertThat(Tried.message(m)).contains("K993 the material's 'accu' stands for nothing in"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | an array is expected",
                "[7] | case 0: an object is expected",
                "[{\"name\": \"x\", \"initial\": {}}] | case 'x': there is no 'final'",
                "[{\"name\": \"x\", \"initial\": {\"a\": -1}, \"final\": {}}] | case 'x': a number from 0 on is"
                        + " expected",
                "[{\"initial\": {\"ram\": [[1]]}, \"final\": {}}] | case 'case 0': an array has only 1 items",
                "[ | this is not JSON",
            })
    void a_file_of_another_kind_is_refused(String content, String message) {
        assertThatThrownBy(() -> tried(content))
                .isInstanceOfSatisfying(
                        MistakeException.class,
                        m -> assertThat(Tried.message(m)).contains(message));
    }
}
