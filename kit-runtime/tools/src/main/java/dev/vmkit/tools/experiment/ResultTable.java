package dev.vmkit.tools.experiment;

import dev.vmkit.assembly.experiment.CostProfile;
import dev.vmkit.testkit.experiment.Counts;
import dev.vmkit.testkit.experiment.Figures;
import dev.vmkit.testkit.experiment.Overhead;
import dev.vmkit.testkit.experiment.Results;
import dev.vmkit.testkit.experiment.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;

/** Results as rows of text, the first of which says what is in the columns. */
public record ResultTable(Results results) {

    /** For people: only causes that there were, and fewest words. */
    public List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(heading(true));
        String guest = "";
        for (Row row : results.rows()) {
            List<String> cells = cells(row, Figures::text);
            cells.addFirst(row.way());
            cells.addFirst(row.guest().equals(guest) ? "" : row.guest());
            guest = row.guest();
            rows.add(cells);
        }
        return rows;
    }

    /** As comma-separated values (RFC 4180, with line feeds). */
    public String csv() {
        StringBuilder out = new StringBuilder();
        out.append(String.join(",", heading(false))).append('\n');
        for (Row row : results.rows()) {
            List<String> cells = cells(row, value -> Figures.number(value).toPlainString());
            out.append(Stream.concat(Stream.of(row.guest(), row.way()).map(ResultTable::quoted), cells.stream())
                            .reduce((a, b) -> a + "," + b)
                            .orElseThrow())
                    .append('\n');
        }
        return out.toString();
    }

    private static String quoted(String name) {
        return name.matches("[^,\"\\n\\r]*") ? name : "\"" + name.replace("\"", "\"\"") + "\"";
    }

    private List<String> heading(boolean brief) {
        List<String> heading = new ArrayList<>(List.of("guest", "under", "instructions", "directly", "exits"));
        heading.addAll(results.causes());
        if (walks()) {
            heading.add("table reads");
        }
        if (shares()) {
            heading.add("turns");
        }
        results.experiment()
                .costs()
                .forEach(profile -> heading.add(brief ? profile.name().value() : "cycles " + profile.name()));
        return heading;
    }

    private List<String> cells(Row row, DoubleFunction<String> figure) {
        Counts counts = row.counts();
        List<Double> values = new ArrayList<>(List.of(counts.instructions(), counts.direct(), counts.total()));
        results.causes().forEach(cause -> values.add(counts.of(cause)));
        if (walks()) {
            values.add(counts.references());
        }
        if (shares()) {
            values.add(counts.turns());
        }
        for (CostProfile profile : results.experiment().costs()) {
            values.add(results.cycles(row, profile));
        }
        return new ArrayList<>(values.stream().map(figure::apply).toList());
    }

    /** Whether a processor translated twice. */
    private boolean walks() {
        return results.rows().stream().anyMatch(row -> row.counts().references() != 0);
    }

    /** Whether guests had the processor in turn by different policies. */
    private boolean shares() {
        return results.experiment().ways().stream()
                .anyMatch(way -> way.scheduler().isPresent());
    }

    /** Overheads as rows of text. */
    public static List<List<String>> overheads(List<Overhead> overheads) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("guest", "under", "median time", "of bare time", "lowest", "highest"));
        for (Overhead one : overheads) {
            rows.add(List.of(
                    one.guests(),
                    one.way(),
                    String.format(Locale.ROOT, "%,.2f ms", one.nanos() / 1e6),
                    times(one.ratio()),
                    times(one.lowest()),
                    times(one.highest())));
        }
        return rows;
    }

    private static String times(double ratio) {
        return String.format(Locale.ROOT, "%.2f", ratio);
    }
}
