package dev.vmkit.tools.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** A report as rows of text, a group after the other. */
public record ResultTable(Report report) {
    private static final String NONE = "-";
    private static final double SMALL = 0.1;

    /**
     * One group.
     *
     * @param title what it shows
     * @param rows cells, the first row of headings; all of one length
     * @param means a line on each engine's geometric mean
     */
    public record Section(String title, List<List<String>> rows, List<String> means) {}

    public List<Section> sections() {
        return Arrays.stream(Group.values())
                .filter(group -> !report.of(group).isEmpty())
                .map(group -> new Section(title(group), rows(report.of(group)), means(group)))
                .toList();
    }

    private String title(Group group) {
        return group.about() + ": " + group.measured() + ", "
                + (report.runs() == 1 ? "1 run" : "median of " + report.runs() + " runs");
    }

    private static List<List<String>> rows(List<KernelReport> kernels) {
        Optional<String> other =
                kernels.getFirst().reference().map(r -> r.contender().name());
        List<List<String>> rows = new ArrayList<>();
        rows.add(headings(other));
        for (KernelReport kernel : kernels) {
            kernel.series().forEach(one -> rows.add(row(kernel, one)));
        }
        return rows;
    }

    private static List<String> headings(Optional<String> other) {
        List<String> cells = new ArrayList<>(List.of("kernel", "engine", "seconds", "instructions", "M/s", "MiB"));
        other.ifPresent(name -> cells.addAll(List.of(name + " s", name + " MiB", "ratio", "lowest..highest")));
        return cells;
    }

    private static List<String> row(KernelReport kernel, Series one) {
        List<String> cells = new ArrayList<>(List.of(
                kernel.kernel().name(),
                one.contender().name(),
                time(kernel.seconds(one)),
                count(one.instructions()),
                speed(one.speed(kernel::seconds)),
                mebibytes(one.peak())));
        kernel.reference().ifPresent(other -> {
            Ratio ratio = Ratio.of(one, other, kernel::seconds);
            cells.addAll(List.of(
                    time(kernel.seconds(other)),
                    mebibytes(other.peak()),
                    ratio(ratio.ofMedians()),
                    ratio(ratio.lowest()) + ".." + ratio(ratio.highest())));
        });
        return cells;
    }

    private List<String> means(Group group) {
        List<String> engines = report.of(group).stream()
                .flatMap(kernel -> kernel.series().stream())
                .map(one -> one.contender().name())
                .distinct()
                .toList();
        List<String> lines = new ArrayList<>();
        for (EnumSet<Group> groups : meant(group)) {
            String which = groups.size() == 1 ? "" : "both groups on bare metal, ";
            engines.stream()
                    .filter(engine -> report.ratios(groups, engine).size() > 1)
                    .map(engine -> which + mean(engine, Ratio.mean(report.ratios(groups, engine))))
                    .forEach(lines::add);
        }
        return lines;
    }

    /** The groups averaged below this one: itself, and below the second on bare metal both. */
    private List<EnumSet<Group>> meant(Group group) {
        EnumSet<Group> alone = EnumSet.of(group);
        return group == Group.DOUBLES && !report.of(Group.BARE).isEmpty()
                ? List.of(alone, EnumSet.of(Group.BARE, Group.DOUBLES))
                : List.of(alone);
    }

    private static String mean(String engine, double mean) {
        return "geometric mean of " + engine + ": " + ratio(mean) + ", "
                + String.format(Locale.ROOT, "%.2f times as fast", 1 / mean);
    }

    private static String time(double seconds) {
        return String.format(Locale.ROOT, "%.2f", seconds);
    }

    static String ratio(double value) {
        return String.format(Locale.ROOT, value < SMALL ? "%.3f" : "%.2f", value);
    }

    private static String speed(OptionalDouble speed) {
        return speed.isPresent() ? String.format(Locale.ROOT, "%.0f", speed.getAsDouble()) : NONE;
    }

    private static String count(OptionalLong count) {
        return count.isPresent() ? String.format(Locale.ROOT, "%,d", count.getAsLong()) : NONE;
    }

    private static String mebibytes(OptionalLong bytes) {
        return bytes.isPresent() ? Long.toString(bytes.getAsLong() >> 20) : NONE;
    }
}
