package dev.vmkit.layers.witness;

import dev.vmkit.language.codec.Decoding;
import dev.vmkit.language.ir.Instruction;
import dev.vmkit.language.isa.Privilege;
import dev.vmkit.language.sensitivity.Classes;
import dev.vmkit.language.sensitivity.Verdict;
import dev.vmkit.machine.hart.Hart;
import dev.vmkit.machine.trace.TraceEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * Counts by class what a guest executes without a monitor, and so foretells the exits it would have under one that traps
 * and emulates: {@code machine.trace(symbols, count)}. Each privileged instruction that completes in a higher mode would be
 * an exit, and so would each trap, and each conditional instruction where the monitor's settings make it trap.
 */
public final class NativeCount implements Consumer<TraceEvent> {
    private final Privilege privilege;
    private final Verdict verdict;
    private final IntFunction<Hart> harts;
    private final Map<Instruction, List<Classes>> classes = new IdentityHashMap<>();
    private final Map<String, Long> emulated = new TreeMap<>();
    private final Map<String, Long> conditional = new TreeMap<>();
    private final Map<String, Long> traps = new TreeMap<>();
    private long executed;
    private long interrupts;

    /** @param harts each hart of the machine that is traced, by its number */
    public NativeCount(Privilege privilege, Verdict verdict, IntFunction<Hart> harts) {
        this.privilege = privilege;
        this.verdict = verdict;
        this.harts = harts;
        for (Classes each : verdict.classes()) {
            classes.computeIfAbsent(each.what().instruction(), _ -> new ArrayList<>())
                    .add(each);
        }
    }

    @Override
    public void accept(TraceEvent event) {
        switch (event) {
            case TraceEvent.Executed e -> {
                executed++;
                e.instruction().ifPresent(instruction -> count(instruction, mode(e)));
            }
            case TraceEvent.Trapped t -> {
                executed++;
                traps.merge(t.trap().name(), 1L, Long::sum);
            }
            case TraceEvent.Interrupted _ -> interrupts++;
        }
    }

    private void count(Decoding.Decoded decoded, long mode) {
        Classes its = classes(decoded);
        if (its.isPrivileged() && mode != verdict.pair().low().value()) {
            emulated.merge(its.what().id(), 1L, Long::sum);
        } else if (its.isCritical()) {
            conditional.merge(its.what().id(), 1L, Long::sum);
        }
    }

    /** Those of the operand that it has; those of any other where it has none with a name. */
    private Classes classes(Decoding.Decoded decoded) {
        List<Classes> cases = classes.getOrDefault(decoded.instruction(), List.of());
        return cases.stream()
                .filter(c -> c.what().operand() < 0
                        || c.what().value() == decoded.values()[c.what().operand()])
                .findFirst()
                .orElseGet(cases::getLast);
    }

    /** The mode that the instruction was executed in. */
    private long mode(TraceEvent.Executed event) {
        Privilege.Bits bits = privilege.mode();
        String name = bits.file().names().getFirst();
        long register = event.registers().stream()
                .filter(change -> change.name().equals(name))
                .map(TraceEvent.RegisterChange::before)
                .findFirst()
                .orElseGet(() -> harts.apply(event.hart()).state().get(bits.file(), 0));
        return (register & bits.mask()) >>> bits.range().low();
    }

    /** Instructions executed, those that trapped among them. */
    public long executed() {
        return executed;
    }

    /** Privileged instructions that completed, by the form's id: a monitor would emulate each. */
    public Map<String, Long> emulated() {
        return Collections.unmodifiableMap(emulated);
    }

    /** Instructions that trap under a monitor only if it sets something, by the form's id. */
    public Map<String, Long> conditional() {
        return Collections.unmodifiableMap(conditional);
    }

    /** Traps by name, those of memory among them. */
    public Map<String, Long> traps() {
        return Collections.unmodifiableMap(traps);
    }

    public long interrupts() {
        return interrupts;
    }

    /** The exits foretold under a monitor that sets what the verdict asks for; without interrupts, and without those of its own page tables. */
    public long predictedExits() {
        return sum(emulated) + sum(conditional) + sum(traps);
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
