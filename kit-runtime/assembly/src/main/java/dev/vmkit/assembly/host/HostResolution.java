package dev.vmkit.assembly.host;

import dev.vmkit.api.TaskInfo;
import dev.vmkit.assembly.assemble.Construction;
import dev.vmkit.assembly.assemble.MachineFiles;
import dev.vmkit.assembly.assemble.Resolution;
import dev.vmkit.assembly.assemble.ResolvedMachine;
import dev.vmkit.assembly.assemble.ResolvedMemory;
import dev.vmkit.assembly.assemble.RunLimits;
import dev.vmkit.assembly.catalog.Catalog;
import dev.vmkit.assembly.config.GuestConfig;
import dev.vmkit.assembly.config.HostConfig;
import dev.vmkit.assembly.config.HostReader;
import dev.vmkit.assembly.config.MachineConfig;
import dev.vmkit.assembly.config.MachineProblem;
import dev.vmkit.assembly.config.MachineReader;
import dev.vmkit.assembly.schedule.PolicyResolver;
import dev.vmkit.assembly.schedule.ResolvedPolicy;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.language.text.Suggestion;
import dev.vmkit.language.text.Text;
import dev.vmkit.layers.hypervisor.Technique;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds out what every name of a host file stands for. All mistakes are reported, those of the guests' machines too. */
public final class HostResolution {
    private static final int DEEPEST = 4;

    private final Catalog catalog;
    private final Diagnostics diagnostics;
    private final List<ResolvedGuest> guests = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    private HostResolution(Catalog catalog, Diagnostics diagnostics) {
        this.catalog = catalog;
        this.diagnostics = diagnostics;
    }

    /**
     * The host, or nothing if {@code diagnostics} has an error.
     *
     * @param folder the folder of the host file, in which its paths start
     * @throws dev.vmkit.assembly.catalog.PluginFailure if code of a plugin fails
     */
    public static Optional<ResolvedHost> resolve(
            HostConfig host, Path folder, Catalog catalog, Diagnostics diagnostics) {
        return new HostResolution(catalog, diagnostics).resolve(host, folder).filter(_ -> !diagnostics.hasErrors());
    }

    private Optional<ResolvedHost> resolve(HostConfig host, Path folder) {
        Optional<ResolvedPolicy> policy = new PolicyResolver(catalog, diagnostics).resolve(host.scheduler());
        Optional<ResolvedMachine> hardware = addGuests(host, folder, "", List.of());
        return hardware.flatMap(machine -> policy.map(chosen -> new ResolvedHost(
                host.name().value(),
                host.about(),
                host.technique().value(),
                machine.speed(),
                chosen,
                guests,
                RunLimits.of(host.limits()))));
    }

    /** Adds a host's guests, and gives its hardware. */
    private Optional<ResolvedMachine> addGuests(HostConfig host, Path folder, String prefix, List<Technique> outer) {
        Optional<Technique> technique = Techniques.choose(host, diagnostics);
        MachineFiles files = new MachineFiles(folder, diagnostics);
        Optional<ResolvedMachine> hardware = files.source(host.hardware())
                .flatMap(source -> MachineReader.read(source, diagnostics))
                .flatMap(board -> Resolution.resolve(
                        board.withLoad(List.of()), files.home(host.hardware()), catalog, diagnostics));
        if (technique.isEmpty() || hardware.isEmpty()) {
            return Optional.empty();
        }
        List<Technique> techniques = new ArrayList<>(outer);
        techniques.add(technique.get());
        long free = memory(hardware.get());
        for (GuestConfig guest : host.guests()) {
            free -= guest.copies() * guest(guest, host, folder, prefix, techniques);
        }
        if (free < 0 && !diagnostics.hasErrors()) {
            diagnostics.report(
                    MachineProblem.GUESTS,
                    host.hardware().span(),
                    "the guests need " + (memory(hardware.get()) - free) + " bytes of memory, the hardware has "
                            + memory(hardware.get()));
        }
        return hardware;
    }

    /** What a monitor meets that is not the innermost is the guest's own instruction set, as far as those within keep modes. */
    private void refuse(HostConfig host, List<Technique> techniques, ResolvedMachine machine) {
        boolean met = true;
        for (Technique technique : techniques.reversed()) {
            if (met) {
                refuse(host, technique, machine);
            }
            met &= technique.keepsModes();
        }
    }

    private void refuse(HostConfig host, Technique technique, ResolvedMachine machine) {
        technique
                .refuses(machine.isa(), Construction.images(machine))
                .ifPresent(why -> diagnostics.report(
                        MachineProblem.TECHNIQUE,
                        host.technique().span(),
                        "'" + technique.name() + "' cannot run such guests: " + why));
    }

    /** Adds one entry's guests; bytes of memory of each. */
    private long guest(GuestConfig guest, HostConfig host, Path folder, String prefix, List<Technique> techniques) {
        Text file = guest.machine().orElse(host.hardware());
        MachineFiles files = new MachineFiles(folder, diagnostics);
        Optional<SourceFile> source = files.source(file);
        if (source.isPresent() && guest.machine().isPresent() && HostReader.isHost(source.get())) {
            return nested(guest, source.get(), files.home(file), prefix + guest.name() + "/", techniques);
        }
        Optional<ResolvedMachine> resolved = source.flatMap(s -> machine(s, guest, folder, files.home(file)));
        if (resolved.isEmpty()) {
            return 0;
        }
        refuse(host, techniques, resolved.get());
        long each = memory(resolved.get());
        for (int i = 0; i < guest.copies(); i++) {
            String name = prefix + guest.name() + (guest.copies() > 1 ? Integer.toString(i + 1) : "");
            claim(name, guest.name());
            TaskInfo task = TaskInfo.of(guests.size(), name)
                    .withWeight(guest.weight())
                    .withCap(guest.cap())
                    .withPriority(guest.priority())
                    .withSize(each);
            guests.add(new ResolvedGuest(
                    task,
                    resolved.get(),
                    techniques,
                    guest.input().flatMap(files::readable),
                    guest.dialogue().flatMap(files::readable)));
        }
        return each;
    }

    private Optional<ResolvedMachine> machine(SourceFile source, GuestConfig guest, Path folder, Path home) {
        return MachineReader.read(source, diagnostics)
                .filter(machine -> hasDevices(machine, guest))
                .map(machine -> new GuestChanges(guest, folder, home).in(machine))
                .flatMap(machine -> Resolution.resolve(machine, home, catalog, diagnostics));
    }

    /** Two guests must not share a name, nor the file that their consoles would have. */
    private void claim(String name, Text at) {
        if (!names.add(name.replace('/', '-'))) {
            diagnostics.report(MachineProblem.GUESTS, at.span(), "there are two guests called '" + name + "'");
        }
    }

    private boolean hasDevices(MachineConfig machine, GuestConfig guest) {
        List<String> known =
                machine.devices().stream().map(d -> d.name().value()).toList();
        List<Text> unknown = guest.devices().stream()
                .map(GuestConfig.DeviceSettings::device)
                .filter(device -> !known.contains(device.value()))
                .toList();
        unknown.forEach(device -> diagnostics.report(
                MachineProblem.UNKNOWN_NAME,
                device.span(),
                "the guest's machine has no device '" + device + "'",
                Suggestion.didYouMean(device.value(), known)));
        return unknown.isEmpty();
    }

    /** A guest that is a host itself: its guests become guests of this one, each under one monitor more. */
    private long nested(GuestConfig guest, SourceFile source, Path folder, String prefix, List<Technique> techniques) {
        Text file = guest.machine().orElseThrow();
        if (guest.changesItsMachine()) {
            diagnostics.report(
                    MachineProblem.GUESTS,
                    guest.name().span(),
                    "'" + guest.name() + "' is a host, whose own file says what its guests are",
                    "say no more than 'machine:' here");
        }
        if (techniques.size() == DEEPEST) {
            diagnostics.report(
                    MachineProblem.GUESTS, file.span(), "hosts lie at most " + DEEPEST + " deep in one another");
            return 0;
        }
        return HostReader.read(source, diagnostics)
                .flatMap(inner -> addGuests(inner, folder, prefix, techniques))
                .map(HostResolution::memory)
                .orElse(0L);
    }

    private static long memory(ResolvedMachine machine) {
        return machine.memory().stream()
                .filter(ResolvedMemory::writable)
                .mapToLong(m -> m.units() * (m.space().unit() / 8))
                .sum();
    }
}
