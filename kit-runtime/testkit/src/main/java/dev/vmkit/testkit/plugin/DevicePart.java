package dev.vmkit.testkit.plugin;

import dev.vmkit.api.DeviceModel;
import dev.vmkit.assembly.catalog.Catalog;
import dev.vmkit.assembly.catalog.Part;
import dev.vmkit.language.device.Behaviour;
import dev.vmkit.language.device.DeviceDefinition;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.testkit.device.DeviceTests;
import dev.vmkit.testkit.report.Case;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The tests of a device. */
record DevicePart(Catalog catalog, Part part) {

    List<Case> test(Consumer<String> progress, Diagnostics mistakes) {
        Optional<DeviceDefinition> found = catalog.device(part, mistakes);
        found.filter(device -> device.javaClass().isEmpty())
                .ifPresent(device -> Behaviour.ofDefaults(device, mistakes));
        mistakes.throwIfErrors();
        DeviceDefinition device = found.orElseThrow();
        Optional<DeviceModel> model = device.javaClass().map(name -> catalog.deviceModel(part, name));
        return DeviceTests.run(device, model, progress);
    }
}
