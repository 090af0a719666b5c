package dev.vmkit.language.isa;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How firmware and operating systems for an instruction set expect to be started.
 *
 * @param registers the slots of the registers that hold something when a hart starts
 * @param processor what a device tree says of each hart
 * @param interrupts what it says of each hart's interrupt lines
 */
public record BootProtocol(
        Map<Handover, Integer> registers, Optional<TreeTemplate> processor, Optional<TreeTemplate> interrupts) {

    /** What is handed over in a register. */
    public enum Handover {
        /** The hart's number. */
        HART("hart"),
        /** The address of the flattened device tree. */
        DEVICE_TREE("device-tree"),
        /** The address of what the first stage tells dynamic firmware about the next stage. */
        FIRMWARE_INFO("firmware-info");

        private final String word;

        Handover(String word) {
            this.word = word;
        }

        /** As definitions write it. */
        public String word() {
            return word;
        }
    }

    public BootProtocol {
        registers = Collections.unmodifiableMap(new TreeMap<>(registers));
    }
}
