package dev.vmkit.machine.trace;

import dev.vmkit.language.codec.Decoding;
import dev.vmkit.language.codec.Disassembler;
import dev.vmkit.language.codec.Symbols;
import dev.vmkit.language.isa.RegisterFile;
import dev.vmkit.machine.hart.Hart;
import dev.vmkit.machine.hart.Stop;
import dev.vmkit.machine.trace.TraceEvent.RegisterChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Runs a hart one instruction at a time and tells what each did. State and counts are the same as without: traps and
 * interrupts are only looked at before they are taken.
 */
public final class Tracer {
    private final Hart hart;
    private final int number;
    private final Symbols symbols;
    private final Consumer<TraceEvent> reader;
    private final Disassembler disassembler;
    private final WriteLog writes;
    private final long[] before;

    /** @param number of the hart, from 0 */
    public Tracer(Hart hart, int number, Symbols symbols, Consumer<TraceEvent> reader) {
        this.hart = hart;
        this.number = number;
        this.symbols = symbols;
        this.reader = reader;
        this.disassembler = Disassembler.of(hart.isa());
        this.writes = new WriteLog(hart);
        this.before = new long[hart.state().slots().length];
        hart.exits(Set.copyOf(hart.isa().traps()));
    }

    /** Executes one instruction, after taking an interrupt if one is due. */
    public Stop step() {
        long interrupted = hart.state().pc();
        hart.engine()
                .interrupt()
                .ifPresent(
                        line -> reader.accept(new TraceEvent.Interrupted(number, hart.retired(), interrupted, line)));
        long pc = hart.state().pc();
        long count = hart.retired();
        Optional<Decoding.Decoded> instruction = hart.engine()
                .decode(pc)
                .filter(Decoding.Decoded.class::isInstance)
                .map(Decoding.Decoded.class::cast);
        String text = instruction
                .map(decoded -> disassembler.print(decoded, pc, symbols))
                .orElse("(no instruction)");
        System.arraycopy(hart.state().slots(), 0, before, 0, before.length);
        writes.clear();
        Stop stop = hart.run(1);
        if (stop instanceof Stop.Trapped(var trap, long value, long _)) {
            reader.accept(new TraceEvent.Trapped(number, count, pc, instruction, text, trap, value));
            return hart.take(trap, value).orElse(new Stop.Budget());
        }
        if (hart.retired() > count) {
            reader.accept(new TraceEvent.Executed(number, count, pc, instruction, text, changes(), writes.list()));
        }
        return stop;
    }

    private List<RegisterChange> changes() {
        List<RegisterChange> changes = new ArrayList<>();
        long[] after = hart.state().slots();
        for (RegisterFile file : hart.isa().model().registers()) {
            for (int i = 0; i < file.count() && !file.isPc(); i++) {
                int slot = file.slot() + i;
                if (before[slot] != after[slot]) {
                    changes.add(new RegisterChange(file.names().get(i), file.width(), before[slot], after[slot]));
                }
            }
        }
        return changes;
    }
}
