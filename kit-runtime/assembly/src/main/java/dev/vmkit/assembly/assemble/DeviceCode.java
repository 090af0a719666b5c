package dev.vmkit.assembly.assemble;

import dev.vmkit.api.DeviceModel;
import dev.vmkit.language.device.Behaviour;

/** What makes a device work. */
public sealed interface DeviceCode {
    /** A class of its plugin. */
    record InJava(DeviceModel model) implements DeviceCode {}

    /** Its own definition, checked for this device's parameters. */
    record InYaml(Behaviour behaviour) implements DeviceCode {}
}
