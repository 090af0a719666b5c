package dev.vmkit.assembly.config;

import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.language.text.Text;
import dev.vmkit.language.yaml.MappingReader;
import dev.vmkit.language.yaml.Values;
import dev.vmkit.language.yaml.YamlMapping;
import dev.vmkit.language.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a host file: one with {@code hypervisor:}. */
public final class HostReader {
    private static final String HYPERVISOR = "hypervisor";
    private static final int MOST_GUESTS = 64;

    private final SourceFile file;
    private final MappingReader in;
    private final Diagnostics diagnostics;

    private HostReader(SourceFile file, MappingReader in) {
        this.file = file;
        this.in = in;
        this.diagnostics = in.diagnostics();
    }

    /** Whether a file says how guests run, and so is a host file rather than that of a machine. */
    public static boolean isHost(SourceFile file) {
        Diagnostics unheard = new Diagnostics();
        return YamlReader.read(file, unheard)
                .flatMap(root -> new Values(unheard).mapping(root, "the host"))
                .filter(in -> in.has(HYPERVISOR))
                .isPresent();
    }

    /** The host as far as it can be read; mistakes are reported. */
    public static Optional<HostConfig> read(SourceFile file, Diagnostics diagnostics) {
        return YamlReader.read(file, diagnostics)
                .flatMap(root -> new Values(diagnostics).mapping(root, "the host"))
                .flatMap(in -> new HostReader(file, in).host());
    }

    private Optional<HostConfig> host() {
        if (!MachineReader.knowsVersion(in)) {
            return Optional.empty();
        }
        Text name = in.requiredText("machine").orElse(Text.synthetic(file.name(), "host"));
        String about = in.text("about").map(Text::value).orElse("");
        Optional<Text> hardware = in.requiredText("hardware");
        Optional<MappingReader> hypervisor = in.requiredMapping(HYPERVISOR, "the hypervisor");
        Optional<Text> technique = hypervisor.flatMap(h -> h.requiredText("technique"));
        Optional<Text> shadow = hypervisor.flatMap(h -> h.text("shadow"));
        Optional<MappingReader> scheduler = hypervisor.flatMap(h -> h.mapping("scheduler", "the scheduler"));
        hypervisor.ifPresent(MappingReader::finish);
        List<GuestConfig> guests = guests();
        LimitsConfig limits =
                in.mapping("limits", "limits").map(LimitsReader::read).orElse(LimitsConfig.NONE);
        in.finish();
        return hardware.isEmpty() || technique.isEmpty() || guests.isEmpty()
                ? Optional.empty()
                : Optional.of(new HostConfig(
                        file,
                        name,
                        about,
                        hardware.get(),
                        technique.get(),
                        shadow,
                        scheduler,
                        guests,
                        limits,
                        in.at(HYPERVISOR)));
    }

    private List<GuestConfig> guests() {
        if (in.requiredNode("guests").isEmpty()) {
            return List.of();
        }
        List<GuestConfig> guests = new ArrayList<>();
        for (YamlMapping.Entry entry : in.entries("guests")) {
            in.values().name(entry.key());
            in.values()
                    .mapping(entry.value(), "guest '" + entry.name() + "'")
                    .map(m -> GuestReader.read(entry.key().text(), m))
                    .ifPresent(guests::add);
        }
        int all = guests.stream().mapToInt(GuestConfig::copies).sum();
        if (guests.isEmpty() || all > MOST_GUESTS) {
            diagnostics.report(
                    MachineProblem.GUESTS,
                    in.at("guests"),
                    "a host has 1 to " + MOST_GUESTS + " guests, here are " + all);
        }
        return guests;
    }
}
