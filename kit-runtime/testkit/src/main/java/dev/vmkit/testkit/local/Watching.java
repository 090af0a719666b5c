package dev.vmkit.testkit.local;

import dev.vmkit.language.codec.Symbols;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.machine.board.Machine;
import dev.vmkit.machine.trace.TraceEvent;
import dev.vmkit.testkit.subject.Observation;
import dev.vmkit.testkit.subject.Wanted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts traps and notes changes of registers while a machine runs, if that is wanted: it takes time. */
final class Watching {
    private final Set<String> registers;
    private final List<Observation.Write> writes = new ArrayList<>();
    private final Map<String, Long> traps = new TreeMap<>();

    private Watching(Set<String> registers) {
        this.registers = registers;
    }

    static Watching of(Machine machine, Wanted wanted) {
        Watching watching = new Watching(Set.copyOf(wanted.writes()));
        if (wanted.traps()) {
            machine.harts().forEach(each -> watching.expectTraps(each.hart().isa()));
        }
        if (wanted.traps() || !wanted.writes().isEmpty()) {
            machine.trace(Symbols.NONE, watching::see);
        }
        return watching;
    }

    /** Those that there are, so that a count of none is told from a name that means nothing. */
    private void expectTraps(Isa isa) {
        isa.traps().forEach(trap -> traps.put(trap.name(), 0L));
    }

    private void see(TraceEvent event) {
        switch (event) {
            case TraceEvent.Trapped trapped -> traps.merge(trapped.trap().name(), 1L, Long::sum);
            case TraceEvent.Interrupted interrupted ->
                traps.merge("interrupt " + interrupted.line().number(), 1L, Long::sum);
            case TraceEvent.Executed executed -> executed.registers().forEach(this::see);
        }
    }

    private void see(TraceEvent.RegisterChange change) {
        if (registers.contains(change.name()) && writes.size() < Observation.MOST_WRITES) {
            writes.add(new Observation.Write(change.name(), change.after()));
        }
    }

    List<Observation.Write> writes() {
        return writes;
    }

    Map<String, Long> traps() {
        return traps;
    }
}
