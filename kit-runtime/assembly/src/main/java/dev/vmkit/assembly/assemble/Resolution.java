package dev.vmkit.assembly.assemble;

import dev.vmkit.assembly.catalog.Catalog;
import dev.vmkit.assembly.catalog.PluginFailure;
import dev.vmkit.assembly.config.DeviceConfig;
import dev.vmkit.assembly.config.Located;
import dev.vmkit.assembly.config.MachineConfig;
import dev.vmkit.assembly.config.MachineProblem;
import dev.vmkit.assembly.config.MemoryConfig;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.isa.BootProtocol;
import dev.vmkit.language.isa.IsaModel;
import dev.vmkit.language.isa.Space;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.Span;
import dev.vmkit.language.text.Text;
import dev.vmkit.layers.devicetree.DeviceTree;
import dev.vmkit.machine.clock.VirtualClock;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Finds out what every name of a machine file stands for. All mistakes are reported, not the first alone. */
public final class Resolution {
    /** Instructions a virtual second, if the machine file does not say. */
    static final long DEFAULT_SPEED = 10_000_000;

    private final MachineConfig machine;
    private final Catalog catalog;
    private final MachineFiles files;
    private final Diagnostics diagnostics;

    private Resolution(MachineConfig machine, Path folder, Catalog catalog, Diagnostics diagnostics) {
        this.machine = machine;
        this.catalog = catalog;
        this.files = new MachineFiles(folder, diagnostics);
        this.diagnostics = diagnostics;
    }

    /**
     * The machine, or nothing if {@code diagnostics} has an error.
     *
     * @param folder the folder of the machine file, in which its paths start
     * @throws dev.vmkit.assembly.catalog.PluginFailure if code of a plugin fails
     */
    public static Optional<ResolvedMachine> resolve(
            MachineConfig machine, Path folder, Catalog catalog, Diagnostics diagnostics) {
        Resolution resolution = new Resolution(machine, folder, catalog, diagnostics);
        resolution.checkNames();
        Optional<IsaResolver.Found> isa = new IsaResolver(catalog, diagnostics).resolve(machine.cpu());
        if (isa.isEmpty()) {
            resolution.lookForParts();
        }
        return isa.flatMap(resolution::machine).filter(m -> !diagnostics.hasErrors());
    }

    /** Without the instruction set no address means anything, but unknown devices are reported all the same. */
    private void lookForParts() {
        PartLookup lookup = new PartLookup(catalog, diagnostics);
        machine.devices().forEach(d -> d.model().ifPresent(m -> lookup.find(dev.vmkit.api.PartKind.DEVICE, m)));
    }

    private void checkNames() {
        Map<String, Span> names = new HashMap<>();
        machine.memory().stream().map(MemoryConfig::name).forEach(name -> claim(names, name));
        machine.devices().stream().map(DeviceConfig::name).forEach(name -> claim(names, name));
    }

    private void claim(Map<String, Span> names, Text name) {
        Span other = names.putIfAbsent(name.value(), name.span());
        if (other != null) {
            diagnostics.report(
                    MachineProblem.TWICE,
                    name.span(),
                    "'" + name + "' is the name of two things",
                    "rename one",
                    other,
                    "the other one");
        }
    }

    private Optional<ResolvedMachine> machine(IsaResolver.Found found) {
        Isa isa = found.isa();
        checkExterns(found);
        Claims claims = new Claims(diagnostics);
        Spaces spaces = new Spaces(isa.model(), diagnostics);
        List<ResolvedMemory> memory =
                new MemoryResolver(spaces, files, machine.limits(), diagnostics).resolve(machine.memory(), claims);
        List<ResolvedDevice> devices =
                new DeviceResolver(catalog, spaces, files, memory, diagnostics).resolve(machine.devices(), claims);
        ConsoleWires console = new ConsoleResolver(machine.devices(), devices, diagnostics).resolve(machine.console());
        Optional<ResolvedNetwork> network = new NetworkResolver(
                        devices, devices.size() == machine.devices().size(), diagnostics)
                .resolve(machine.network());
        String engine = Engines.choose(machine.cpu().engine(), diagnostics);
        // Programs are looked at only in a machine that stands: otherwise its mistakes would be reported twice.
        return diagnostics.hasErrors()
                ? Optional.empty()
                : Optional.of(withPrograms(found, engine, memory, devices, console, network));
    }

    private void checkExterns(IsaResolver.Found found) {
        Text usedAt = machine.cpu().isa();
        try {
            new ExternResolver(catalog, diagnostics).check(found.isa(), found.part(), usedAt);
        } catch (PluginFailure failure) {
            throw failure.usedAt(usedAt.span());
        }
    }

    private ResolvedMachine withPrograms(
            IsaResolver.Found found,
            String engine,
            List<ResolvedMemory> memory,
            List<ResolvedDevice> devices,
            ConsoleWires console,
            Optional<ResolvedNetwork> network) {
        Isa isa = found.isa();
        ProgramPlacer placer = new ProgramPlacer(isa.model(), memory, diagnostics);
        ProgramFiles programFiles = new ProgramFiles(files, catalog, diagnostics);
        ProgramLoader loader = new ProgramLoader(isa, catalog, programFiles, placer, diagnostics);
        List<ResolvedProgram> firmware = loader.load(machine.firmware());
        List<ResolvedProgram> loaded = loader.load(machine.load());
        BootResolver bootResolver = new BootResolver(machine, isa.model(), files, placer, diagnostics);
        Optional<ResolvedBoot> boot = boot(bootResolver, isa.model(), firmware, loaded, memory, devices, console);
        List<ResolvedProgram> programs = Stream.of(firmware, loaded, bootResolver.told())
                .flatMap(List::stream)
                .toList();
        OptionalLong start = start(programs);
        checkStart(placer, start);
        return new ResolvedMachine(
                machine.name().value(),
                machine.about(),
                isa,
                () -> new PluginExterns(catalog, found.part()).bind(isa),
                engine,
                machine.cpu().harts(),
                machine.cpu().speed().map(Located::value).orElse(DEFAULT_SPEED),
                timebase(),
                start,
                memory,
                devices,
                console,
                programs,
                network,
                boot,
                new RegisterResolver(isa.model(), diagnostics)
                        .resolve(machine.cpu().registers()),
                RunLimits.of(machine.limits()));
    }

    private Optional<ResolvedBoot> boot(
            BootResolver resolver,
            IsaModel model,
            List<ResolvedProgram> firmware,
            List<ResolvedProgram> loaded,
            List<ResolvedMemory> memory,
            List<ResolvedDevice> devices,
            ConsoleWires console) {
        if (model.boot().isEmpty()) {
            machine.boot()
                    .ifPresent(b -> diagnostics.report(
                            MachineProblem.BOOT,
                            b.span(),
                            "instruction set '" + model.name() + "' does not say how machines are booted"));
            return Optional.empty();
        }
        BootProtocol protocol = model.boot().get();
        Space space = new Spaces(model, diagnostics).named(Optional.empty()).orElseThrow();
        DeviceTree described = new BoardTree(machine, protocol, space, timebase(), memory, devices, console).tree();
        boolean kernel = loaded.stream().anyMatch(p -> p.format().equals("linux-image"));
        OptionalLong next = firmware.isEmpty() ? OptionalLong.empty() : entry(loaded);
        return Optional.of(resolver.resolve(
                protocol,
                described,
                firmware,
                MainMemory.of(memory, space.name()),
                next,
                kernel || !firmware.isEmpty()));
    }

    private long timebase() {
        return machine.cpu().timebase().map(Located::value).orElse(VirtualClock.TIMEBASE);
    }

    /** What {@code starts-at:} says, or else the first program that says it; firmware comes first. */
    private OptionalLong start(List<ResolvedProgram> programs) {
        if (machine.cpu().startsAt().isPresent()) {
            return OptionalLong.of(machine.cpu().startsAt().get().value());
        }
        return entry(programs);
    }

    private static OptionalLong entry(List<ResolvedProgram> programs) {
        return programs.stream()
                .map(ResolvedProgram::entry)
                .filter(OptionalLong::isPresent)
                .findFirst()
                .orElse(OptionalLong.empty());
    }

    private void checkStart(ProgramPlacer placer, OptionalLong start) {
        if (!diagnostics.hasErrors() && !placer.isMemory(start)) {
            Span at = machine.cpu()
                    .startsAt()
                    .map(Located::at)
                    .orElse(machine.cpu().isa().span());
            diagnostics.report(
                    MachineProblem.START,
                    at,
                    "execution would start at " + Addresses.hex(start.orElseThrow()) + ", where there is no memory");
        }
    }
}
