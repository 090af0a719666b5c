package dev.vmkit.machine.translate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How long one waits where making regions did not pay. */
class ReluctanceTests {
    private final Reluctance reluctance = new Reluctance();

    @Test
    void nothing_is_let_go_by_where_nothing_was_in_vain() {
        reluctance.grow(0x100);
        assertThat(reluctance.letsGo(0x200)).isFalse();
    }

    @Test
    void after_each_attempt_in_vain_twice_as_many_occasions_are_let_go_by() {
        List<Integer> attempts = new ArrayList<>();
        for (int occasion = 0; occasion < 40; occasion++) {
            if (!reluctance.letsGo(0x100)) {
                attempts.add(occasion);
                reluctance.grow(0x100);
            }
        }
        assertThat(attempts).containsExactly(0, 2, 5, 10, 19, 36);
    }

    @Test
    void attempts_are_never_given_up_for_good() {
        for (int attempt = 0; attempt < 100; attempt++) {
            reluctance.grow(0x100);
        }
        int occasions = 0;
        while (reluctance.letsGo(0x100)) {
            occasions++;
        }
        assertThat(occasions).isEqualTo(4096);
    }
}
