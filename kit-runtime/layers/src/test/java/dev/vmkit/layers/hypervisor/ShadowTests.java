package dev.vmkit.layers.hypervisor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.machine.memory.Access;
import org.junit.jupiter.api.Test;

class ShadowTests {
    private final Shadow shadow = new Shadow(1);

    @Test
    void anEntryIsForOneRootAndOneKindOfAccess() {
        shadow.enter(1, 0x5123, Access.LOAD, 0x8000);
        assertThat(shadow.find(1, 0x5004, Access.LOAD)).isEqualTo(0x8004);
        assertThat(shadow.find(1, 0x5004, Access.STORE)).isEqualTo(Deprivileged.NONE);
        assertThat(shadow.find(2, 0x5004, Access.LOAD)).isEqualTo(Deprivileged.NONE);
        shadow.drop(0x5FFF);
        assertThat(shadow.find(1, 0x5004, Access.LOAD)).isEqualTo(Deprivileged.NONE);
    }

    @Test
    void aGuestCannotFillTheHostsMemoryWithEntries() {
        int entries = 0;
        while (!shadow.isFull() && entries < 1 << 20) {
            shadow.enter(1, (long) entries++ << 12, Access.LOAD, 0x8000);
        }
        assertThat(entries).isEqualTo(1 << 18);
        shadow.drop(0);
        assertThat(shadow.isFull()).isFalse();
    }
}
