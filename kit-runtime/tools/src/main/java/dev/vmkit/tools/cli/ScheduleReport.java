package dev.vmkit.tools.cli;

import dev.vmkit.language.yaml.Json;
import dev.vmkit.layers.gantt.TextChart;
import dev.vmkit.layers.simulate.History;
import dev.vmkit.layers.simulate.JobMetrics;
import dev.vmkit.layers.simulate.Metrics;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** What {@code kit schedule} says of runs of one workload. */
record ScheduleReport(List<History> histories, Screen screen) {

    /** A column of the table of jobs. */
    private record Column(String name, Function<JobMetrics, OptionalLong> value, boolean always) {
        static Column of(String name, ToLongFunction<JobMetrics> value) {
            return new Column(name, job -> OptionalLong.of(value.applyAsLong(job)), false);
        }

        boolean tells(Metrics metrics) {
            return always
                    || metrics.jobs().stream().anyMatch(job -> value.apply(job).orElse(0) != 0);
        }
    }

    private static final List<Column> COLUMNS = List.of(
            new Column("turnaround", JobMetrics::turnaround, true),
            new Column("response", JobMetrics::response, true),
            new Column("waited", job -> OptionalLong.of(job.waited()), true),
            Column.of("latency", JobMetrics::latency),
            Column.of("ran", JobMetrics::ran),
            Column.of("spun", JobMetrics::spun),
            Column.of("loads", JobMetrics::loads),
            Column.of("words", JobMetrics::words),
            Column.of("lag", JobMetrics::lag),
            Column.of("co-stop", JobMetrics::coStopped),
            Column.of("missed", JobMetrics::missed),
            Column.of("tardiness", JobMetrics::tardiness));

    /** One after the other, and then side by side if there are several. */
    String text(boolean stints, int width) {
        StringBuilder out = new StringBuilder();
        for (History history : histories) {
            out.append(screen.bold(history.policy()))
                    .append(screen.dim(" on " + history.workload().name()))
                    .append('\n')
                    .append(stints ? TextChart.stints(history).indent(2) : TextChart.of(history, width));
            history.notes().forEach(note -> out.append("  at " + note.now() + ": " + note.text() + "\n"));
            out.append('\n').append(jobs(Metrics.of(history))).append('\n');
        }
        if (!stints) {
            out.append(screen.dim(TextChart.LEGEND)).append('\n');
        }
        return histories.size() < 2 ? out.toString() : out + "\n" + comparison();
    }

    private static String jobs(Metrics metrics) {
        List<Column> shown =
                COLUMNS.stream().filter(column -> column.tells(metrics)).toList();
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("job", shown.stream().map(Column::name)));
        for (JobMetrics job : metrics.jobs()) {
            rows.add(row(
                    job.job(), shown.stream().map(column -> shown(column.value().apply(job)))));
        }
        rows.add(row("mean", shown.stream().map(column -> mean(metrics, column.value()))));
        return Table.text(rows);
    }

    private static List<String> row(String first, Stream<String> rest) {
        return Stream.concat(Stream.of(first), rest).toList();
    }

    private static String shown(OptionalLong value) {
        return value.isPresent() ? Long.toString(value.getAsLong()) : "-";
    }

    /** With two digits after the point, cut off. */
    private static String mean(Metrics metrics, Function<JobMetrics, OptionalLong> value) {
        List<Long> values = metrics.jobs().stream()
                .map(value)
                .filter(OptionalLong::isPresent)
                .map(OptionalLong::getAsLong)
                .toList();
        return values.isEmpty()
                ? "-"
                : hundredths(values.stream().mapToLong(v -> v).sum() * 100 / values.size());
    }

    private static String hundredths(long value) {
        return value / 100 + (value % 100 == 0 ? "" : ".%02d".formatted(value % 100));
    }

    private String comparison() {
        List<Metrics> all = histories.stream().map(Metrics::of).toList();
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("", all.stream().map(Metrics::policy)));
        for (Column column : COLUMNS) {
            if (all.stream().anyMatch(column::tells)) {
                rows.add(row("mean " + column.name(), all.stream().map(m -> mean(m, column.value()))));
            }
        }
        rows.add(row("worst latency", all.stream().map(m -> Long.toString(worst(m, JobMetrics::latency)))));
        rows.add(row("worst lag", all.stream().map(m -> Long.toString(worst(m, JobMetrics::lag)))));
        rows.add(row("end", all.stream().map(m -> Long.toString(m.end()))));
        rows.add(row(
                "busy", all.stream().map(m -> hundredths(m.busy() * 10_000 / Math.max(1, m.end() * m.cpus())) + " %")));
        rows.add(row("idle though", all.stream().map(m -> Long.toString(m.idleThough()))));
        rows.add(row("switches", all.stream().map(m -> Long.toString(m.switches()))));
        rows.add(row("Jain's index", all.stream().map(ScheduleReport::jain)));
        return screen.bold("Side by side") + "\n" + Table.text(rows);
    }

    private static long worst(Metrics metrics, ToLongFunction<JobMetrics> value) {
        return metrics.jobs().stream().mapToLong(value).max().orElse(0);
    }

    private static String jain(Metrics metrics) {
        return metrics.jain().isEmpty()
                ? "-"
                : "%d.%04d"
                        .formatted(
                                metrics.jain().getAsLong() / 10_000,
                                metrics.jain().getAsLong() % 10_000);
    }

    Json json() {
        return Json.array(histories.stream().map(ScheduleReport::json).toList());
    }

    private static Json json(History history) {
        Metrics metrics = Metrics.of(history);
        Json.Builder out = Json.object()
                .put("policy", history.policy())
                .put("workload", history.workload().name())
                .put("cpus", metrics.cpus())
                .put("end", metrics.end())
                .put("ending", history.ending().name().toLowerCase(java.util.Locale.ROOT))
                .put("busy", metrics.busy())
                .put("idle-though", metrics.idleThough())
                .put("switches", metrics.switches());
        metrics.jain().ifPresent(index -> out.put("jain", index));
        history.fault().ifPresent(fault -> out.put("fault", fault.what()));
        return out.put(
                        "jobs",
                        Json.array(metrics.jobs().stream()
                                .map(ScheduleReport::json)
                                .toList()))
                .put(
                        "stints",
                        Json.array(history.stints().stream()
                                .map(s -> json(history, s))
                                .toList()))
                .put(
                        "notes",
                        Json.array(history.notes().stream()
                                .map(ScheduleReport::json)
                                .toList()))
                .build();
    }

    private static Json json(History.Note note) {
        return Json.object().put("at", note.now()).put("text", note.text()).build();
    }

    private static Json json(History history, History.Stint stint) {
        return Json.object()
                .put("cpu", stint.cpu())
                .put("job", history.workload().job(stint.task()).name())
                .put("from", stint.from())
                .put("to", stint.to())
                .build();
    }

    private static Json json(JobMetrics job) {
        Json.Builder out = Json.object().put("job", job.job());
        for (Column column : COLUMNS) {
            column.value().apply(job).ifPresent(value -> out.put(column.name(), value));
        }
        return out.build();
    }
}
