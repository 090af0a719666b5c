package dev.vmkit.assembly.config;

import java.util.List;

/** The keys of a device that mean the same for every model. */
public final class DeviceKeys {
    public static final List<String> ALL = List.of("model", "at", "space", "interrupts", "dma");

    private DeviceKeys() {}
}
