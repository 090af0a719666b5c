package dev.vmkit.assembly.assemble;

import dev.vmkit.api.Image;
import dev.vmkit.assembly.assemble.ResolvedProgram.Segment;
import dev.vmkit.assembly.config.LoadConfig;
import dev.vmkit.language.codec.Program;
import dev.vmkit.language.isa.IsaModel;
import dev.vmkit.language.isa.Space;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.Span;
import dev.vmkit.layers.image.ElfMachine;
import dev.vmkit.layers.image.ImageFormats;
import dev.vmkit.layers.image.ImageProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Gives every byte of programs its place, and makes sure that there is memory and nothing else of theirs. */
final class ProgramPlacer {
    private record Placed(String file, Span at, Segment segment) {}

    private final IsaModel model;
    private final Spaces spaces;
    private final List<ResolvedMemory> memory;
    private final Diagnostics diagnostics;
    private final List<Placed> placed = new ArrayList<>();

    ProgramPlacer(IsaModel model, List<ResolvedMemory> memory, Diagnostics diagnostics) {
        this.model = model;
        this.spaces = new Spaces(model, diagnostics);
        this.memory = memory;
        this.diagnostics = diagnostics;
    }

    /** An assembled program. */
    Optional<ResolvedProgram> place(LoadConfig load, String file, Program program) {
        if (!saysItself(load, "assembly says where it goes by '.org'")) {
            return Optional.empty();
        }
        List<Image.Segment> segments = program.segments().stream()
                .filter(s -> s.bytes().length > 0)
                .map(s -> new Image.Segment(s.space(), s.address(), s.bytes(), s.bytes().length))
                .toList();
        return segments(load, segments)
                .map(found -> new ResolvedProgram(
                        file,
                        "asm",
                        found,
                        program.entry(),
                        program.labels(),
                        Optional.of(program),
                        load.file().span()));
    }

    /**
     * A program in a format that an image loader read.
     *
     * @param offset bytes behind the start of memory, if a file without addresses wants to lie there
     */
    Optional<ResolvedProgram> place(LoadConfig load, String file, String format, Image image, OptionalLong offset) {
        if (!forThisMachine(load, image) || !countsOurUnits(load, format)) {
            return Optional.empty();
        }
        return addressed(load, format, image, offset).flatMap(located -> place(load, file, format, located));
    }

    /** A program that says of every segment where it goes. */
    Optional<ResolvedProgram> place(LoadConfig load, String file, String format, Image image) {
        return segments(load, image.segments())
                .map(found -> new ResolvedProgram(
                        file,
                        format,
                        found,
                        image.entry(),
                        image.symbols(),
                        Optional.empty(),
                        load.file().span()));
    }

    /** The image with an address for every segment: the file's own, or that of the machine file, or the usual one. */
    private Optional<Image> addressed(LoadConfig load, String format, Image image, OptionalLong offset) {
        if (image.segments().stream().noneMatch(s -> s.address() == Image.Segment.ANYWHERE)) {
            boolean fits = saysItself(load, "a file of format " + format + " says itself where it goes");
            return fits ? Optional.of(image) : Optional.empty();
        }
        OptionalLong place =
                load.at().isPresent() ? OptionalLong.of(load.at().get().value()) : usualPlace(offset);
        if (place.isEmpty()) {
            report(
                    ImageProblem.ADDRESS,
                    load.file().span(),
                    "a " + format + " file does not say where it goes",
                    "write { file: " + load.file() + ", at: 0x... }");
            return Optional.empty();
        }
        List<Image.Segment> segments = image.segments().stream()
                .map(s -> new Image.Segment(s.space(), place.getAsLong(), s.bytes(), s.size()))
                .toList();
        // Machines that are booted start where the first program lies; others know from their reset where to begin.
        OptionalLong entry = model.boot().isPresent() ? place : image.entry();
        return Optional.of(new Image(image.isa(), segments, entry, image.symbols()));
    }

    /**
     * Where firmware and kernels go on a machine that is booted: to the start of memory, or behind what lies there.
     *
     * @param offset bytes behind the start of memory, if the file wants to lie there
     */
    private OptionalLong usualPlace(OptionalLong offset) {
        String space = spaces.named(Optional.empty()).orElseThrow().name();
        Optional<MainMemory> main = model.boot().flatMap(_ -> MainMemory.of(memory, space));
        if (main.isEmpty()) {
            return OptionalLong.empty();
        }
        long start = main.get().start();
        if (offset.isPresent()) {
            return OptionalLong.of(MainMemory.above(start, MainMemory.LARGE_PAGE) + offset.getAsLong());
        }
        long end = placed.stream()
                .map(Placed::segment)
                .filter(s -> s.space().equals(space))
                .filter(s -> Addresses.overlap(start, main.get().bytes(), s.address(), s.units()))
                .mapToLong(s -> s.address() + s.units())
                .max()
                .orElse(start);
        return OptionalLong.of(end == start ? start : MainMemory.above(end, MainMemory.LARGE_PAGE));
    }

    private boolean saysItself(LoadConfig load, String message) {
        load.at().ifPresent(at -> report(ImageProblem.ADDRESS, at.at(), message, "leave 'at:' out"));
        return load.at().isEmpty();
    }

    private boolean forThisMachine(LoadConfig load, Image image) {
        String ours = model.elf()
                .map(e -> ElfMachine.words(e.machine(), e.width() == 64))
                .orElse("");
        boolean fits = ours.startsWith(image.isa());
        if (!fits) {
            report(
                    ImageProblem.WRONG_MACHINE,
                    load.file().span(),
                    "'" + load.file() + "' is a program for " + image.isa(),
                    ours.isEmpty()
                            ? "'" + model.name() + "' names no ELF files that it runs"
                            : "this machine, '" + model.name() + "', runs those for " + ours);
        }
        return fits;
    }

    private boolean countsOurUnits(LoadConfig load, String format) {
        int unit = model.fetch().unit();
        boolean fits = unit == 8 || !ImageFormats.countsBytes(format);
        if (!fits) {
            report(
                    ImageProblem.UNIT,
                    load.file().span(),
                    format + " counts addresses in bytes, '" + model.name() + "' in units of " + unit + " bits",
                    "");
        }
        return fits;
    }

    /** The segments with their places, or nothing if one of them has none. */
    private Optional<List<Segment>> segments(LoadConfig load, List<Image.Segment> segments) {
        List<Segment> found = new ArrayList<>();
        for (Image.Segment segment : segments) {
            segment(load, segment).ifPresent(found::add);
        }
        return found.size() == segments.size() ? Optional.of(found) : Optional.empty();
    }

    private Optional<Segment> segment(LoadConfig load, Image.Segment segment) {
        Optional<Space> space = spaces.ofSegment(segment.space());
        int unitBytes = space.map(s -> s.unit() / 8).orElse(1);
        if (space.isEmpty() || segment.size() % unitBytes != 0 || segment.size() < segment.bytes().length) {
            report(
                    ImageProblem.UNIT,
                    load.file().span(),
                    "'" + load.file() + "' has a segment of " + segment.size()
                            + " bytes, which is not a whole number of '" + model.name() + "' address units",
                    "");
            return Optional.empty();
        }
        Segment resolved = new Segment(
                space.get().name(), segment.address(), segment.size() / unitBytes, segment.bytes(), segment.size());
        boolean fits = inMemory(load, resolved) && apart(load, resolved);
        placed.add(new Placed(load.file().value(), load.file().span(), resolved));
        return fits ? Optional.of(resolved) : Optional.empty();
    }

    private boolean inMemory(LoadConfig load, Segment segment) {
        boolean inside = new MemoryCover(memory).covers(segment.space(), segment.address(), segment.units());
        if (!inside) {
            String ranges = memory.stream()
                    .filter(m -> m.space().name().equals(segment.space()))
                    .map(m -> m.name() + " " + Addresses.range(m.start(), m.units()))
                    .collect(Collectors.joining(", "));
            report(
                    ImageProblem.OUTSIDE_MEMORY,
                    load.file().span(),
                    "'" + load.file() + "' needs memory at " + Addresses.range(segment.address(), segment.units()),
                    ranges.isEmpty() ? "this machine has none" : "this machine has " + ranges);
        }
        return inside;
    }

    private boolean apart(LoadConfig load, Segment segment) {
        Optional<Placed> other = placed.stream()
                .filter(p -> p.segment().space().equals(segment.space()))
                .filter(p -> Addresses.overlap(
                        p.segment().address(), p.segment().units(), segment.address(), segment.units()))
                .findFirst();
        other.ifPresent(p -> diagnostics.report(
                ImageProblem.OVERLAP,
                load.file().span(),
                "'%s' (%s) overlaps '%s'"
                        .formatted(load.file(), Addresses.range(segment.address(), segment.units()), p.file()),
                "",
                p.at(),
                "'%s' lies at %s"
                        .formatted(
                                p.file(),
                                Addresses.range(
                                        p.segment().address(), p.segment().units()))));
        return other.isEmpty();
    }

    private void report(ImageProblem problem, Span at, String message, String hint) {
        diagnostics.report(problem, at, message, hint);
    }

    /** Whether there is memory at the first instruction's address, which may be anybody's. */
    boolean isMemory(OptionalLong address) {
        String space = spaces.named(Optional.empty()).orElseThrow().name();
        return address.isEmpty() || new MemoryCover(memory).covers(space, address.getAsLong(), 1);
    }
}
