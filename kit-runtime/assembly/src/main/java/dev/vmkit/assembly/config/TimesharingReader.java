package dev.vmkit.assembly.config;

import dev.vmkit.api.TaskInfo;
import dev.vmkit.assembly.config.TimesharingConfig.CallsConfig;
import dev.vmkit.assembly.config.TimesharingConfig.ProgramConfig;
import dev.vmkit.assembly.config.TimesharingConfig.ServiceConfig;
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

/** Reads a host file with {@code timeshare:}. */
public final class TimesharingReader {
    private static final String TIMESHARE = "timeshare";
    private static final int MOST_PROGRAMS = 64;
    private static final int MOST_TICKS = 1_000_000;
    private static final int MOST_PRIORITY = 1000;

    private final SourceFile file;
    private final MappingReader in;

    private TimesharingReader(SourceFile file, MappingReader in) {
        this.file = file;
        this.in = in;
    }

    /** Whether a file says how programs share a machine. */
    public static boolean isTimeshared(SourceFile file) {
        Diagnostics unheard = new Diagnostics();
        return YamlReader.read(file, unheard)
                .flatMap(root -> new Values(unheard).mapping(root, "the host"))
                .filter(in -> in.has(TIMESHARE))
                .isPresent();
    }

    /** It as far as it can be read; mistakes are reported. */
    public static Optional<TimesharingConfig> read(SourceFile file, Diagnostics diagnostics) {
        return YamlReader.read(file, diagnostics)
                .flatMap(root -> new Values(diagnostics).mapping(root, "the host"))
                .flatMap(in -> new TimesharingReader(file, in).host());
    }

    private Optional<TimesharingConfig> host() {
        if (!MachineReader.knowsVersion(in)) {
            return Optional.empty();
        }
        Text name = in.requiredText("machine").orElse(Text.synthetic(file.name(), "host"));
        String about = in.text("about").map(Text::value).orElse("");
        Optional<Text> hardware = in.requiredText("hardware");
        Optional<MappingReader> sharing = in.requiredMapping(TIMESHARE, "time-sharing");
        Optional<Located<Long>> core = sharing.flatMap(s -> words(s, "core", true));
        long wordTicks = sharing.flatMap(s -> s.mapping("drum", "the drum"))
                .map(TimesharingReader::drum)
                .orElse(0L);
        Optional<MappingReader> scheduler = sharing.flatMap(s -> s.mapping("scheduler", "the scheduler"));
        List<ServiceConfig> services = sharing.map(this::services).orElse(List.of());
        Optional<CallsConfig> calls = sharing.flatMap(s -> s.requiredMapping("calls", "the way of calls"))
                .flatMap(c -> calls(c, services));
        sharing.ifPresent(MappingReader::finish);
        List<ProgramConfig> programs = programs();
        LimitsConfig limits =
                in.mapping("limits", "limits").map(LimitsReader::read).orElse(LimitsConfig.NONE);
        in.finish();
        return hardware.isEmpty() || core.isEmpty() || calls.isEmpty() || programs.isEmpty()
                ? Optional.empty()
                : Optional.of(new TimesharingConfig(
                        file,
                        name,
                        about,
                        hardware.get(),
                        core.get(),
                        wordTicks,
                        scheduler,
                        calls.get(),
                        programs,
                        limits,
                        in.at(TIMESHARE)));
    }

    private static Optional<Located<Long>> words(MappingReader in, String key, boolean required) {
        Optional<Integer> words = required
                ? in.requiredInteger(key, 1, TimesharingConfig.MOST_WORDS)
                : in.integer(key, 1, TimesharingConfig.MOST_WORDS);
        return words.map(w -> new Located<>((long) w, in.node(key).orElseThrow().span()));
    }

    private static long drum(MappingReader in) {
        long ticks = in.integer("word-takes", 0, MOST_TICKS).orElse(0);
        in.finish();
        return ticks;
    }

    private List<ServiceConfig> services(MappingReader sharing) {
        sharing.requiredNode("services");
        List<ServiceConfig> services = new ArrayList<>();
        for (YamlMapping.Entry entry : sharing.entries("services")) {
            in.values()
                    .unsigned(entry.value(), 32)
                    .ifPresent(
                            number -> services.add(new ServiceConfig(entry.key().text(), number)));
        }
        return services;
    }

    private static Optional<CallsConfig> calls(MappingReader in, List<ServiceConfig> services) {
        Optional<Text> by = in.requiredText("by");
        Optional<Text> number = in.requiredText("number");
        Optional<Text> argument = in.requiredText("argument");
        Optional<Text> result = in.requiredText("result");
        in.finish();
        return by.isEmpty() || number.isEmpty() || argument.isEmpty() || result.isEmpty()
                ? Optional.empty()
                : Optional.of(new CallsConfig(by.get(), number.get(), argument.get(), result.get(), services));
    }

    private List<ProgramConfig> programs() {
        if (in.requiredNode("programs").isEmpty()) {
            return List.of();
        }
        List<ProgramConfig> programs = new ArrayList<>();
        for (YamlMapping.Entry entry : in.entries("programs")) {
            in.values().name(entry.key());
            in.values()
                    .mapping(entry.value(), "program '" + entry.name() + "'")
                    .flatMap(m -> program(entry.key().text(), m))
                    .ifPresent(programs::add);
        }
        int all = programs.stream().mapToInt(ProgramConfig::copies).sum();
        if (all > MOST_PROGRAMS) {
            in.diagnostics()
                    .report(
                            MachineProblem.TIMESHARE,
                            in.at("programs"),
                            "at most " + MOST_PROGRAMS + " programs share a machine, here are " + all);
        }
        return programs;
    }

    private static Optional<ProgramConfig> program(Text name, MappingReader in) {
        in.requiredNode("load");
        List<LoadConfig> load = LoadReader.read(in, "load");
        int copies = in.integer("copies", 1, MOST_PROGRAMS).orElse(1);
        Optional<Located<Long>> memory = words(in, "memory", false);
        List<Text> types = in.texts("types");
        long thinks = in.integer("thinks", 0, Integer.MAX_VALUE).orElse(0);
        int weight = in.integer("weight", 1, TaskInfo.MOST_WEIGHT)
                .or(() -> in.integer("tickets", 1, TaskInfo.MOST_WEIGHT))
                .orElse(1);
        int priority = in.integer("priority", -MOST_PRIORITY, MOST_PRIORITY).orElse(0);
        if (load.size() > 1) {
            in.diagnostics()
                    .report(MachineProblem.TIMESHARE, in.at("load"), "a program is one file, here are " + load.size());
        }
        in.finish();
        return load.stream()
                .findFirst()
                .map(file -> new ProgramConfig(name, file, copies, memory, types, thinks, weight, priority));
    }
}
