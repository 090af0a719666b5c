package dev.vmkit.tools.cli;

import dev.vmkit.api.PartKind;
import dev.vmkit.assembly.catalog.Catalog;
import dev.vmkit.assembly.catalog.Part;
import dev.vmkit.assembly.config.HostReader;
import dev.vmkit.assembly.config.TimesharingReader;
import dev.vmkit.assembly.experiment.ExperimentReader;
import dev.vmkit.assembly.host.HostResolution;
import dev.vmkit.assembly.schedule.PolicyResolver;
import dev.vmkit.assembly.schedule.WorkloadReader;
import dev.vmkit.assembly.timeshare.TimesharingResolution;
import dev.vmkit.language.device.Behaviour;
import dev.vmkit.language.device.DeviceReader;
import dev.vmkit.language.isa.IsaLoader;
import dev.vmkit.language.text.Diagnostic;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.language.yaml.YamlMapping;
import dev.vmkit.language.yaml.YamlNode;
import dev.vmkit.language.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a check found.
 *
 * @param what what was checked, in words
 */
record Checked(String what, List<Diagnostic> diagnostics) {

    /** Checks a file, a plugin or a part. */
    static Checked of(Surroundings surroundings, Parts parts, String written) throws IOException {
        Path path = surroundings.path(written);
        if (Files.isRegularFile(path) && written.endsWith(".yaml")) {
            return file(surroundings, parts, written);
        }
        return Files.exists(path) ? plugin(surroundings, parts, path) : part(surroundings, parts, written);
    }

    private static Checked file(Surroundings surroundings, Parts parts, String written) throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        SourceFile file = SourceFiles.read(surroundings, written);
        try (Catalog catalog = parts.open(surroundings)) {
            String what = definition(catalog, surroundings, file, diagnostics);
            return new Checked(what, diagnostics.list());
        }
    }

    /** Checks what the file's first key says it is. */
    private static String definition(
            Catalog catalog, Surroundings surroundings, SourceFile file, Diagnostics diagnostics) throws IOException {
        Optional<YamlNode> root = YamlReader.read(file, new Diagnostics());
        if (has(root, "isa")) {
            Parts.check(file, catalog, IsaLoader.Choice.DEFAULT, diagnostics);
            return "an instruction set";
        }
        if (has(root, "device")) {
            DeviceReader.read(file, diagnostics).ifPresent(d -> Behaviour.ofDefaults(d, diagnostics));
            return "a device";
        }
        if (has(root, "workload")) {
            PolicyResolver resolver = new PolicyResolver(catalog, diagnostics);
            WorkloadReader.read(file, diagnostics)
                    .ifPresent(found -> found.policies().forEach(resolver::resolve));
            return "a workload";
        }
        if (HostReader.isHost(file)) {
            Path home = Objects.requireNonNull(surroundings.path(file.name()).getParent());
            HostReader.read(file, diagnostics)
                    .ifPresent(host -> HostResolution.resolve(host, home, catalog, diagnostics));
            return "a host";
        }
        if (TimesharingReader.isTimeshared(file)) {
            Path home = Objects.requireNonNull(surroundings.path(file.name()).getParent());
            TimesharingReader.read(file, diagnostics)
                    .ifPresent(host -> TimesharingResolution.resolve(host, home, catalog, diagnostics));
            return "a time-sharing host";
        }
        if (has(root, "experiment")) {
            Path home = Objects.requireNonNull(surroundings.path(file.name()).getParent());
            ExperimentReader.read(file, home, List.of(), diagnostics);
            return "an experiment";
        }
        if (has(root, "plugin")) {
            try (Catalog one =
                    Catalog.open(List.of(surroundings.path(file.name()).getParent()))) {
                one.mistakes().forEach(diagnostics::add);
            }
            return "a plugin";
        }
        Machines.resolve(catalog, surroundings, file, Machines.Instead.NOTHING, diagnostics);
        return "a machine";
    }

    private static boolean has(Optional<YamlNode> root, String key) {
        return root.isPresent()
                && root.get() instanceof YamlMapping m
                && m.entry(key).isPresent();
    }

    private static Checked plugin(Surroundings surroundings, Parts parts, Path path) throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        try (Catalog catalog = parts.open(surroundings, List.of(path));
                Catalog alone = Catalog.open(List.of(path))) {
            alone.mistakes().forEach(diagnostics::add);
            for (Part part : alone.parts()) {
                check(catalog, part, diagnostics);
            }
            int count = alone.parts().size();
            if (count == 0 && diagnostics.list().isEmpty()) {
                throw new IOException("there is no plugin in '" + path + "'");
            }
            return new Checked(count + (count == 1 ? " part" : " parts"), diagnostics.list());
        }
    }

    private static Checked part(Surroundings surroundings, Parts parts, String name) throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        try (Catalog catalog = parts.open(surroundings)) {
            List<Part> found =
                    catalog.parts().stream().filter(p -> p.name().equals(name)).toList();
            if (found.isEmpty()) {
                throw new IOException("there is no file, plugin or part '" + name + "'");
            }
            found.forEach(part -> check(catalog, part, diagnostics));
            return new Checked("1 part", diagnostics.list());
        }
    }

    private static void check(Catalog catalog, Part part, Diagnostics diagnostics) {
        if (part.kind() == PartKind.ISA) {
            part.definition(diagnostics)
                    .ifPresent(file -> Parts.check(file, catalog, IsaLoader.Choice.DEFAULT, diagnostics));
        } else if (part.kind() == PartKind.DEVICE) {
            catalog.device(part, diagnostics).ifPresent(device -> {
                Behaviour.ofDefaults(device, diagnostics);
                device.javaClass().ifPresent(name -> catalog.deviceModel(part, name));
            });
        } else if (part.kind() == PartKind.IMAGE) {
            catalog.imageLoader(part, diagnostics);
        } else {
            catalog.schedulerPolicy(part, diagnostics).ifPresent(maker -> Objects.requireNonNull(maker.get()));
        }
    }
}
