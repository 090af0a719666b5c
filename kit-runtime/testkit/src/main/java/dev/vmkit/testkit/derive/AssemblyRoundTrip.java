package dev.vmkit.testkit.derive;

import dev.vmkit.language.codec.Assembler;
import dev.vmkit.language.codec.Decoding;
import dev.vmkit.language.codec.Disassembler;
import dev.vmkit.language.codec.Encoder;
import dev.vmkit.language.codec.OperandDomain;
import dev.vmkit.language.codec.Program;
import dev.vmkit.language.codec.Symbols;
import dev.vmkit.language.ir.Instruction;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.text.DiagnosticPrinter;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.testkit.report.Case;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** What the disassembler prints assembles to the same bits. Many lines are assembled at once, as one source. */
final class AssemblyRoundTrip {
    private static final String NAME = "what is printed assembles to the same bits";
    private static final int LINES = 2000;

    private final Isa isa;
    private final Encoder encoder;
    private final Disassembler disassembler;
    private final Assembler assembler;
    private final long room;
    private final List<Line> lines = new ArrayList<>();
    private long address;
    private int tried;
    private int byForm;

    /** A printed instruction, and the units it must become. */
    private record Line(String text, long address, long[] units) {}

    private AssemblyRoundTrip(Isa isa) {
        this.isa = isa;
        this.encoder = Encoder.of(isa);
        this.disassembler = Disassembler.of(isa);
        this.assembler = Assembler.of(isa);
        int width = isa.model().fetch().addressWidth();
        this.room = width > 40 ? 1L << 40 : (1L << width) - 16;
    }

    static Case of(Isa isa, Share share) {
        return new AssemblyRoundTrip(isa).run(share);
    }

    private Case run(Share share) {
        long seen = 0;
        for (Instruction instruction : isa.instructions()) {
            Iterator<long[]> values = OperandDomain.of(isa, instruction)
                    .values(IsaTests.SAMPLES, IsaTests.SEED)
                    .iterator();
            for (int n = 0; values.hasNext() && n < LINES; n++) {
                long[] operands = values.next();
                Optional<String> wrong = share.takes(n, seen++) ? add(instruction, operands) : Optional.empty();
                if (wrong.isPresent()) {
                    return Case.failed(NAME, wrong.get());
                }
            }
        }
        return assemble()
                .map(wrong -> Case.failed(NAME, wrong))
                .orElseGet(() -> Case.passed(NAME, tried + " lines, " + byForm + " of them by the name of their form"));
    }

    /** Adds a line; when there are enough, or no room is left, they are assembled. */
    private Optional<String> add(Instruction instruction, long[] operands) {
        long[] units = encoder.encode(instruction, operands);
        Optional<String> wrong = Optional.empty();
        if (lines.size() >= LINES || address + units.length > room) {
            wrong = assemble();
        }
        String text =
                disassembler.print(new Decoding.Decoded(instruction, operands, units.length), address, Symbols.NONE);
        lines.add(new Line(text, address, units));
        address += units.length;
        tried++;
        byForm += text.startsWith(instruction.id())
                        && !instruction.id().equals(instruction.form().mnemonic())
                ? 1
                : 0;
        return wrong;
    }

    /** What is wrong with the lines so far, if anything; then there are none. */
    private Optional<String> assemble() {
        List<Line> batch = List.copyOf(lines);
        lines.clear();
        address = 0;
        String source = String.join(
                        "\n",
                        batch.stream().map(line -> "        " + line.text()).toList()) + "\n";
        Diagnostics diagnostics = new Diagnostics();
        Optional<Program> program = assembler.assemble(new SourceFile("printed", source), diagnostics);
        if (diagnostics.hasErrors() || program.isEmpty()) {
            return Optional.of(
                    DiagnosticPrinter.plain().print(diagnostics.list().subList(0, 1)));
        }
        return batch.isEmpty() ? Optional.empty() : compare(batch, program.get());
    }

    private Optional<String> compare(List<Line> batch, Program program) {
        long[] made = new ProgramUnits(isa, program).all();
        for (Line line : batch) {
            int from = (int) line.address();
            long[] found = Arrays.copyOfRange(made, Math.min(from, made.length), from + line.units().length);
            if (!Arrays.equals(found, line.units())) {
                return Optional.of(
                        "'" + line.text() + "' at 0x" + Long.toHexString(line.address()) + " was printed for "
                                + Arrays.toString(line.units()) + " and assembles to " + Arrays.toString(found));
            }
        }
        return Optional.empty();
    }
}
