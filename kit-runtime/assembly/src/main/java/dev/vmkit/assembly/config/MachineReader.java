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

/** Reads a machine file. */
public final class MachineReader {
    /** The version of the format. */
    public static final int VERSION = 1;

    /** Far more than a machine has, few enough to compare each with each. */
    static final int MOST_REGIONS = 1000;

    private final SourceFile file;
    private final MappingReader in;
    private final Diagnostics diagnostics;

    private MachineReader(SourceFile file, MappingReader in) {
        this.file = file;
        this.in = in;
        this.diagnostics = in.diagnostics();
    }

    /** The machine as far as it can be read, or nothing if there is no processor in it; mistakes are reported. */
    public static Optional<MachineConfig> read(SourceFile file, Diagnostics diagnostics) {
        return YamlReader.read(file, diagnostics)
                .flatMap(root -> new Values(diagnostics).mapping(root, "the machine"))
                .flatMap(in -> new MachineReader(file, in).machine());
    }

    private Optional<MachineConfig> machine() {
        if (OtherKind.isReported(in) || !knowsVersion(in)) {
            return Optional.empty();
        }
        Text name = in.requiredText("machine").orElse(Text.synthetic(file.name(), "machine"));
        String about = in.text("about").map(Text::value).orElse("");
        Optional<CpuConfig> cpu = in.requiredMapping("cpu", "the cpu").flatMap(CpuReader::read);
        List<MemoryConfig> memory = memory();
        List<DeviceConfig> devices = devices();
        ConsoleConfig console =
                in.node("console").map(n -> ConsoleReader.read(n, diagnostics)).orElse(ConsoleConfig.NONE);
        List<LoadConfig> firmware = LoadReader.read(in, "firmware");
        List<LoadConfig> load = LoadReader.read(in, "load");
        Optional<NetworkConfig> network =
                in.mapping("network", "the network").map(n -> NetworkReader.read(n, in.at("network")));
        Optional<BootConfig> boot = in.mapping("boot", "boot").map(b -> BootReader.read(b, in.at("boot")));
        LimitsConfig limits =
                in.mapping("limits", "limits").map(LimitsReader::read).orElse(LimitsConfig.NONE);
        in.finish();
        return cpu.map(c -> new MachineConfig(
                file,
                name,
                about,
                c,
                memory,
                devices,
                console,
                firmware,
                load,
                network,
                boot,
                limits,
                in.at("machine")));
    }

    /** Nothing else is read of a file of another version: its words may mean something else. */
    static boolean knowsVersion(MappingReader in) {
        Optional<Integer> version = in.requiredInteger("kit", 0, Integer.MAX_VALUE);
        boolean other = version.isPresent() && version.get() != VERSION;
        if (other) {
            in.diagnostics()
                    .report(
                            MachineProblem.VERSION,
                            in.node("kit").orElseThrow().span(),
                            "this kit reads machine files of version 1, not of version " + version.get(),
                            "kit: 1");
        }
        return !other;
    }

    private List<MemoryConfig> memory() {
        List<MemoryConfig> memory = new ArrayList<>();
        for (YamlMapping.Entry entry : bounded("memory")) {
            in.values()
                    .mapping(entry.value(), "memory '" + entry.name() + "'")
                    .flatMap(m -> MemoryReader.read(entry.key().text(), m))
                    .ifPresent(memory::add);
        }
        return memory;
    }

    private List<DeviceConfig> devices() {
        List<DeviceConfig> devices = new ArrayList<>();
        for (YamlMapping.Entry entry : bounded("devices")) {
            in.values()
                    .mapping(entry.value(), "device '" + entry.name() + "'")
                    .map(m -> DeviceReader.read(entry.key().text(), m))
                    .ifPresent(devices::add);
        }
        return devices;
    }

    private List<YamlMapping.Entry> bounded(String key) {
        List<YamlMapping.Entry> entries = in.entries(key);
        if (entries.size() > MOST_REGIONS) {
            diagnostics.report(
                    MachineProblem.OVERLAP,
                    in.at(key),
                    "a machine has at most " + MOST_REGIONS + " pieces of memory and as many devices");
            return List.of();
        }
        entries.forEach(e -> in.values().name(e.key()));
        return entries;
    }
}
