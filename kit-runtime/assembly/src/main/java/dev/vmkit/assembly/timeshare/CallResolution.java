package dev.vmkit.assembly.timeshare;

import dev.vmkit.assembly.config.MachineProblem;
import dev.vmkit.assembly.config.TimesharingConfig.CallsConfig;
import dev.vmkit.assembly.config.TimesharingConfig.ServiceConfig;
import dev.vmkit.language.ir.Instruction;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.isa.RegisterFile;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.Suggestion;
import dev.vmkit.language.text.Text;
import dev.vmkit.layers.timeshare.Calls;
import dev.vmkit.layers.timeshare.Service;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds out what the names under {@code calls:} and {@code services:} stand for in an instruction set. */
record CallResolution(Isa isa, Diagnostics diagnostics) {

    Optional<Calls> resolve(CallsConfig config) {
        Optional<Instruction> call = instruction(config.by());
        Optional<Integer> argument = register(config.argument());
        Optional<Integer> result = register(config.result());
        Optional<Calls.Number> number = call.flatMap(c -> number(config.number(), c));
        Map<Long, Service> services = new HashMap<>();
        config.services().forEach(service -> add(service, services));
        return number.isEmpty() || argument.isEmpty() || result.isEmpty()
                ? Optional.empty()
                : Optional.of(new Calls(call.orElseThrow().id(), number.get(), argument.get(), result.get(), services));
    }

    private Optional<Instruction> instruction(Text name) {
        Optional<Instruction> found = isa.instructions().stream()
                .filter(i -> i.id().equalsIgnoreCase(name.value()))
                .findFirst();
        if (found.isEmpty()) {
            unknown(name, "instruction", isa.instructions().stream().map(Instruction::id));
        }
        return found;
    }

    private Optional<Calls.Number> number(Text name, Instruction call) {
        int operand = call.form().operandIndex(name.value());
        return operand >= 0
                ? Optional.of(new Calls.Number.Operand(operand))
                : register(name).map(Calls.Number.Register::new);
    }

    private Optional<Integer> register(Text name) {
        Map<String, Integer> slots = slots();
        if (!slots.containsKey(name.value())) {
            unknown(name, "register", slots.keySet().stream());
        }
        return Optional.ofNullable(slots.get(name.value()));
    }

    private Map<String, Integer> slots() {
        Map<String, Integer> slots = new LinkedHashMap<>();
        for (RegisterFile file : isa.model().registers()) {
            for (int i = 0; i < file.count(); i++) {
                slots.put(file.names().get(i), file.slot() + i);
            }
            file.also().forEach((name, index) -> slots.put(name, file.slot() + index));
        }
        return slots;
    }

    private void add(ServiceConfig config, Map<Long, Service> services) {
        Optional<Service> service = Service.named(config.name().value());
        if (service.isEmpty()) {
            unknown(config.name(), "service", Stream.of(Service.values()).map(Service::toString));
        } else if (services.put(config.number(), service.get()) != null) {
            diagnostics.report(
                    MachineProblem.TIMESHARE,
                    config.name().span(),
                    "service number " + config.number() + " is given twice");
        }
    }

    private void unknown(Text name, String what, Stream<String> known) {
        diagnostics.report(
                MachineProblem.TIMESHARE,
                name.span(),
                "there is no " + what + " '" + name + "'",
                Suggestion.nearest(name.value(), known.toList())
                        .map(near -> "did you mean '" + near + "'?")
                        .orElse(""));
    }
}
