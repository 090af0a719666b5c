package dev.vmkit.testkit.differential;

import dev.vmkit.language.codec.Decoder;
import dev.vmkit.language.codec.Decoding;
import dev.vmkit.language.codec.Disassembler;
import dev.vmkit.language.codec.Symbols;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.isa.RegisterFile;
import java.util.List;
import java.util.stream.Collectors;

/** Writes down where engines part: the program, the state it starts from, what happens to it, and what differs. */
final class ReportWriter {
    private static final int MOST_DIFFERENCES = 20;

    private final Isa isa;
    private final String called;
    private final StringBuilder out = new StringBuilder();

    /**
     * A writer for an instruction set.
     *
     * @param called its name on the command line
     */
    ReportWriter(Isa isa, String called) {
        this.isa = isa;
        this.called = called;
    }

    Finding write(Scenario scenario, Divergence found) {
        line(
                "%s: the engines differ after %d instructions, found by seed %d",
                called, found.before() + found.within(), scenario.seed());
        if (found.within() > 1) {
            line("  the last %d of them ran without a stop; fewer of them make no difference", found.within());
        }
        line("  again: kit fuzz %s --seed %d --cases 1", called, scenario.seed());
        line("");
        List<String> differences = found.differences().stream()
                .limit(MOST_DIFFERENCES)
                .map(Difference::toString)
                .toList();
        differences.forEach(difference -> line("  %s", difference));
        line("");
        listing(scenario.code(), found.pc());
        start(scenario);
        happenings(scenario);
        return new Finding(called, scenario.seed(), differences, out.toString());
    }

    private void listing(Scenario.Code code, long pc) {
        Decoder decoder = Decoder.of(isa);
        Disassembler disassembler = Disassembler.of(isa);
        code.prologue()
                .ifPresent(p -> line(
                        "  after the prologue %s",
                        p.lines().isEmpty()
                                ? ""
                                : p.lines().getFirst().source().file().name()));
        long at = code.origin();
        for (Piece piece : code.pieces()) {
            Decoding decoding =
                    decoder.decode(i -> i < piece.size() ? piece.units().get(i) : 0L);
            String text = decoding instanceof Decoding.Decoded d && d.units() <= piece.size()
                    ? disassembler.print(d, at, Symbols.NONE)
                    : "(no instruction)";
            line("  %s %8x  %-20s %s", pc == at ? ">" : " ", at, hex(piece.units()), text);
            at += piece.size();
        }
        if (pc < code.origin() || pc >= at) {
            line("  > %8x  (elsewhere)", pc);
        }
        line("");
    }

    private static String hex(List<Long> units) {
        return units.stream().map(Long::toHexString).collect(Collectors.joining(" "));
    }

    private void start(Scenario scenario) {
        for (RegisterFile file : isa.model().registers()) {
            for (int i = 0; i < file.count(); i++) {
                long value = scenario.start().registers().get(file.slot() + i) & file.mask();
                if (value != file.reset()) {
                    line("  at the start %s = 0x%x", file.names().get(i), value);
                }
            }
        }
        line(
                "  memory %s",
                scenario.start().memory() == 0
                        ? "of zeros"
                        : "drawn from " + scenario.start().memory());
    }

    private void happenings(Scenario scenario) {
        line("  slices of %s", scenario.slices().budgets());
        scenario.events().forEach(event -> line("  %s", event));
        if (!scenario.stops().breakpoints().isEmpty()) {
            line("  breakpoints at %s", scenario.stops().breakpoints());
        }
        scenario.stops().exits().forEach(trap -> line("  stops at trap %s", trap.name()));
    }

    private void line(String format, Object... values) {
        out.append(values.length == 0 ? format : String.format(format, values).stripTrailing())
                .append('\n');
    }
}
