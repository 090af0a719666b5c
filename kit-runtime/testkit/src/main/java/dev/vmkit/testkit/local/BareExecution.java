package dev.vmkit.testkit.local;

import dev.vmkit.assembly.config.MachineProblem;
import dev.vmkit.language.codec.AsmProblem;
import dev.vmkit.language.codec.Program;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.isa.Space;
import dev.vmkit.language.text.MistakeException;
import dev.vmkit.machine.execute.InterpretEngine;
import dev.vmkit.machine.hart.ExternBinding;
import dev.vmkit.machine.hart.Hart;
import dev.vmkit.machine.hart.Stop;
import dev.vmkit.machine.memory.AddressSpace;
import dev.vmkit.testkit.example.BareExterns;
import dev.vmkit.testkit.example.Places;
import dev.vmkit.testkit.subject.Answer;
import dev.vmkit.testkit.subject.Bits;
import dev.vmkit.testkit.subject.Cell;
import dev.vmkit.testkit.subject.Code;
import dev.vmkit.testkit.subject.Ending;
import dev.vmkit.testkit.subject.Question;
import dev.vmkit.testkit.subject.Start;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A processor with nothing but memory, on which one piece of code after another is executed, each from the state after
 * reset. There is memory at the lowest addresses, and around the code.
 */
final class BareExecution {
    private final Isa isa;
    private final Supplier<Map<String, ExternBinding>> externs;
    private final Map<Long, BareMemory> memories = new HashMap<>();
    private final Map<Long, Hart> harts = new HashMap<>();

    /** @param externs what the plugin has for externs of the instruction set, made anew whenever it is asked */
    BareExecution(Isa isa, Supplier<Map<String, ExternBinding>> externs) {
        this.isa = isa;
        this.externs = externs;
    }

    /** Assembles, or throws a {@link MistakeException}. */
    interface Assembly {
        Program assemble(String source, long origin);
    }

    Answer run(Question.Execute question, Assembly assembly) {
        Space fetch = isa.model().fetch();
        return switch (question.code()) {
            case Code.Units(List<Long> units, long at) -> {
                long origin = at & -1L >>> (Long.SIZE - fetch.addressWidth());
                Hart hart = hart(origin);
                Runnable code = () -> install(hart.space(fetch.name()), units, origin);
                yield run(question, hart, Stretch.of(origin, units.size()), Map.of(), code);
            }
            case Code.Source(String text, long origin) -> {
                Program program = assembly.assemble(text, origin);
                Stretch code = Stretch.of(program, fetch);
                Hart hart = hart(code.start());
                yield run(
                        question,
                        hart,
                        code,
                        program.labels(),
                        () -> program.segments().forEach(s -> install(hart, s)));
            }
        };
    }

    /** One that was used before is as good as new, unless code of the plugin may remember. */
    private Hart hart(long code) {
        long window = BareMemory.window(isa.model().fetch(), code);
        BareMemory memory = memories.computeIfAbsent(window, w -> new BareMemory(isa.model(), w));
        memory.clear();
        Map<String, ExternBinding> brought = externs.get();
        return brought.isEmpty() ? harts.computeIfAbsent(window, _ -> hart(memory, Map.of())) : hart(memory, brought);
    }

    private Hart hart(BareMemory memory, Map<String, ExternBinding> brought) {
        return new Hart(isa, memory.spaces(), BareExterns.of(isa, brought), InterpretEngine::new);
    }

    private static void install(AddressSpace space, List<Long> units, long origin) {
        for (int i = 0; i < units.size(); i++) {
            require("a unit of code", units.get(i), space.unitBits());
            space.store(origin + i & space.mask(), space.unitBits(), units.get(i));
        }
    }

    private static void install(Hart hart, Program.Segment segment) {
        if (!hart.space(segment.space()).install(segment.address(), segment.bytes())) {
            throw MistakeException.of(
                    MachineProblem.OUTSIDE, "there is no memory at 0x" + Long.toHexString(segment.address()), "");
        }
    }

    /** @param install puts the code into memory: nothing that the start has there takes its place */
    private Answer run(Question.Execute question, Hart hart, Stretch code, Map<String, Long> labels, Runnable install) {
        hart.exits(Set.of());
        hart.reset(code.entry());
        Places places = new Places(hart, labels);
        set(question.start(), hart, places);
        install.run();
        if (!question.start().values().keySet().stream()
                .anyMatch(isa.model().pc().name()::equalsIgnoreCase)) {
            hart.state().pc(code.entry());
        }
        hart.reserve();
        hart.timersChanged();
        hart.engine().flush();
        if (question.stopAtTraps()) {
            hart.exits(Set.copyOf(isa.traps()));
        }
        BareMemory memory = java.util.Objects.requireNonNull(
                memories.get(BareMemory.window(isa.model().fetch(), code.start())));
        memory.remember();
        return execute(question, hart, code, places, memory);
    }

    private static void set(Start start, Hart hart, Places places) {
        for (Cell cell : start.cells()) {
            AddressSpace space = hart.space(cell.space());
            require("memory", cell.value(), space.unitBits());
            space.store(cell.address(), space.unitBits(), cell.value());
        }
        start.values().forEach((name, value) -> {
            places.read(name).ifPresent(place -> require("'" + name + "'", value, place.width()));
            if (!places.write(name, value)) {
                throw MistakeException.of(
                        MachineProblem.UNKNOWN_NAME, "the definition has no '" + name + "'", places.hint(name));
            }
        });
    }

    /** Nothing is cut to what there is room for: then something else would run than was written. */
    private static void require(String place, long value, int width) {
        if (!new Bits(0, width).fits(BigInteger.valueOf(value))) {
            throw MistakeException.of(
                    AsmProblem.DATA_RANGE, "0x%x does not fit into %s: %d bits".formatted(value, place, width), "");
        }
    }

    private static Answer execute(
            Question.Execute question, Hart hart, Stretch code, Places places, BareMemory memory) {
        long before = hart.retired();
        Stop stop = new Stop.Budget();
        while (stop instanceof Stop.Budget
                && hart.retired() - before < question.most()
                && code.holds(hart.state().pc())) {
            stop = hart.run(1);
        }
        Ending ending = ending(stop, code.holds(hart.state().pc()));
        return new Answer.Executed(
                ending, detail(stop), hart.retired() - before, values(question.wanted(), places), memory.changes());
    }

    private static Ending ending(Stop stop, boolean inside) {
        return switch (stop) {
            case Stop.Budget _ -> inside ? Ending.LIMIT : Ending.LEFT;
            case Stop.Idle _ -> Ending.IDLE;
            case Stop.Halted _ -> Ending.HALTED;
            case Stop.Trapped _ -> Ending.TRAPPED;
            case Stop.Breakpoint _, Stop.Fault _, Stop.Unhandled _ -> Ending.STUCK;
        };
    }

    private static String detail(Stop stop) {
        return switch (stop) {
            case Stop.Trapped trapped -> trapped.trap().name();
            case Stop.Unhandled trap -> trap.trap().name();
            case Stop.Fault fault -> fault.access().word() + " 0x" + Long.toHexString(fault.target());
            default -> "";
        };
    }

    private static Map<String, Bits> values(List<String> wanted, Places places) {
        Map<String, Bits> values = new LinkedHashMap<>();
        wanted.forEach(name -> places.read(name).ifPresent(bits -> values.put(name, bits)));
        return values;
    }
}
