package dev.vmkit.language.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.api.ParameterInfo.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTests {

    @ParameterizedTest
    @CsvSource({
        "NUMBER, 10, 10",
        "NUMBER, -3, -3",
        "NUMBER, 0x3F8, 1016",
        "NUMBER, 0b1_0000, 16",
        "SIZE, 128 MiB, 134217728",
        "SIZE, 0.5KiB, 512",
        "FREQUENCY, 1.8432 MHz, 1843200",
        "DURATION, 20 us, 20000",
        "FLAG, true, 1",
        "FLAG, false, 0"
    })
    void reads_numbers_with_the_units_of_their_type(Type type, String text, long value) {
        assertThat(Quantity.parse(type, text)).contains(value);
    }

    @ParameterizedTest
    @CsvSource({
        "NUMBER, 10 MHz",
        "NUMBER, 1_",
        "SIZE, 128 MB",
        "SIZE, 0.3 KiB",
        "SIZE, 9999999999 GiB",
        "SIZE, 10 MHz",
        "FREQUENCY, MHz",
        "FLAG, yes",
        "NUMBER, 9223372036854775808",
        "TEXT, 5"
    })
    void refuses_other_units_fractions_of_a_unit_and_what_does_not_fit(Type type, String text) {
        assertThat(Quantity.parse(type, text)).isEmpty();
    }

    @Test
    void shows_how_each_type_is_written() {
        for (Type type : Type.values()) {
            assertThat(Quantity.example(type)).isNotBlank();
        }
    }
}
