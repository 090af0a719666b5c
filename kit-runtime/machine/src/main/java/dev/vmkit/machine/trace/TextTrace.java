package dev.vmkit.machine.trace;

import dev.vmkit.machine.trace.TraceEvent.Executed;
import dev.vmkit.machine.trace.TraceEvent.Interrupted;
import dev.vmkit.machine.trace.TraceEvent.MemoryWrite;
import dev.vmkit.machine.trace.TraceEvent.RegisterChange;
import dev.vmkit.machine.trace.TraceEvent.Trapped;
import java.util.StringJoiner;

/** A trace for people: count, address, instruction, and what it changed. */
public final class TextTrace {
    private final int addressDigits;

    /** @param addressWidth bits of an address */
    public TextTrace(int addressWidth) {
        this.addressDigits = Math.min(8, (addressWidth + 3) / 4);
    }

    /** One line, without line end. */
    public String line(TraceEvent event) {
        String head = "%8d  %0" + addressDigits + "x  ";
        return switch (event) {
            case Executed e ->
                (head.formatted(e.count(), e.pc()) + "%-32s %s".formatted(e.text(), changes(e))).stripTrailing();
            case Trapped e ->
                head.formatted(e.count(), e.pc())
                        + "%-32s trap %s(%s)".formatted(e.text(), e.trap().name(), hex(e.value()));
            case Interrupted e ->
                head.formatted(e.count(), e.pc())
                        + "interrupt %d, level %d"
                                .formatted(e.line().number(), e.line().level());
        };
    }

    private static String changes(Executed executed) {
        StringJoiner changes = new StringJoiner(", ");
        for (RegisterChange change : executed.registers()) {
            changes.add(change.name() + ": " + hex(change.before()) + " -> " + hex(change.after()));
        }
        for (MemoryWrite write : executed.memory()) {
            changes.add(write.space() + write.width() + "[" + hex(write.address()) + "] = " + hex(write.value()));
        }
        return changes.toString();
    }

    private static String hex(long value) {
        return "0x" + Long.toHexString(value);
    }
}
