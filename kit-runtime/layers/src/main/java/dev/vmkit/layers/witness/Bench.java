package dev.vmkit.layers.witness;

import dev.vmkit.api.Clock;
import dev.vmkit.api.StateTree;
import dev.vmkit.api.Timer;
import dev.vmkit.language.ir.Extern;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.isa.Space;
import dev.vmkit.language.sensitivity.MemoryTraps;
import dev.vmkit.machine.execute.InterpretEngine;
import dev.vmkit.machine.hart.Engine;
import dev.vmkit.machine.hart.ExternBinding;
import dev.vmkit.machine.hart.Hart;
import dev.vmkit.machine.hart.HartContext;
import dev.vmkit.machine.hart.Stop;
import dev.vmkit.machine.memory.Access;
import dev.vmkit.machine.memory.AddressSpace;
import dev.vmkit.machine.memory.Bytes;
import dev.vmkit.machine.memory.Mapping;
import dev.vmkit.machine.memory.Ram;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** A hart with a little memory, on which single instructions run from any state. */
final class Bench {
    private static final int MOST_UNITS = 1 << 14;
    private static final int MOST_WRITES = 4;

    private final Isa isa;
    private final Registers registers;
    private final Set<String> memoryTraps;
    private final Time time = new Time();
    private final Hart hart;
    private final StateTree rest;
    private final long pc;
    private final int wordBits;

    Bench(Isa isa) {
        this.isa = isa;
        this.registers = new Registers(isa.model());
        this.memoryTraps = MemoryTraps.of(isa);
        this.hart = new Hart(isa, memory(isa), devices(isa), InterpretEngine::new, new HartContext(0, time));
        hart.exits(Set.copyOf(isa.traps()));
        this.rest = hart.save();
        this.pc = units(isa.model().fetch()) / 2 & -16;
        this.wordBits = Math.max(
                isa.model().fetch().unit(),
                Integer.highestOneBit(isa.model().pc().width()));
    }

    private static Map<String, AddressSpace> memory(Isa isa) {
        Map<String, AddressSpace> spaces = new HashMap<>();
        for (Space space : isa.model().spaces().values()) {
            if (space.over().isEmpty()) {
                AddressSpace memory = AddressSpace.of(isa.model(), space);
                memory.map(0, new Ram(units(isa, space), space.unit() / 8, true));
                spaces.put(space.name(), memory);
            }
        }
        return spaces;
    }

    /** All of a small space, so that no address of it is without memory; and enough below one that is over another. */
    private static long units(Isa isa, Space space) {
        return isa.model().spaces().values().stream()
                .filter(s -> s == space || s.over().equals(Optional.of(space.name())))
                .mapToLong(Bench::units)
                .max()
                .orElseThrow();
    }

    private static long units(Space space) {
        return space.addressWidth() <= 16 ? 1L << space.addressWidth() : MOST_UNITS;
    }

    private static Map<String, ExternBinding> devices(Isa isa) {
        Map<String, ExternBinding> devices = new HashMap<>();
        for (Extern extern : isa.externs().values()) {
            if (!extern.declaration().device().equals("cpu")) {
                devices.put(extern.name(), arguments -> 0);
            }
        }
        return devices;
    }

    Isa isa() {
        return isa;
    }

    Registers registers() {
        return registers;
    }

    /** Where the instruction lies. */
    long pc() {
        return pc;
    }

    /** How many bits the words have that memory is filled with. */
    int wordBits() {
        return wordBits;
    }

    /** How many units of the space of instructions there are, from address 0 on. */
    long units() {
        return units(isa.model().fetch());
    }

    /** Runs the instruction from the state. */
    Ending run(Start start) {
        load(start);
        if (isElsewhere(start) || hart.engine().interrupt().isPresent()) {
            return new Ending.NotRun();
        }
        long before = hart.retired();
        long flushes = hart.engine().statistics().pages().flushes();
        Stop stop = hart.run(1);
        return switch (stop) {
            case Stop.Trapped(var trap, long value, long _) ->
                memoryTraps.contains(trap.name())
                        ? new Ending.MemoryFault(trap.name())
                        : new Ending.Trapped(trap.name(), value);
            case Stop.Fault _, Stop.Unhandled _ -> new Ending.MemoryFault("");
            default ->
                hart.retired() == before
                        ? new Ending.NotRun()
                        : new Ending.Completed(
                                Arrays.copyOf(hart.state().slots(), isa.model().slots()),
                                memoryHash(),
                                hart.waiting(),
                                hart.halted(),
                                hart.engine().statistics().pages().flushes() > flushes);
        };
    }

    /** Whether the state's translation has the hart fetch something else than the instruction. */
    private boolean isElsewhere(Start start) {
        Space space = isa.model().fetch();
        if (space.translate().isEmpty()) {
            return false;
        }
        for (int i = 0; i < start.code().size(); i++) {
            long address = pc + i;
            Optional<Engine.Translated> found = hart.engine().translate(space, Access.FETCH, address);
            if (found.isPresent() && found.get().physical() != address) {
                return true;
            }
        }
        return false;
    }

    /** The physical address behind an address in that state, if the access is not refused. */
    OptionalLong translate(Start start, Access access, long address) {
        load(start);
        Optional<Engine.Translated> found = hart.engine().translate(isa.model().fetch(), access, address);
        return found.isPresent() ? OptionalLong.of(found.get().physical()) : OptionalLong.empty();
    }

    /** The registers as the instruction finds them, the program counter among them. */
    long[] slots(Start start) {
        long[] slots = new long[isa.model().slots()];
        for (Registers.Register register : registers.all()) {
            slots[register.slot()] = register.reset();
        }
        start.registers()
                .forEach((name, value) -> slots[registers.named(name).slot()] =
                        registers.named(name).cut(value));
        slots[isa.model().pc().slot()] = pc;
        return slots;
    }

    private void load(Start start) {
        hart.load(rest.with("retired", start.clock()).with("cycles", start.clock()));
        time.time = start.clock();
        long[] slots = slots(start);
        System.arraycopy(slots, 0, hart.state().slots(), 0, slots.length);
        for (Map.Entry<String, Ram> memory : rams().entrySet()) {
            fill(memory.getValue(), start.memory(), hart.space(memory.getKey()).big());
        }
        AddressSpace code = hart.space(isa.model().fetch().name());
        for (int i = 0; i < start.code().size(); i++) {
            code.store(pc + i, code.unitBits(), start.code().get(i));
        }
        hart.engine().flush();
    }

    private Map<String, Ram> rams() {
        Map<String, Ram> rams = new LinkedHashMap<>();
        for (Space space : isa.model().spaces().values()) {
            List<Mapping> mappings = hart.space(space.name()).mappings();
            if (space.over().isEmpty() && mappings.getFirst().region() instanceof Ram ram) {
                rams.put(space.name(), ram);
            }
        }
        return rams;
    }

    /** Puts the word into the first place, and then as many as there are already into as many more. */
    private void fill(Ram ram, long word, boolean big) {
        int done = Math.min(wordBits / 8, ram.length());
        Bytes.set(ram.bytes(), 0, 8 * done, big, word);
        while (done < ram.length()) {
            int more = Math.min(done, ram.length() - done);
            System.arraycopy(ram.bytes(), 0, ram.bytes(), done, more);
            done += more;
        }
    }

    /** What the instruction writes to memory that was not there before, in words. */
    List<String> writes(Start start) {
        load(start);
        Map<String, byte[]> before = new LinkedHashMap<>();
        rams().forEach((name, ram) -> before.put(name, content(ram)));
        run(start);
        List<String> writes = new ArrayList<>();
        before.forEach((name, bytes) -> differences(hart.space(name), bytes, content(ram(name)), writes));
        return writes;
    }

    private static byte[] content(Ram ram) {
        return Arrays.copyOf(ram.bytes(), ram.length());
    }

    private Ram ram(String space) {
        return Objects.requireNonNull(rams().get(space));
    }

    private static void differences(AddressSpace space, byte[] before, byte[] after, List<String> writes) {
        int unitBytes = space.unitBytes();
        for (int at = 0; at + unitBytes <= after.length && writes.size() < MOST_WRITES; at += unitBytes) {
            long old = Bytes.get(before, at, 8 * unitBytes, space.big());
            long now = Bytes.get(after, at, 8 * unitBytes, space.big());
            if (old != now) {
                writes.add("0x" + Long.toHexString(now) + " is written to " + space.name() + " 0x"
                        + Integer.toHexString(at / unitBytes));
            }
        }
    }

    private int memoryHash() {
        int hash = 0;
        for (Ram ram : rams().values()) {
            hash = 31 * hash + Arrays.hashCode(content(ram));
        }
        return hash;
    }

    /** A clock that stands where it is put. */
    private static final class Time implements Clock {
        private long time;

        @Override
        public long now() {
            return time;
        }

        @Override
        public Timer at(long at, Runnable event) {
            return () -> {};
        }

        @Override
        public long timebase() {
            return 1;
        }

        @Override
        public long time() {
            return time;
        }

        @Override
        public Timer atTime(long at, Runnable event) {
            return () -> {};
        }
    }
}
