package dev.vmkit.tools.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** A report as rows of text, a group after the other. */
public record ResultTable(Report report) {
    private static final String NONE = "-";

    /**
     * One group.
     *
     * @param title what it shows
     * @param rows cells, the first row of headings; all of one length
     * @param means lines about the geometric means
     */
    public record Section(String title, List<List<String>> rows, List<String> means) {}

    public List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        for (Group group : Group.values()) {
            List<KernelReport> kernels = report.of(group);
            if (!kernels.isEmpty()) {
                sections.add(new Section(title(group), rows(group, kernels), means(group)));
            }
        }
        return sections;
    }

    private String title(Group group) {
        String what = group == Group.BOOT
                ? "until the shell asks for a command; memory beyond the guest's"
                : group.onQemu() ? "whole processes" : "time inside the machine";
        return group.about() + ": " + what + ", "
                + (report.runs() == 1 ? "1 run" : "median of " + report.runs() + " runs");
    }

    private static List<List<String>> rows(Group group, List<KernelReport> kernels) {
        String other =
                kernels.getFirst().reference().map(r -> r.contender().name()).orElse("other");
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "kernel",
                "engine",
                "seconds",
                other + " s",
                "ratio",
                "lowest..highest",
                "instructions",
                "M/s",
                "MiB",
                other + " MiB"));
        for (KernelReport kernel : kernels) {
            kernel.series().forEach(one -> rows.add(row(kernel, one)));
        }
        return rows;
    }

    private static List<String> row(KernelReport kernel, Series one) {
        Optional<Ratio> ratio = kernel.ratio(one);
        return List.of(
                kernel.kernel().name(),
                one.contender().name(),
                fixed(2, kernel.seconds(one)),
                kernel.reference().map(r -> fixed(2, kernel.seconds(r))).orElse(NONE),
                ratio.map(r -> fixed(2, r.ofMedians())).orElse(NONE),
                ratio.map(r -> fixed(2, r.lowest()) + ".." + fixed(2, r.highest()))
                        .orElse(NONE),
                count(one.instructions()),
                speed(one.speed(kernel::seconds)),
                mebibytes(one.peak()),
                kernel.reference().map(r -> mebibytes(r.peak())).orElse(NONE));
    }

    private List<String> means(Group group) {
        List<String> engines = report.of(group).stream()
                .flatMap(k -> k.series().stream().map(one -> one.contender().name()))
                .distinct()
                .toList();
        return engines.stream()
                .filter(engine -> report.ratios(group, engine).size() > 1)
                .map(engine -> "geometric mean of the ratios of " + engine + ": "
                        + fixed(2, Ratio.mean(report.ratios(group, engine))))
                .collect(Collectors.toList());
    }

    private static String fixed(int digits, double value) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }

    private static String speed(OptionalDouble speed) {
        return speed.isPresent() ? fixed(0, speed.getAsDouble()) : NONE;
    }

    private static String count(OptionalLong count) {
        return count.isPresent() ? String.format(Locale.ROOT, "%,d", count.getAsLong()) : NONE;
    }

    private static String mebibytes(OptionalLong bytes) {
        return bytes.isPresent() ? Long.toString(bytes.getAsLong() >> 20) : NONE;
    }
}
