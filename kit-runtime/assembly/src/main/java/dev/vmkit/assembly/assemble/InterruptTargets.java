package dev.vmkit.assembly.assemble;

import dev.vmkit.assembly.assemble.ResolvedDevice.Wire;
import dev.vmkit.assembly.config.MachineProblem;
import dev.vmkit.language.device.DeviceDefinition;
import dev.vmkit.language.device.Inputs;
import dev.vmkit.language.isa.IsaModel;
import dev.vmkit.language.isa.RegisterFile;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.Suggestion;
import dev.vmkit.language.text.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The processor and the devices of a machine, as ends of interrupt wires. */
final class InterruptTargets {
    private final InterruptTarget processor;
    private final List<String> devices;
    private final Map<String, DeviceDefinition> definitions;
    private final Diagnostics diagnostics;
    private final Map<String, Set<String>> leads = new HashMap<>();

    /**
     * The targets of a machine.
     *
     * @param devices names of all devices of the machine file
     * @param definitions those of the devices whose model is known, by name
     */
    InterruptTargets(
            IsaModel model, List<String> devices, Map<String, DeviceDefinition> definitions, Diagnostics diagnostics) {
        this.processor = new InterruptTarget.Processor(
                model.registers().stream()
                        .filter(r -> r.role() == RegisterFile.Role.LINES)
                        .findFirst()
                        .map(lines -> new Inputs(0, lines.width() - 1)),
                model.requests());
        this.devices = devices;
        this.definitions = definitions;
        this.diagnostics = diagnostics;
    }

    /** What a word of the machine file stands for; it is reported if interrupts of {@code device} cannot lead there. */
    Optional<InterruptTarget> find(Text word, String device) {
        if (word.value().equals(Wire.CPU)) {
            return Optional.of(processor);
        }
        if (!devices.contains(word.value())) {
            List<String> known = new ArrayList<>(devices);
            known.add(Wire.CPU);
            String hint = Suggestion.didYouMean(word.value(), known);
            report(word, "there is no interrupt controller '" + word + "'", hint);
            return Optional.empty();
        }
        return Optional.ofNullable(definitions.get(word.value())).flatMap(found -> controller(word, found, device));
    }

    private Optional<InterruptTarget> controller(Text word, DeviceDefinition definition, String device) {
        if (definition.inputs().isEmpty()) {
            report(word, "device '" + word + "' is not an interrupt controller", "");
            return Optional.empty();
        }
        if (reaches(word.value(), device)) {
            report(word, "interrupts of '" + device + "' would come back to it", "");
            return Optional.empty();
        }
        leads.computeIfAbsent(device, d -> new HashSet<>()).add(word.value());
        return Optional.of(
                new InterruptTarget.Controller(word.value(), definition.inputs().get()));
    }

    private boolean reaches(String from, String to) {
        return from.equals(to) || leads.getOrDefault(from, Set.of()).stream().anyMatch(next -> reaches(next, to));
    }

    private void report(Text word, String message, String hint) {
        diagnostics.report(MachineProblem.INTERRUPT_TARGET, word.span(), message, hint);
    }
}
