package dev.vmkit.plugins.riscv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.api.StateTree;
import dev.vmkit.machine.hart.Hart;
import dev.vmkit.machine.hart.Stop;
import dev.vmkit.machine.memory.AddressSpace;
import dev.vmkit.machine.memory.Mapping;
import dev.vmkit.machine.memory.Ram;
import dev.vmkit.machine.translate.TranslateEngine;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** A second hart that translates, and must do in a run what the first one does. */
final class Twin {
    /** The first time hardly anything is executed often enough to be translated. */
    private static final int TIMES = 3;

    private final Hart first;
    private final StateTree before;
    private final AddressSpace memory;
    private final Map<Ram, Ram> copies = new LinkedHashMap<>();
    private final Map<Ram, byte[]> bytesBefore = new LinkedHashMap<>();

    /** The twin of a hart that is about to run. */
    Twin(Hart first) {
        this.first = first;
        this.before = first.save();
        this.memory = AddressSpace.of(
                first.isa().model(), first.isa().model().spaces().get("phys"));
        for (Mapping mapping : first.space("phys").mappings()) {
            if (mapping.region() instanceof Ram ram) {
                Ram copy = new Ram(ram.size(), 1, ram.writable());
                memory.map(mapping.start(), copy);
                copies.put(ram, copy);
                bytesBefore.put(ram, ram.bytes().clone());
            }
        }
    }

    /** Does what the first one has done, again and again, and compares. */
    void follow(Stop stop, long budget) {
        Hart hart = new Hart(first.isa(), Map.of("phys", memory), Map.of(), TranslateEngine::eager);
        hart.exits(first.exits());
        for (int i = 0; i < TIMES; i++) {
            copies.forEach((ram, copy) -> restore(copy, bytesBefore.get(ram)));
            hart.load(before);
            assertThat(hart.run(budget)).as("the translator's stop").isEqualTo(stop);
            assertThat(hart.save()).as("the translator's state").isEqualTo(first.save());
            copies.forEach((ram, copy) -> assertThat(Arrays.mismatch(copy.bytes(), ram.bytes()))
                    .as("the first byte of memory that the translator has changed otherwise")
                    .isNegative());
        }
    }

    /** Writes what is different, as a device would; so what was translated of the rest still holds. */
    private static void restore(Ram ram, byte[] wanted) {
        for (int at = 0; at < wanted.length; at += Ram.LINE_BYTES) {
            int length = Math.min(Ram.LINE_BYTES, wanted.length - at);
            if (!Arrays.equals(ram.bytes(), at, at + length, wanted, at, at + length)) {
                ram.put(at, wanted, at, length);
            }
        }
    }
}
