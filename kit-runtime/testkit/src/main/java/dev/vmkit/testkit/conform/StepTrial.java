package dev.vmkit.testkit.conform;

import dev.vmkit.language.isa.Space;
import dev.vmkit.language.text.MistakeException;
import dev.vmkit.machine.hart.Hart;
import dev.vmkit.machine.hart.Stop;
import dev.vmkit.machine.memory.AddressSpace;
import dev.vmkit.machine.memory.Ram;
import dev.vmkit.machine.memory.Region;
import dev.vmkit.testkit.example.Places;
import dev.vmkit.testkit.subject.Bits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A hart on which one vector after another is tried. */
final class StepTrial {
    private final Processor processor;
    private final Map<String, String> names;
    private final boolean cycles;
    private final PortTape tape;
    private final Ram ram;
    private final byte[] zeros;
    private final Hart hart;
    private final Places places;

    /** What came of a vector. */
    sealed interface Verdict {
        /** All is as it says. */
        record Holds() implements Verdict {}

        /** The definition has no such instruction. */
        record Unknown() implements Verdict {}

        /** Something is not. */
        record Differs(String instruction, List<String> differences) implements Verdict {}
    }

    StepTrial(Processor processor, Settings settings) {
        this.processor = processor;
        this.names = names(settings.text("names"));
        this.cycles = settings.flag("cycles");
        Space ports = processor.isa().model().spaces().get(settings.text("ports"));
        this.tape = new PortTape(ports == null ? 1 : 1L << Math.min(ports.addressWidth(), Long.SIZE - 2));
        this.ram = Processor.ram(processor.isa().model().fetch());
        this.zeros = new byte[ram.length()];
        Map<String, Map<Long, Region>> spaces = new HashMap<>(Map.of(processor.memory(), Map.of(0L, ram)));
        if (ports != null) {
            spaces.put(ports.name(), Map.of(0L, tape));
        }
        this.hart = processor.hart(spaces);
        this.places = new Places(hart, Map.of());
    }

    private static Map<String, String> names(String written) {
        Map<String, String> names = new HashMap<>();
        for (String one : written.isEmpty() ? new String[0] : written.split(",", -1)) {
            int equals = one.indexOf('=');
            if (equals < 0) {
                throw Settings.mistake("'names' is NAME=PLACE,NAME=PLACE...; '" + one + "' is not", "");
            }
            names.put(
                    one.substring(0, equals).strip(), one.substring(equals + 1).strip());
        }
        return names;
    }

    Verdict run(Vector vector) {
        prepare(vector);
        long start = hart.state().pc();
        if (processor.instruction(hart, start).isEmpty()) {
            forget(vector);
            return new Verdict.Unknown();
        }
        String instruction = "";
        long retired = hart.retired();
        long before = hart.cycles();
        Stop stop = hart.run(1);
        List<String> differences = new ArrayList<>();
        if (hart.retired() == retired) {
            differences.add(stop.message());
        }
        compareRegisters(vector.after(), differences);
        compareMemory(vector, differences);
        if (cycles && vector.cycles().isPresent()) {
            compare("cycles", vector.cycles().getAsLong(), hart.cycles() - before, differences);
        }
        if (!tape.done().equals(vector.ports())) {
            differences.add("ports: expected " + vector.ports() + ", found " + tape.done());
        }
        if (!differences.isEmpty()) {
            vector.before().memory().forEach(this::store);
            instruction = processor.shown(hart, start);
        }
        forget(vector);
        return differences.isEmpty() ? new Verdict.Holds() : new Verdict.Differs(instruction, differences);
    }

    private void prepare(Vector vector) {
        hart.reset();
        vector.before().registers().forEach((name, value) -> {
            String place = names.getOrDefault(name, name);
            if (!place.isEmpty() && !places.write(place, value)) {
                throw unknown(name, place);
            }
        });
        vector.before().memory().forEach(this::store);
        tape.expect(vector.ports());
        hart.engine().flush();
    }

    private MistakeException unknown(String name, String place) {
        return MistakeException.of(
                ConformProblem.NAME,
                "the material's '" + name + "' stands for nothing in "
                        + processor.isa().name(),
                places.hint(place) + "; --set names=" + name + "=PLACE says what it stands for, --set names=" + name
                        + "= that it does not matter");
    }

    private void store(long address, long value) {
        AddressSpace memory = hart.space(processor.memory());
        if (address != (address & memory.mask()) || address >= ram.size()) {
            throw MistakeException.of(
                    ConformProblem.MATERIAL, "there is no memory at 0x" + Long.toHexString(address), "");
        }
        memory.store(address, memory.unitBits(), value);
    }

    private void compareRegisters(Vector.Situation after, List<String> differences) {
        after.registers().forEach((name, wanted) -> {
            String place = names.getOrDefault(name, name);
            Optional<Bits> found = place.isEmpty() ? Optional.empty() : places.read(place);
            found.ifPresent(bits -> compare(name, wanted, bits.value(), differences));
            if (found.isEmpty() && !place.isEmpty()) {
                throw unknown(name, place);
            }
        });
    }

    /** What the vector says is there, and nothing else was written. */
    private void compareMemory(Vector vector, List<String> differences) {
        AddressSpace memory = hart.space(processor.memory());
        vector.after()
                .memory()
                .forEach((address, wanted) -> compare(
                        "mem[0x" + Long.toHexString(address) + "]",
                        wanted,
                        memory.load(address, memory.unitBits()),
                        differences));
        forget(vector);
        int other = Arrays.mismatch(ram.bytes(), 0, ram.length(), zeros, 0, zeros.length);
        if (other >= 0) {
            int unit = other / ram.unitBytes();
            differences.add("mem[0x" + Integer.toHexString(unit) + "]: is written, and must not be");
            Arrays.fill(ram.bytes(), (byte) 0);
        }
    }

    /** Memory is zero again where the vector says something of it. */
    private void forget(Vector vector) {
        vector.before().memory().keySet().forEach(address -> store(address, 0));
        vector.after().memory().keySet().forEach(address -> store(address, 0));
    }

    private static void compare(String what, long wanted, long found, List<String> differences) {
        if (wanted != found) {
            differences.add(what + ": expected 0x" + Long.toHexString(wanted) + ", found 0x" + Long.toHexString(found));
        }
    }
}
