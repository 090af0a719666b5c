package dev.vmkit.tools.bench;

import dev.vmkit.language.yaml.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** A report as JSON, with the time of every run. */
public record ResultJson(Report report) {

    public Json json() {
        Host host = report.host();
        return Json.object()
                .put("processor", host.processor())
                .put("processors", host.processors())
                .put("system", host.system())
                .put("java", host.java())
                .put("qemu", host.qemu().orElse(""))
                .put("runs", report.runs())
                .put(
                        "kernels",
                        Json.array(report.kernels().stream()
                                .map(ResultJson::kernel)
                                .toList()))
                .build();
    }

    private static Json kernel(KernelReport kernel) {
        Json.Builder json = Json.object()
                .put("kernel", kernel.kernel().name())
                .put("group", kernel.kernel().group().title())
                .put("rounds", kernel.rounds())
                .put("checksum", kernel.series().getFirst().runs().getFirst().checksum())
                .put(
                        "contenders",
                        Json.array(Stream.concat(kernel.series().stream(), kernel.reference().stream())
                                .map(one -> series(kernel, one))
                                .toList()));
        kernel.reference().ifPresent(r -> json.put("reference", r.contender().name()));
        return json.build();
    }

    private static Json series(KernelReport kernel, Series one) {
        Json.Builder json = Json.object()
                .put("name", one.contender().name())
                .put("median", number(kernel.seconds(one)))
                .put("seconds", numbers(one.runs(), m -> number(m.seconds())));
        if (one.runs().getFirst().inside().isPresent()) {
            json.put("inside", numbers(one.runs(), m -> number(m.inside().orElse(0))));
        }
        one.instructions().ifPresent(count -> json.put("instructions", count));
        one.peak().ifPresent(bytes -> json.put("peakBytes", bytes));
        kernel.ratio(one)
                .filter(_ -> kernel.series().contains(one))
                .ifPresent(ratio -> json.put("ratio", number(ratio.ofMedians()))
                        .put("lowestRatio", number(ratio.lowest()))
                        .put("highestRatio", number(ratio.highest())));
        return json.build();
    }

    private static Json numbers(List<Measurement> runs, Function<Measurement, Json> value) {
        return Json.array(runs.stream().map(value).toList());
    }

    private static Json number(double value) {
        return new Json.Number(BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_UP));
    }
}
