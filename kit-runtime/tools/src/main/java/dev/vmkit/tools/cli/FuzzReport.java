package dev.vmkit.tools.cli;

import dev.vmkit.language.yaml.Json;
import dev.vmkit.testkit.differential.Finding;
import java.util.ArrayList;
import java.util.List;

/**
 * What random programs have shown.
 *
 * @param seed of the first program of each instruction set
 * @param engines the one that is right, and the one that was tested
 */
record FuzzReport(long seed, List<String> engines, List<FuzzRun> runs) {

    String text(Screen screen) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("isa", "programs", "instructions", "comparisons", ""));
        for (FuzzRun run : runs) {
            rows.add(List.of(
                    run.name(),
                    Long.toString(run.fuzzer().cases()),
                    Long.toString(run.fuzzer().instructions()),
                    Long.toString(run.fuzzer().looks()),
                    run.finding().isEmpty() ? screen.green("equal") : screen.red("DIFFERENT")));
        }
        StringBuilder out = new StringBuilder();
        out.append("engines ")
                .append(String.join(" and ", engines))
                .append(", seed ")
                .append(seed)
                .append("\n\n");
        out.append(Table.text(rows));
        runs.forEach(run -> run.finding().ifPresent(found -> out.append('\n').append(found.report())));
        return out.toString();
    }

    Json json() {
        return Json.object()
                .put("seed", seed)
                .put("engines", Json.array(engines.stream().map(Json::of).toList()))
                .put("isas", Json.array(runs.stream().map(FuzzReport::json).toList()))
                .build();
    }

    private static Json json(FuzzRun run) {
        return Json.object()
                .put("isa", run.name())
                .put("programs", run.fuzzer().cases())
                .put("instructions", run.fuzzer().instructions())
                .put("comparisons", run.fuzzer().looks())
                .put(
                        "differences",
                        Json.array(run.finding().stream().map(FuzzReport::json).toList()))
                .build();
    }

    private static Json json(Finding finding) {
        return Json.object()
                .put("seed", finding.seed())
                .put(
                        "places",
                        Json.array(finding.differences().stream().map(Json::of).toList()))
                .put("report", finding.report())
                .build();
    }
}
