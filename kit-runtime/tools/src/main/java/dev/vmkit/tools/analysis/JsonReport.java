package dev.vmkit.tools.analysis;

import dev.vmkit.language.isa.Privilege.Setting;
import dev.vmkit.language.sensitivity.Classes;
import dev.vmkit.language.sensitivity.Verdict;
import dev.vmkit.language.yaml.Json;
import dev.vmkit.layers.witness.Analysis;
import dev.vmkit.layers.witness.Ending;
import dev.vmkit.layers.witness.Finding;
import dev.vmkit.layers.witness.MappingWitness;
import dev.vmkit.layers.witness.Witness;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** An analysis as data: every claim with the state that shows it, from which it can be replayed. */
public final class JsonReport {
    private final Analysis analysis;

    private JsonReport(Analysis analysis) {
        this.analysis = analysis;
    }

    public static Json of(Analysis analysis) {
        return new JsonReport(analysis).json();
    }

    private Json json() {
        Verdict verdict = analysis.verdict();
        return Json.object()
                .put("isa", analysis.isa().name())
                .put("kernel", verdict.pair().high().name())
                .put("runs-in", verdict.pair().low().name())
                .put("theorem-1", verdict.isVirtualizable())
                .put("hybrid", verdict.isHybridVirtualizable())
                .put("critical", ids(verdict.critical()))
                .put("hybrid-critical", ids(verdict.hybridCritical()))
                .put(
                        "configuration",
                        Json.array(verdict.configuration().stream()
                                .map(JsonReport::setting)
                                .toList()))
                .put("emulated", ids(verdict.emulated()))
                .put("calls", ids(verdict.calls()))
                .put(
                        "innocuous",
                        ids(verdict.classes().stream()
                                .filter(Classes::isInnocuous)
                                .toList()))
                .put(
                        "findings",
                        Json.array(
                                analysis.findings().stream().map(this::finding).toList()))
                .put(
                        "mappings",
                        Json.array(analysis.mappings().stream()
                                .map(JsonReport::mapping)
                                .toList()))
                .build();
    }

    private static Json ids(List<Classes> some) {
        return Json.texts(some.stream().map(c -> c.what().id()).distinct().toList());
    }

    private static Json setting(Setting setting) {
        return Json.object()
                .put("state", setting.bits().name())
                .put("value", hex(setting.value()))
                .build();
    }

    private Json finding(Finding finding) {
        Classes c = finding.classes();
        return Json.object()
                .put("instruction", c.what().id())
                .put("case", c.what().name())
                .put("classes", Json.texts(ClassWords.list(c)))
                .put("critical", c.isCriticalWhateverIsSet())
                .put(
                        "traps-if",
                        Json.array(
                                c.settings().stream().map(JsonReport::setting).toList()))
                .put("traps", texts(c.low().traps()))
                .put("changes", texts(c.high().controls()))
                .put("changes-unnoticed", texts(c.control()))
                .put("differs-by-mode", texts(c.differences()))
                .put(
                        "witnesses",
                        Json.array(
                                finding.witnesses().stream().map(this::witness).toList()))
                .put("unconfirmed", Json.texts(finding.unconfirmed()))
                .build();
    }

    private static Json texts(Collection<String> some) {
        return Json.texts(some.stream().sorted().toList());
    }

    private Json witness(Witness witness) {
        return Json.object()
                .put("claim", witness.kind())
                .put("mode", witness.mode())
                .put("instruction", witness.instruction())
                .put("shown-by", Json.texts(witness.shown()))
                .put("story", Json.texts(witness.story(analysis.isa())))
                .put(
                        "runs",
                        Json.array(witness.runs().stream().map(JsonReport::run).toList()))
                .build();
    }

    private static Json run(Witness.Run run) {
        Json.Builder registers = Json.object();
        for (Map.Entry<String, Long> each : run.start().registers().entrySet()) {
            registers.put(each.getKey(), hex(each.getValue()));
        }
        return Json.object()
                .put("mode", run.mode())
                .put(
                        "code",
                        Json.texts(
                                run.start().code().stream().map(JsonReport::hex).toList()))
                .put("registers", registers.build())
                .put("memory", hex(run.start().memory()))
                .put("clock", run.start().clock())
                .put("ends", ending(run.ending()))
                .build();
    }

    private static String ending(Ending ending) {
        return switch (ending) {
            case Ending.Completed _ -> "completes";
            case Ending.Trapped t -> "traps: " + t.trap();
            case Ending.MemoryFault f -> "memory: " + f.trap();
            case Ending.NotRun _ -> "not run";
        };
    }

    private static Json mapping(MappingWitness mapping) {
        return Json.object()
                .put("access", mapping.access())
                .put("address", hex(mapping.address()))
                .put("text", mapping.text())
                .put("low", run(mapping.low()))
                .put("high", run(mapping.high()))
                .build();
    }

    private static String hex(long value) {
        return "0x" + Long.toHexString(value);
    }
}
