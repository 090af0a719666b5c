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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Finds the model of each device and connects it. */
final class DeviceResolver {
    private final Catalog catalog;
    private final Spaces spaces;
    private final MachineFiles files;
    private final List<ResolvedMemory> memory;
    private final Diagnostics diagnostics;

    DeviceResolver(
            Catalog catalog, Spaces spaces, MachineFiles files, List<ResolvedMemory> memory, Diagnostics diagnostics) {
        this.catalog = catalog;
        this.spaces = spaces;
        this.files = files;
        this.memory = memory;
        this.diagnostics = diagnostics;
    }

    /** A device whose model is known. */
    private record Known(Part part, DeviceDefinition definition) {}

    List<ResolvedDevice> resolve(List<DeviceConfig> devices, Claims claims) {
        Map<String, Known> known = new LinkedHashMap<>();
        devices.forEach(device -> device.model()
                .flatMap(this::find)
                .ifPresent(found -> known.put(device.name().value(), found)));
        InterruptResolver interrupts = new InterruptResolver(targets(devices, known), diagnostics);
        List<ResolvedDevice> resolved = new ArrayList<>();
        for (DeviceConfig device : devices) {
            Optional.ofNullable(known.get(device.name().value()))
                    .flatMap(found -> resolve(device, found, interrupts))
                    .ifPresent(r -> {
                        if (r.units() > 0) {
                            Span at = device.at().map(a -> a.at()).orElse(r.at());
                            claims.add("device '" + r.name() + "'", r.space(), r.start(), r.units(), at);
                        }
                        resolved.add(r);
                    });
        }
        return resolved;
    }

    private Optional<Known> find(Text model) {
        return new PartLookup(catalog, diagnostics)
                .find(PartKind.DEVICE, model)
                .flatMap(part -> new ErrorsOnly(diagnostics)
                        .from(found -> catalog.device(part, found))
                        .map(definition -> new Known(part, definition)));
    }

    private InterruptTargets targets(List<DeviceConfig> devices, Map<String, Known> known) {
        Map<String, DeviceDefinition> definitions = new LinkedHashMap<>();
        known.forEach((name, found) -> definitions.put(name, found.definition()));
        List<String> names = devices.stream().map(d -> d.name().value()).toList();
        return new InterruptTargets(spaces.model(), names, definitions, diagnostics);
    }

    private Optional<ResolvedDevice> resolve(DeviceConfig device, Known known, InterruptResolver interrupts) {
        return spaces.named(device.space()).flatMap(space -> resolve(device, known, space, interrupts));
    }

    private Optional<ResolvedDevice> resolve(
            DeviceConfig device, Known known, Space space, InterruptResolver interrupts) {
        Text model = device.model().orElseThrow();
        Part part = known.part();
        DeviceDefinition definition = known.definition();
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
                settings.disks(),
                settings.outputs(),
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
