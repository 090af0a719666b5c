package dev.vmkit.assembly.assemble;

import dev.vmkit.assembly.assemble.ConsoleWires.Plug;
import dev.vmkit.assembly.config.ConsoleConfig;
import dev.vmkit.assembly.config.DeviceConfig;
import dev.vmkit.assembly.config.MachineProblem;
import dev.vmkit.language.device.Connection;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.Suggestion;
import dev.vmkit.language.text.Text;
import java.util.List;
import java.util.Optional;

/**
 * Finds the streams of the devices that a console names.
 *
 * @param named all devices of the machine file, also those that could not be resolved
 */
record ConsoleResolver(List<DeviceConfig> named, List<ResolvedDevice> devices, Diagnostics diagnostics) {

    ConsoleWires resolve(ConsoleConfig console) {
        return new ConsoleWires(
                console.typesInto().flatMap(this::plug), console.shows().flatMap(this::plug));
    }

    private Optional<Plug> plug(Text name) {
        List<String> known = named.stream().map(d -> d.name().value()).toList();
        if (!known.contains(name.value())) {
            diagnostics.report(
                    MachineProblem.UNKNOWN_NAME,
                    name.span(),
                    "there is no device '" + name + "' in this machine",
                    Suggestion.didYouMean(name.value(), known));
        }
        return devices.stream()
                .filter(d -> d.name().equals(name.value()))
                .findFirst()
                .flatMap(device -> stream(name, device));
    }

    private Optional<Plug> stream(Text name, ResolvedDevice device) {
        Optional<Connection> stream = device.definition().connections().values().stream()
                .filter(c -> c.kind() == Connection.Kind.STREAM)
                .findFirst();
        if (stream.isEmpty()) {
            diagnostics.report(
                    MachineProblem.CONSOLE,
                    name.span(),
                    "device '" + name + "' (" + device.definition().name() + ") has no stream of characters");
        }
        return stream.map(s -> new Plug(device.name(), s.name()));
    }
}
