package dev.vmkit.assembly.timeshare;

import dev.vmkit.api.TaskInfo;
import dev.vmkit.assembly.assemble.ResolvedMemory;
import dev.vmkit.assembly.assemble.ResolvedProgram;
import dev.vmkit.assembly.config.Located;
import dev.vmkit.assembly.config.MachineProblem;
import dev.vmkit.assembly.config.TimesharingConfig.ProgramConfig;
import dev.vmkit.assembly.timeshare.ResolvedTimesharing.ResolvedUserProgram;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.Text;
import dev.vmkit.layers.timeshare.Core;
import java.util.List;
import java.util.Optional;

/** Lays programs out in memory of their own, which begins where their first page does, and checks that they fit into core. */
final class UserProgramLayout {
    private final ResolvedMemory memory;
    private final Located<Long> core;
    private final Diagnostics diagnostics;
    private final int wordBytes;
    private final long page;

    UserProgramLayout(ResolvedMemory memory, Located<Long> core, Diagnostics diagnostics) {
        this.memory = memory;
        this.core = core;
        this.diagnostics = diagnostics;
        this.wordBytes = memory.space().unit() / 8;
        this.page = Core.pageWords(wordBytes);
        if (core() > memory.units() / page * page) {
            diagnostics.report(
                    MachineProblem.TIMESHARE,
                    core.at(),
                    "'" + memory.name() + "' has " + memory.units() / page * page + " words in whole pages of " + page);
        }
    }

    /** Words of the core, whole pages. */
    long core() {
        return pages(core.value());
    }

    private long pages(long words) {
        return Core.pages(words, page);
    }

    Optional<ResolvedUserProgram> image(ProgramConfig program, ResolvedProgram code, TaskInfo task) {
        List<ResolvedProgram.Segment> segments = code.segments().stream()
                .filter(segment -> segment.space().equals(memory.space().name()))
                .toList();
        if (segments.isEmpty()) {
            diagnostics.report(
                    MachineProblem.TIMESHARE, program.load().file().span(), "the program has nothing in memory");
            return Optional.empty();
        }
        long origin = segments.stream()
                        .mapToLong(ResolvedProgram.Segment::address)
                        .min()
                        .orElseThrow()
                & -page;
        long extent = segments.stream()
                .mapToLong(segment -> segment.address() + segment.units() - origin)
                .max()
                .orElseThrow();
        long size = pages(Math.max(extent, program.memory().map(Located::value).orElse(0L)));
        if (size > core()) {
            diagnostics.report(
                    MachineProblem.TIMESHARE,
                    program.memory()
                            .map(Located::at)
                            .orElse(program.load().file().span()),
                    "'" + program.name() + "' needs " + size + " words, the core has " + core());
            return Optional.empty();
        }
        byte[] bytes = new byte[Math.toIntExact(size * wordBytes)];
        for (ResolvedProgram.Segment segment : segments) {
            int at = Math.toIntExact((segment.address() - origin) * wordBytes);
            System.arraycopy(segment.bytes(), 0, bytes, at, segment.bytes().length);
        }
        return Optional.of(new ResolvedUserProgram(
                task.withSize(size),
                origin,
                code.entry().orElse(segments.getFirst().address()),
                bytes,
                program.types().stream().map(Text::value).toList(),
                program.thinks()));
    }
}
