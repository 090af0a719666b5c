package dev.vmkit.tools.cli;

import dev.vmkit.language.codec.Program;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.text.SourceFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A source with the address and the bytes of each line beside it. */
final class ProgramListing {
    private static final int MOST_UNITS_SHOWN = 4;

    private final Isa isa;
    private final SourceFile file;
    private final Program program;

    ProgramListing(Isa isa, SourceFile file, Program program) {
        this.isa = isa;
        this.file = file;
        this.program = program;
    }

    String text() {
        Map<Integer, Program.Line> lines = new HashMap<>();
        program.lines().forEach(line -> lines.putIfAbsent(line.source().line(), line));
        List<String> left = file.content().isEmpty()
                ? List.of()
                : java.util.stream.IntStream.rangeClosed(1, file.lineCount())
                        .mapToObj(n -> Optional.ofNullable(lines.get(n))
                                .map(this::made)
                                .orElse(""))
                        .toList();
        int width = left.stream().mapToInt(String::length).max().orElse(0);
        StringBuilder out = new StringBuilder();
        for (int n = 1; n <= left.size(); n++) {
            String row = left.get(n - 1);
            out.append((row + " ".repeat(width - row.length() + 2) + file.line(n)).stripTrailing())
                    .append('\n');
        }
        return out.toString().stripTrailing() + "\n";
    }

    private String made(Program.Line line) {
        int digits = (isa.model().fetch().addressWidth() + 3) / 4;
        StringBuilder row = new StringBuilder(("%0" + Math.min(digits, 8) + "x ").formatted(line.address()));
        int shown = Math.min(line.units(), MOST_UNITS_SHOWN);
        for (int i = 0; i < shown; i++) {
            row.append(' ').append(unit(line, i));
        }
        return row.append(line.units() > shown ? " ..." : "").toString();
    }

    /** An address unit as hex digits, its bytes in the order of a number. */
    private String unit(Program.Line line, int index) {
        int unitBytes =
                Objects.requireNonNull(isa.model().spaces().get(line.space())).unit() / 8;
        for (Program.Segment segment : program.segments()) {
            long at = (line.address() + index - segment.address()) * unitBytes;
            if (segment.space().equals(line.space()) && at >= 0 && at < segment.bytes().length) {
                return hex(segment.bytes(), (int) at, unitBytes);
            }
        }
        return "--";
    }

    private String hex(byte[] bytes, int at, int count) {
        StringBuilder digits = new StringBuilder();
        boolean big = isa.model().byteOrder() == dev.vmkit.language.isa.ByteOrder.BIG;
        for (int i = 0; i < count; i++) {
            digits.append("%02x".formatted(bytes[at + (big ? i : count - 1 - i)] & 0xFF));
        }
        return digits.toString();
    }
}
