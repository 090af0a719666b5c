package dev.vmkit.testkit.differential;

import dev.vmkit.language.isa.RegisterFile;
import dev.vmkit.machine.hart.Hart;
import dev.vmkit.machine.memory.AddressSpace;
import dev.vmkit.machine.memory.Mapping;
import dev.vmkit.machine.memory.Ram;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A place in which two harts differ.
 *
 * @param expected, actual what the first and the second engine left there
 */
record Difference(String place, String expected, String actual) {
    private static final int MOST_BYTES = 8;

    /**
     * All places, but only the first few bytes of a memory.
     *
     * @param memory whether memory is looked at, which takes much longer than all the rest
     */
    static List<Difference> between(Subject a, Subject b, boolean memory) {
        List<Difference> all = new ArrayList<>();
        counters(a.hart(), b.hart(), all);
        registers(a.hart(), b.hart(), all);
        for (String space : a.spaces()) {
            devices(space, a, b, all);
            if (memory) {
                memory(a.memory(space), b.memory(space), all);
            }
        }
        add("what externs were told", a.externs().digest(), b.externs().digest(), all);
        return all;
    }

    private static void counters(Hart a, Hart b, List<Difference> all) {
        add("instructions", a.retired(), b.retired(), all);
        add("cycles", a.cycles(), b.cycles(), all);
        add("halted", a.halted(), b.halted(), all);
        add("waiting", a.waiting(), b.waiting(), all);
        add(
                "raised lines",
                List.copyOf(a.lines().raised()),
                List.copyOf(b.lines().raised()),
                all);
    }

    private static void registers(Hart a, Hart b, List<Difference> all) {
        if (Arrays.equals(a.state().slots(), b.state().slots())) {
            return;
        }
        for (RegisterFile file : a.isa().model().registers()) {
            for (int i = 0; i < file.count(); i++) {
                add(
                        file.names().get(i),
                        hex(a.state().get(file, i)),
                        hex(b.state().get(file, i)),
                        all);
            }
        }
    }

    private static void devices(String space, Subject a, Subject b, List<Difference> all) {
        ProbeDevice one = a.device(space);
        ProbeDevice other = b.device(space);
        add("accesses to the device in " + space, one.accesses(), other.accesses(), all);
        add("digest of the device in " + space, hex(one.digest()), hex(other.digest()), all);
    }

    private static void memory(AddressSpace a, AddressSpace b, List<Difference> all) {
        for (int i = 0; i < a.mappings().size(); i++) {
            Mapping mapping = a.mappings().get(i);
            if (mapping.region() instanceof Ram one && b.mappings().get(i).region() instanceof Ram other) {
                bytes(a.name(), mapping.start(), one, other, all);
            }
        }
    }

    private static void bytes(String space, long start, Ram a, Ram b, List<Difference> all) {
        int from = 0;
        for (int n = 0; n < MOST_BYTES; n++) {
            int found = Arrays.mismatch(a.bytes(), from, a.length(), b.bytes(), from, b.length());
            if (found < 0) {
                return;
            }
            int at = from + found;
            String part = a.unitBytes() == 1 ? "" : ", byte " + at % a.unitBytes();
            add(
                    space + "[" + hex(start + at / a.unitBytes()) + "]" + part,
                    hex(a.bytes()[at] & 0xFF),
                    hex(b.bytes()[at] & 0xFF),
                    all);
            from = at + 1;
        }
    }

    private static void add(String place, Object expected, Object actual, List<Difference> all) {
        if (!expected.equals(actual)) {
            all.add(new Difference(place, expected.toString(), actual.toString()));
        }
    }

    private static String hex(long number) {
        return "0x" + Long.toHexString(number);
    }

    @Override
    public String toString() {
        return place + ": expected " + expected + ", found " + actual;
    }
}
