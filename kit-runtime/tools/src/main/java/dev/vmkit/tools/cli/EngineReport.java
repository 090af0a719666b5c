package dev.vmkit.tools.cli;

import dev.vmkit.language.yaml.Json;
import dev.vmkit.machine.board.Machine;
import dev.vmkit.machine.hart.EngineStatistics;
import dev.vmkit.machine.hart.PageStatistics;
import dev.vmkit.machine.hart.RegionStatistics;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How a machine's engines executed its instructions: which tier had how many, and what that took. */
final class EngineReport {
    private final long instructions;
    private final EngineStatistics engine;
    private final RegionStatistics regions;
    private final PageStatistics pages;

    private EngineReport(long instructions, EngineStatistics engine) {
        this.instructions = instructions;
        this.engine = engine;
        this.regions = engine.regions();
        this.pages = engine.pages();
    }

    /** All harts together. */
    static EngineReport of(Machine machine) {
        EngineStatistics all = machine.harts().stream()
                .map(named -> named.hart().engine().statistics())
                .reduce(EngineStatistics.NONE, EngineStatistics::plus);
        long instructions =
                machine.harts().stream().mapToLong(h -> h.hart().retired()).sum();
        return new EngineReport(instructions, all);
    }

    private long interpreted() {
        return Math.max(0, instructions - regions.executed());
    }

    /** Lines for people. */
    String text() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("interpreted", interpreted(), share(interpreted()) + "one after another" + forms()));
        rows.add(row("translated", regions.executed(), share(regions.executed()) + "in regions" + entries()));
        if (regions.made() + regions.tooLarge() > 0) {
            rows.add(row(
                    "quickly",
                    regions.quickly(),
                    share(regions.quickly()) + "in quick regions, which are not worth more effort so far"));
            addRegions(rows);
        }
        rows.add(row("page misses", pages.misses(), "%.3f for each 1,000 instructions".formatted(missesOfThousand())));
        rows.add(row("other lookups", pages.unremembered(), "of devices, and of whatever no table of pages can hold"));
        rows.add(row("switches", pages.switches(), "from one address space to another"));
        rows.add(row("flushes", pages.flushes(), "of what is known of pages"));
        return aligned(rows);
    }

    private String forms() {
        return engine.forms() == 0 ? "" : ", by JVM classes of %,d instruction forms".formatted(engine.forms());
    }

    private String entries() {
        return regions.entries() == 0
                ? ""
                : " entered %,d times, for %,d instructions on average"
                        .formatted(regions.entries(), regions.executed() / regions.entries());
    }

    private void addRegions(List<List<String>> rows) {
        rows.add(row(
                "handed over", regions.handedOver(), "times a region was left to have one instruction interpreted"));
        rows.add(row(
                "regions made",
                regions.made(),
                "%,d of them quick, of %,d instructions, in %.3f s"
                        .formatted(regions.quick(), regions.translated(), regions.nanoseconds() / 1e9)));
        rows.add(row("still held", regions.living(), "%,d bytes of JVM code".formatted(regions.bytes())));
        rows.add(row(
                "forgotten",
                regions.overwritten() + regions.evicted() + regions.dropped(),
                "%,d written over, %,d to make room, %,d replaced or of no use; %,d given up as too large"
                        .formatted(regions.overwritten(), regions.evicted(), regions.dropped(), regions.tooLarge())));
    }

    private double missesOfThousand() {
        return pages.misses() * 1_000.0 / Math.max(1, instructions);
    }

    private String share(long some) {
        return "%5.1f %%  ".formatted(some * 100.0 / Math.max(1, instructions));
    }

    private static List<String> row(String name, long count, String text) {
        return List.of(name, "%,d".formatted(count), text);
    }

    /** The numbers end in one column. */
    private static String aligned(List<List<String>> rows) {
        int width = rows.stream().mapToInt(row -> row.get(1).length()).max().orElse(0);
        String format = "  %-14s %" + width + "s  %s";
        return rows.stream()
                .map(row -> format.formatted(row.get(0), row.get(1), row.get(2)))
                .collect(Collectors.joining("\n"));
    }

    /** For scripts. */
    Json json() {
        return Json.object()
                .put("interpreted", interpreted())
                .put("translated", regions.executed())
                .put("forms", engine.forms())
                .put("regions", regionsJson())
                .put("pages", pagesJson())
                .build();
    }

    private Json regionsJson() {
        return Json.object()
                .put("entries", regions.entries())
                .put("handedOver", regions.handedOver())
                .put("quickly", regions.quickly())
                .put("made", regions.made())
                .put("quick", regions.quick())
                .put("instructions", regions.translated())
                .put("nanoseconds", regions.nanoseconds())
                .put("living", regions.living())
                .put("bytes", regions.bytes())
                .put("overwritten", regions.overwritten())
                .put("evicted", regions.evicted())
                .put("dropped", regions.dropped())
                .put("tooLarge", regions.tooLarge())
                .build();
    }

    private Json pagesJson() {
        return Json.object()
                .put("misses", pages.misses())
                .put("unremembered", pages.unremembered())
                .put("switches", pages.switches())
                .put("flushes", pages.flushes())
                .build();
    }
}
