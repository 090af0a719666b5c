package dev.vmkit.language.codec;

import dev.vmkit.language.isa.ByteOrder;
import dev.vmkit.language.isa.Space;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.Span;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what statements put into memory. Statements that follow each other without a gap become one segment. */
final class SegmentsBuilder {
    /** Units written at once where all are the same. */
    private static final int BLOCK = 8192;

    private final ByteOrder order;
    private final List<Chunk> chunks = new ArrayList<>();
    private final List<Program.Line> lines = new ArrayList<>();

    SegmentsBuilder(ByteOrder order) {
        this.order = order;
    }

    /** Bytes that follow each other. */
    private record Chunk(Space space, long start, ByteArrayOutputStream bytes) {
        long end() {
            return start + bytes.size() / (space.unit() / 8);
        }
    }

    /** Adds what a statement made; {@code units} holds address units, each zero-extended. */
    void add(Space space, long address, long[] units, boolean instruction, Span source) {
        if (units.length == 0) {
            return;
        }
        Chunk chunk = chunkAt(space, address);
        for (long unit : units) {
            write(unit, space.unit() / 8, chunk.bytes());
        }
        lines.add(new Program.Line(space.name(), address, units.length, instruction, source));
    }

    /** Adds what a statement made that is the same unit {@code count} times. */
    void add(Space space, long address, long count, long unit, Span source) {
        if (count == 0) {
            return;
        }
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        for (long i = 0; i < Math.min(count, BLOCK); i++) {
            write(unit, space.unit() / 8, block);
        }
        Chunk chunk = chunkAt(space, address);
        for (long left = count; left > 0; left -= BLOCK) {
            int bytes = (int) Math.min(left, BLOCK) * space.unit() / 8;
            chunk.bytes().write(block.toByteArray(), 0, bytes);
        }
        lines.add(new Program.Line(space.name(), address, (int) count, false, source));
    }

    private Chunk chunkAt(Space space, long address) {
        if (chunks.isEmpty()
                || !chunks.getLast().space().equals(space)
                || chunks.getLast().end() != address) {
            chunks.add(new Chunk(space, address, new ByteArrayOutputStream()));
        }
        return chunks.getLast();
    }

    private void write(long unit, int bytes, ByteArrayOutputStream to) {
        for (int i = 0; i < bytes; i++) {
            int place = order == ByteOrder.LITTLE ? i : bytes - 1 - i;
            to.write((int) (unit >>> 8 * place));
        }
    }

    /** Reports statements that lie over each other; of two runs of statements the first that collide. */
    void checkOverlaps(Diagnostics diagnostics) {
        List<Program.Line> sorted = lines();
        for (int i = 1; i < sorted.size(); i++) {
            Program.Line before = sorted.get(i - 1);
            Program.Line line = sorted.get(i);
            if (before.space().equals(line.space()) && line.address() - before.address() < before.units()) {
                boolean inOrder = before.source().start() <= line.source().start();
                Span first = inOrder ? before.source() : line.source();
                Span second = inOrder ? line.source() : before.source();
                diagnostics.report(
                        AsmProblem.OVERLAP,
                        second,
                        "address 0x" + Long.toHexString(line.address()) + " is taken already",
                        "",
                        first,
                        "by this");
                return;
            }
        }
    }

    /** In the order of spaces and addresses. */
    List<Program.Line> lines() {
        List<Program.Line> sorted = new ArrayList<>(lines);
        sorted.sort(
                Comparator.comparing(Program.Line::space).thenComparing(Program.Line::address, Long::compareUnsigned));
        return sorted;
    }

    List<Program.Segment> segments() {
        return chunks.stream()
                .sorted(Comparator.comparing((Chunk c) -> c.space().name())
                        .thenComparing(Chunk::start, Long::compareUnsigned))
                .map(c -> new Program.Segment(
                        c.space().name(), c.start(), c.bytes().toByteArray()))
                .toList();
    }
}
