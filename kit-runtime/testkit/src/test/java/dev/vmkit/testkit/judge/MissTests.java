package dev.vmkit.testkit.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What did not come out is told")
class MissTests {
    private static Cause cause(String expected, String actual) {
        return Miss.cause("", List.of(new Miss("console", expected, actual), new Miss("ends", "off", "failed")));
    }

    @Test
    void without_an_empty_line_for_the_end_of_the_last_one() {
        Cause cause = cause("0 reads were stale\n", "7 reads were stale\n");
        assertThat(cause.expected()).isEqualTo("console = 0 reads were stale\nends = off");
        assertThat(cause.actual()).isEqualTo("console = 7 reads were stale\nends = failed");
    }

    @Test
    void with_it_where_it_is_the_difference() {
        Cause cause = cause("done\n", "done");
        assertThat(cause.expected()).isEqualTo("console = done\n\nends = off");
        assertThat(cause.actual()).isEqualTo("console = done\nends = failed");
    }
}
