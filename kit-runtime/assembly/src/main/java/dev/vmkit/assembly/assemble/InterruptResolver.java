package dev.vmkit.assembly.assemble;

import dev.vmkit.assembly.assemble.ResolvedDevice.Wire;
import dev.vmkit.assembly.config.DeviceConfig;
import dev.vmkit.assembly.config.InterruptConfig;
import dev.vmkit.assembly.config.MachineProblem;
import dev.vmkit.language.device.Connection;
import dev.vmkit.language.device.DeviceDefinition;
import dev.vmkit.language.device.Inputs;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.Span;
import dev.vmkit.language.text.Suggestion;
import dev.vmkit.language.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Follows interrupt phrases from a device's outputs to the processor or to an interrupt controller. */
final class InterruptResolver {
    private final InterruptTargets targets;
    private final Diagnostics diagnostics;

    InterruptResolver(InterruptTargets targets, Diagnostics diagnostics) {
        this.targets = targets;
        this.diagnostics = diagnostics;
    }

    List<Wire> resolve(DeviceConfig device, DeviceDefinition definition) {
        List<Connection> outputs = definition.connections().values().stream()
                .filter(c -> c.kind() == Connection.Kind.INTERRUPT)
                .toList();
        List<Wire> wires = new ArrayList<>();
        for (InterruptConfig phrase : device.interrupts()) {
            targets.find(phrase.target(), device.name().value())
                    .ifPresent(target -> outputs(phrase, outputs, definition)
                            .forEach(output -> wire(phrase, output, target).ifPresent(wires::add)));
        }
        return wires;
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

    private Optional<Wire> wire(InterruptConfig phrase, Connection output, InterruptTarget target) {
        if (output.perHart() && target instanceof InterruptTarget.Controller) {
            report(
                    phrase.target().span(),
                    "'" + output.name() + "' has a wire for each hart, and they lead to the processor alone",
                    "write 'cpu'");
            return Optional.empty();
        }
        if (phrase.line().isEmpty() && output.line().isEmpty()) {
            report(
                    phrase.at(),
                    "which input of " + target.words() + " '" + output.name() + "' leads to must be said",
                    "write it like '" + target.name() + " 7'");
            return Optional.empty();
        }
        long line =
                phrase.line().map(l -> l.value()).orElseGet(() -> output.line().orElse(0));
        if (!target.inputs().contains(line) || line % target.every() != 0) {
            Span at = phrase.line().map(l -> l.at()).orElse(phrase.at());
            Radix radix = Radix.of(at);
            report(at, target.words() + " has inputs " + range(target, radix) + ", not " + radix.write(line), "");
            return Optional.empty();
        }
        checkLevel(phrase, target);
        int level = phrase.level().map(l -> l.value()).orElse(0L).intValue();
        return Optional.of(new Wire(output.name(), target.name(), (int) line, level));
    }

    private static String range(InterruptTarget target, Radix radix) {
        Inputs inputs = target.inputs();
        String every = target.every() == 1 ? "" : " in steps of " + radix.write(target.every());
        return radix.write(inputs.from()) + " to " + radix.write(inputs.to()) + every;
    }

    private void checkLevel(InterruptConfig phrase, InterruptTarget target) {
        if (phrase.level().isEmpty()) {
            if (target.asksForLevel()) {
                report(
                        phrase.at(),
                        "which level the interrupt has must be said: " + target.words() + " has levels 0 to "
                                + target.levels(),
                        "write 'level " + target.levels() + "' behind the input");
            }
            return;
        }
        long level = phrase.level().get().value();
        Span at = phrase.level().get().at();
        if (!target.hasLevels()) {
            report(at, "interrupts of " + target.words() + " have no levels", "leave it out");
        } else if (level > target.levels()) {
            report(at, target.words() + " has levels 0 to " + target.levels() + ", not " + level, "");
        }
    }

    private void report(Span at, String message, String hint) {
        diagnostics.report(MachineProblem.INTERRUPT_TARGET, at, message, hint);
    }
}
