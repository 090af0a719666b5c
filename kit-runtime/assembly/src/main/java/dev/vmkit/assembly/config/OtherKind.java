package dev.vmkit.assembly.config;

import dev.vmkit.language.yaml.MappingReader;
import java.util.Arrays;
import java.util.Optional;

/** Kinds of files that somebody may name where a machine file is wanted, by the key that tells them. */
enum OtherKind {
    HOST("hypervisor", "a host with guests", "kit run FILE runs it"),
    TIMESHARED("timeshare", "a time-sharing host", "kit run FILE runs it"),
    EXPERIMENT("experiment", "an experiment", "kit experiment FILE runs it"),
    WORKLOAD("workload", "a workload for schedulers", "kit schedule FILE runs it"),
    SUITE("suite", "a suite of tests", "it names what it tests"),
    DIALOGUE("dialogue", "a dialogue with a guest", "kit run MACHINE --dialogue FILE has it"),
    COSTS("costs", "a cost profile", "an experiment names it by 'costs:'"),
    ISA("isa", "an instruction set", "kit card FILE shows it; a machine names it by 'cpu: { isa: ... }'"),
    DEVICE("device", "a device model", "a machine names it by 'model:'"),
    PLUGIN("plugin", "what a plugin provides", "kit list shows it");

    private final String key;
    private final String what;
    private final String use;

    OtherKind(String key, String what, String use) {
        this.key = key;
        this.what = what;
        this.use = use;
    }

    /** Whether a file without a processor is of another kind, which is reported once and says all there is to say. */
    static boolean isReported(MappingReader in) {
        Optional<OtherKind> kind = in.has("cpu")
                ? Optional.empty()
                : Arrays.stream(values()).filter(k -> in.has(k.key)).findFirst();
        kind.ifPresent(k -> in.diagnostics()
                .report(
                        MachineProblem.OTHER_KIND,
                        in.at(k.key),
                        "this is " + k.what + ", where a machine is wanted",
                        k.use.replace("FILE", in.at(k.key).file().name())));
        return kind.isPresent();
    }
}
