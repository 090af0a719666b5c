package dev.vmkit.assembly.assemble;

import dev.vmkit.api.PartKind;
import dev.vmkit.assembly.catalog.Catalog;
import dev.vmkit.assembly.catalog.Part;
import dev.vmkit.assembly.catalog.PluginFailure;
import dev.vmkit.assembly.config.DeviceConfig;
import dev.vmkit.assembly.config.MachineProblem;
import dev.vmkit.language.device.Behaviour;
import dev.vmkit.language.device.DeviceDefinition;
import dev.vmkit.language.isa.Space;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.Span;
import dev.vmkit.language.text.Suggestion;
import dev.vmkit.language.text.Text;
import dev.vmkit.machine.device.RunningDevice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Finds the model of each device and connects it. */
final class DeviceResolver {
    private final Catalog catalog;
    private final Spaces spaces;
    private final MachineFiles files;
    private final InterruptResolver interrupts;
    private final List<ResolvedMemory> memory;
    private final Diagnostics diagnostics;

    DeviceResolver(
            Catalog catalog,
            Spaces spaces,
            MachineFiles files,
            InterruptResolver interrupts,
            List<ResolvedMemory> memory,
            Diagnostics diagnostics) {
        this.catalog = catalog;
        this.spaces = spaces;
        this.files = files;
        this.interrupts = interrupts;
        this.memory = memory;
        this.diagnostics = diagnostics;
    }

    List<ResolvedDevice> resolve(List<DeviceConfig> devices, Claims claims) {
        List<ResolvedDevice> resolved = new ArrayList<>();
        for (DeviceConfig device : devices) {
            device.model().flatMap(model -> resolve(device, model)).ifPresent(r -> {
                if (r.units() > 0) {
                    Span at = device.at().map(a -> a.at()).orElse(r.at());
                    claims.add("device '" + r.name() + "'", r.space(), r.start(), r.units(), at);
                }
                resolved.add(r);
            });
        }
        return resolved;
    }

    private Optional<ResolvedDevice> resolve(DeviceConfig device, Text model) {
        Optional<Part> part = new PartLookup(catalog, diagnostics).find(PartKind.DEVICE, model);
        Optional<DeviceDefinition> definition =
                part.flatMap(p -> new ErrorsOnly(diagnostics).from(found -> catalog.device(p, found)));
        Optional<Space> space = spaces.named(device.space());
        if (definition.isEmpty() || space.isEmpty()) {
            return Optional.empty();
        }
        return resolve(device, model, part.orElseThrow(), definition.get(), space.get());
    }

    private Optional<ResolvedDevice> resolve(
            DeviceConfig device, Text model, Part part, DeviceDefinition definition, Space space) {
        Settings settings = new Settings(device, model, definition, files, diagnostics);
        OptionalLong units = units(definition, settings, model);
        Optional<DeviceCode> code = settings.complete() ? code(model, part, definition, settings) : Optional.empty();
        if (units.isEmpty() || !placed(device, model, definition, space, units.getAsLong()) || code.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ResolvedDevice(
                device.name().value(),
                part,
                definition,
                code.get(),
                settings.parameters(),
                space,
                device.at().map(a -> a.value()).orElse(0L),
                units.getAsLong(),
                interrupts.resolve(device, definition),
                settings.stores(),
                dma(device, space),
                model.span()));
    }

    private OptionalLong units(DeviceDefinition definition, Settings settings, Text model) {
        try {
            return OptionalLong.of(definition.size().with(RunningDevice.numbers(settings.parameters())));
        } catch (IllegalArgumentException e) {
            diagnostics.report(MachineProblem.SETTING, model.span(), String.valueOf(e.getMessage()));
            return OptionalLong.empty();
        }
    }

    private boolean placed(DeviceConfig device, Text model, DeviceDefinition definition, Space space, long units) {
        return addressed(device, model, units) && (units == 0 || fits(model, definition, space));
    }

    private boolean addressed(DeviceConfig device, Text model, long units) {
        if (units > 0 && device.at().isEmpty()) {
            diagnostics.report(
                    MachineProblem.PLACE,
                    device.name().span(),
                    "device '" + device.name() + "' has registers, so it needs an address",
                    "add 'at: 0x...'");
        }
        if (units == 0 && device.at().isPresent()) {
            diagnostics.report(
                    MachineProblem.PLACE,
                    device.at().get().at(),
                    "'" + model + "' has no registers, so it lies at no address",
                    "leave 'at:' out");
        }
        return units > 0 == device.at().isPresent();
    }

    private boolean fits(Text model, DeviceDefinition definition, Space space) {
        if (definition.unit() != space.unit()) {
            diagnostics.report(
                    MachineProblem.ALIGNMENT,
                    model.span(),
                    "'%s' is made for addresses of %d bits, those of '%s' have %d"
                            .formatted(model, definition.unit(), space.name(), space.unit()));
        }
        return definition.unit() == space.unit();
    }

    private Optional<DeviceCode> code(Text model, Part part, DeviceDefinition definition, Settings settings) {
        if (definition.javaClass().isEmpty()) {
            Map<String, Long> numbers = RunningDevice.numbers(settings.parameters());
            return new ErrorsOnly(diagnostics)
                    .from(found -> Behaviour.of(definition, numbers, found))
                    .map(DeviceCode.InYaml::new);
        }
        try {
            return Optional.of(new DeviceCode.InJava(
                    catalog.deviceModel(part, definition.javaClass().get())));
        } catch (PluginFailure failure) {
            throw failure.usedAt(model.span());
        }
    }

    private List<String> dma(DeviceConfig device, Space space) {
        List<String> known = memory.stream()
                .filter(m -> m.space().name().equals(space.name()))
                .map(ResolvedMemory::name)
                .toList();
        for (Text name : device.dma()) {
            if (!known.contains(name.value())) {
                diagnostics.report(
                        MachineProblem.UNKNOWN_NAME,
                        name.span(),
                        "there is no memory '" + name + "' in '" + space.name() + "'",
                        Suggestion.didYouMean(name.value(), known));
            }
        }
        return device.dma().stream().map(Text::value).toList();
    }
}
