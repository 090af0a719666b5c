package dev.vmkit.layers.witness;

import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.ir.Operations;
import dev.vmkit.language.isa.BitRange;
import dev.vmkit.language.isa.Privilege;
import dev.vmkit.language.isa.StateKind;
import dev.vmkit.language.sensitivity.StateNames;
import dev.vmkit.layers.witness.Ending.Completed;
import dev.vmkit.layers.witness.Ending.Trapped;
import dev.vmkit.layers.witness.Registers.Register;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A witness in the words of the field: the state, what the instruction does in it, and where the other run differs. */
final class Story {
    private static final int MOST_CHANGES = 6;

    private final Isa isa;
    private final Privilege privilege;
    private final Witness witness;
    private final Bench bench;

    Story(Isa isa, Witness witness) {
        this.isa = isa;
        this.privilege = isa.model().privilege().orElseThrow();
        this.witness = witness;
        this.bench = new Bench(isa);
    }

    /** A line for the state both runs have in common, and one for each run. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        String common = common();
        if (!common.isEmpty()) {
            lines.add("with " + common);
        }
        for (Witness.Run run : witness.runs()) {
            lines.add("in " + run.mode() + own(run) + ": " + outcome(run));
        }
        return lines;
    }

    /** What is out of the ordinary in all runs. */
    private String common() {
        List<String> parts = new ArrayList<>();
        for (Map.Entry<String, Long> each : witness.first().start().registers().entrySet()) {
            if (witness.runs().stream().allMatch(run -> holds(run, each.getKey(), each.getValue()))) {
                parts.addAll(values(each.getKey(), each.getValue()));
            }
        }
        long memory = witness.first().start().memory();
        if (memory != 0) {
            parts.add("every word of memory " + hex(memory));
        }
        return String.join(", ", parts);
    }

    private static boolean holds(Witness.Run run, String register, long value) {
        return Long.valueOf(value).equals(run.start().registers().get(register));
    }

    /** What differs from the other run, besides the mode. */
    private String own(Witness.Run run) {
        if (witness.second().isEmpty()) {
            return "";
        }
        List<String> parts = new ArrayList<>();
        for (Register register : bench.registers().all()) {
            long mode = privilege.bits(register.file(), StateKind.MODE);
            List<Long> values = witness.runs().stream()
                    .map(r -> r.start().registers().getOrDefault(register.name(), register.reset()) & ~mode)
                    .distinct()
                    .toList();
            if (values.size() > 1) {
                parts.addAll(values(
                        register.name(), run.start().registers().getOrDefault(register.name(), register.reset())));
            }
        }
        if (witness.runs().stream().map(r -> r.start().clock()).distinct().count() > 1) {
            parts.add("the time " + run.start().clock());
        }
        return parts.isEmpty() ? "" : " with " + String.join(", ", parts);
    }

    /** A register as its fields that are not 0, where it has any, but for the mode. */
    private List<String> values(String name, long value) {
        Register register = bench.registers().named(name);
        long mode = privilege.bits(register.file(), StateKind.MODE);
        if (register.file().fields().isEmpty()) {
            return mode == register.file().mask() ? List.of() : List.of(name + " = " + hex(value));
        }
        List<String> parts = new ArrayList<>();
        long rest = value & ~mode;
        for (Map.Entry<String, BitRange> field : register.file().fields().entrySet()) {
            BitRange range = field.getValue();
            long bits = Operations.extract(rest, range.low(), range.width());
            if (bits != 0) {
                parts.add(name + "." + field.getKey() + " = " + hex(bits));
            }
            rest = Operations.insert(rest, range.low(), range.width(), 0);
        }
        if (rest != 0 || parts.isEmpty() && mode == 0) {
            parts.add(parts.isEmpty() ? name + " = " + hex(value) : "other bits of " + name + " = " + hex(rest));
        }
        return parts;
    }

    private String outcome(Witness.Run run) {
        return switch (run.ending()) {
            case Trapped t -> "it traps, " + t.trap();
            case Completed c -> {
                List<String> parts = new ArrayList<>();
                witness.shown().forEach(name -> parts.addAll(shown(name, run, c)));
                yield parts.isEmpty() ? "it completes" : String.join(", ", parts);
            }
            case Ending.MemoryFault _ -> "memory refuses the access";
            case Ending.NotRun _ -> "it does not run";
        };
    }

    /** What became of the state that the witness shows something by. */
    private List<String> shown(String name, Witness.Run run, Completed end) {
        return switch (name) {
            case StateNames.MEMORY -> bench.writes(run.start());
            case StateNames.ONWARD -> List.of(onward(end));
            case StateNames.TRANSLATIONS ->
                List.of(end.flushes() ? "translations are forgotten" : "no translations are forgotten");
            case StateNames.WAITING -> List.of(end.waits() ? "it waits for an interrupt" : "it does not wait");
            case StateNames.HALTING -> List.of(end.halts() ? "the processor halts" : "the processor does not halt");
            default -> registers(name, run, end);
        };
    }

    private String onward(Completed end) {
        String where = "it goes on at " + hex(end.slots()[isa.model().pc().slot()]);
        return end.waits() ? where + " after an interrupt" : end.halts() ? "the processor halts" : where;
    }

    private List<String> registers(String name, Witness.Run run, Completed end) {
        long[] before = bench.slots(run.start());
        List<String> parts = new ArrayList<>();
        for (Register register : bench.registers().all()) {
            Optional<BitRange> range = register.part(name);
            if (range.isPresent()) {
                long old = Operations.extract(
                        before[register.slot()], range.get().low(), range.get().width());
                long now = Operations.extract(
                        end.slots()[register.slot()],
                        range.get().low(),
                        range.get().width());
                boolean single = register.file().count() == 1;
                if (single || old != now) {
                    parts.add(change(single ? name : register.name(), old, now));
                }
            }
        }
        return parts.stream().limit(MOST_CHANGES).toList();
    }

    private String change(String name, long old, long now) {
        return old == now
                ? name + " stays " + named(name, old)
                : name + " goes from " + named(name, old) + " to " + named(name, now);
    }

    /** The value; a mode by its name. */
    private String named(String name, long value) {
        return privilege.modes().stream()
                .filter(mode -> name.equals(privilege.mode().name()) && mode.value() == value)
                .map(Privilege.Mode::name)
                .findFirst()
                .orElse(hex(value));
    }

    private static String hex(long value) {
        return value >= 0 && value < 10 ? Long.toString(value) : "0x" + Long.toHexString(value);
    }
}
