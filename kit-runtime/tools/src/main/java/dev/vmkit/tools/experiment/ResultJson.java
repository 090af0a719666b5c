package dev.vmkit.tools.experiment;

import dev.vmkit.assembly.experiment.CostProfile;
import dev.vmkit.language.yaml.Json;
import dev.vmkit.testkit.experiment.Counts;
import dev.vmkit.testkit.experiment.Figures;
import dev.vmkit.testkit.experiment.Overhead;
import dev.vmkit.testkit.experiment.Results;
import dev.vmkit.testkit.experiment.Row;
import java.util.List;

/** Results for scripts; equal runs give equal objects, but for times. */
public record ResultJson(Results results, List<Overhead> overheads) {

    public Json json() {
        Json.Builder json = Json.object()
                .put("experiment", results.experiment().name().value())
                .put("rows", Json.array(results.rows().stream().map(this::row).toList()))
                .put(
                        "claims",
                        Json.array(
                                results.check().stream().map(ResultJson::claim).toList()));
        results.experiment()
                .iterations()
                .ifPresent(it -> json.put("iterations", Json.array(Json.of(it.few()), Json.of(it.many()))));
        if (!overheads.isEmpty()) {
            json.put(
                    "overheads",
                    Json.array(overheads.stream().map(ResultJson::overhead).toList()));
        }
        return json.build();
    }

    private static Json number(double value) {
        return new Json.Number(Figures.number(value));
    }

    private Json row(Row row) {
        Json.Builder cycles = Json.object();
        for (CostProfile profile : results.experiment().costs()) {
            cycles.put(profile.name().value(), number(results.cycles(row, profile)));
        }
        Counts counts = row.counts();
        return Json.object()
                .put("guest", row.guest())
                .put("under", row.way())
                .put("technique", row.technique().orElse(""))
                .put("instructions", number(counts.instructions()))
                .put("direct", number(counts.direct()))
                .put("tableReads", number(counts.references()))
                .put("turns", number(counts.turns()))
                .put(
                        "exits",
                        Json.array(counts.exits().entrySet().stream()
                                .map(exit -> Json.object()
                                        .put("cause", exit.getKey().cause().toString())
                                        .put("detail", exit.getKey().detail())
                                        .put("count", number(exit.getValue()))
                                        .build())
                                .toList()))
                .put("cycles", cycles.build())
                .build();
    }

    private static Json claim(Results.Checked checked) {
        return Json.object()
                .put("claim", checked.claim().written().value())
                .put("holds", checked.holds())
                .put("failures", Json.texts(checked.failures()))
                .build();
    }

    private static Json overhead(Overhead one) {
        return Json.object()
                .put("guests", one.guests())
                .put("under", one.way())
                .put("medianNanoseconds", number(one.nanos()))
                .put("ratio", number(one.ratio()))
                .put("lowest", number(one.lowest()))
                .put("highest", number(one.highest()))
                .build();
    }
}
