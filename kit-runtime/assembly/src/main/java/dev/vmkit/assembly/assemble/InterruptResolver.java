package dev.vmkit.assembly.assemble;

import dev.vmkit.assembly.assemble.ResolvedDevice.Wire;
import dev.vmkit.assembly.config.DeviceConfig;
import dev.vmkit.assembly.config.InterruptConfig;
import dev.vmkit.assembly.config.MachineProblem;
import dev.vmkit.language.device.Connection;
import dev.vmkit.language.device.DeviceDefinition;
import dev.vmkit.language.isa.IsaModel;
import dev.vmkit.language.isa.RegisterFile;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.Span;
import dev.vmkit.language.text.Suggestion;
import dev.vmkit.language.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Follows interrupt phrases from a device's outputs to the processor. */
final class InterruptResolver {
    private static final String CPU = "cpu";

    private final Optional<RegisterFile> lines;
    private final List<String> devices;
    private final Diagnostics diagnostics;

    InterruptResolver(IsaModel model, List<DeviceConfig> devices, Diagnostics diagnostics) {
        this.lines = model.registers().stream()
                .filter(r -> r.role() == RegisterFile.Role.LINES)
                .findFirst();
        this.devices = devices.stream().map(d -> d.name().value()).toList();
        this.diagnostics = diagnostics;
    }

    List<Wire> resolve(DeviceConfig device, DeviceDefinition definition) {
        List<Connection> outputs = definition.connections().values().stream()
                .filter(c -> c.kind() == Connection.Kind.INTERRUPT)
                .toList();
        List<Wire> wires = new ArrayList<>();
        for (InterruptConfig phrase : device.interrupts()) {
            if (leadsToProcessor(phrase.target())) {
                outputs(phrase, outputs, definition)
                        .forEach(o -> wire(phrase, o).ifPresent(wires::add));
            }
        }
        return wires;
    }

    private boolean leadsToProcessor(Text target) {
        boolean processor = target.value().equals(CPU);
        if (!processor && devices.contains(target.value())) {
            report(target.span(), "device '" + target + "' is not an interrupt controller", "");
        } else if (!processor) {
            List<String> known = new ArrayList<>(devices);
            known.add(CPU);
            String hint = Suggestion.didYouMean(target.value(), known);
            report(target.span(), "there is no interrupt controller '" + target + "'", hint);
        }
        return processor;
    }

    /** The outputs that a phrase speaks of: the one it names, or all. */
    private List<Connection> outputs(InterruptConfig phrase, List<Connection> outputs, DeviceDefinition definition) {
        if (outputs.isEmpty()) {
            report(phrase.at(), "'" + definition.name() + "' never interrupts", "leave 'interrupts:' out");
            return List.of();
        }
        List<String> names = outputs.stream().map(Connection::name).toList();
        if (phrase.output().isPresent()) {
            checkOutput(phrase.output().get(), names, definition);
            return outputs.stream()
                    .filter(o -> o.name().equals(phrase.output().get().value()))
                    .toList();
        }
        return isUnclear(phrase, names, definition) ? List.of() : outputs;
    }

    private void checkOutput(Text name, List<String> names, DeviceDefinition definition) {
        if (!names.contains(name.value())) {
            report(
                    name.span(),
                    "'" + definition.name() + "' has no interrupt output '" + name + "'",
                    Suggestion.nearest(name.value(), names)
                            .map(near -> "did you mean '" + near + "'?")
                            .orElse("it has " + String.join(", ", names)));
        }
    }

    /** One line cannot be meant for several outputs. */
    private boolean isUnclear(InterruptConfig phrase, List<String> names, DeviceDefinition definition) {
        boolean unclear = names.size() > 1 && phrase.line().isPresent();
        if (unclear) {
            report(
                    phrase.at(),
                    "'" + definition.name() + "' has several outputs: " + String.join(", ", names),
                    "write { " + names.getFirst() + ": " + phrase.target() + " ... }");
        }
        return unclear;
    }

    private Optional<Wire> wire(InterruptConfig phrase, Connection output) {
        if (phrase.line().isEmpty() && output.line().isEmpty()) {
            report(
                    phrase.at(),
                    "which input of the processor '" + output.name() + "' leads to must be said",
                    "write it like 'cpu 7'");
            return Optional.empty();
        }
        long line =
                phrase.line().map(l -> l.value()).orElseGet(() -> output.line().orElse(0));
        Span at = phrase.line().map(l -> l.at()).orElse(phrase.at());
        if (lines.isPresent() && line >= lines.get().width()) {
            report(at, "the processor has inputs 0 to " + (lines.get().width() - 1) + ", not " + line, "");
            return Optional.empty();
        }
        if (lines.isPresent() && phrase.level().isPresent()) {
            report(phrase.level().get().at(), "interrupts of this processor have no levels", "leave it out");
        }
        return Optional.of(new Wire(
                output.name(),
                (int) line,
                phrase.level().map(l -> l.value()).orElse(0L).intValue()));
    }

    private void report(Span at, String message, String hint) {
        diagnostics.report(MachineProblem.INTERRUPT_TARGET, at, message, hint);
    }
}
