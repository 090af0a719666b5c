package dev.vmkit.testkit.derive;

import dev.vmkit.language.codec.Decoding;
import dev.vmkit.language.codec.Disassembler;
import dev.vmkit.language.codec.Encoder;
import dev.vmkit.language.codec.OperandDomain;
import dev.vmkit.language.codec.Symbols;
import dev.vmkit.language.ir.Instruction;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.isa.Operand;
import dev.vmkit.language.isa.RegisterFile;
import dev.vmkit.language.isa.Space;
import dev.vmkit.machine.hart.Engine;
import dev.vmkit.machine.hart.ExternBinding;
import dev.vmkit.machine.hart.Hart;
import dev.vmkit.machine.memory.AddressSpace;
import dev.vmkit.machine.memory.Mapping;
import dev.vmkit.machine.memory.Ram;
import dev.vmkit.testkit.example.BareExterns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** A hart with a little memory, put into states in which instructions are likely to go wrong. */
final class CornerStates {
    private static final long MOST_UNITS = 1 << 16;
    private static final int OPERANDS = 24;
    private static final int MOST_OPERANDS = 1 << 12;

    private final Isa isa;
    private final Encoder encoder;
    private final Hart hart;
    private final long units;

    CornerStates(Isa isa, Engine.Factory engine, Map<String, ExternBinding> externs) {
        this.isa = isa;
        this.encoder = Encoder.of(isa);
        int width = isa.model().fetch().addressWidth();
        this.units = width >= 16 ? MOST_UNITS : 1L << width;
        this.hart = new Hart(isa, memory(), BareExterns.of(isa, externs), engine);
    }

    private Map<String, AddressSpace> memory() {
        Map<String, AddressSpace> spaces = new HashMap<>();
        for (Space space : isa.model().spaces().values()) {
            if (space.over().isEmpty()) {
                AddressSpace memory = AddressSpace.of(isa.model(), space);
                memory.map(
                        0, new Ram(Math.min(units, 1L << Math.min(16, space.addressWidth())), space.unit() / 8, true));
                spaces.put(space.name(), memory);
            }
        }
        return spaces;
    }

    Hart hart() {
        return hart;
    }

    /** Operands an instruction is tried with: spread over its domain, and every value that has a name. */
    List<long[]> operands(Instruction instruction) {
        List<long[]> all = OperandDomain.of(isa, instruction)
                .values(OPERANDS, IsaTests.SEED)
                .limit(MOST_OPERANDS)
                .toList();
        int step = Math.max(1, all.size() / OPERANDS);
        List<long[]> chosen = new ArrayList<>();
        for (int i = 0; i < all.size(); i += step) {
            chosen.add(all.get(i));
        }
        for (int i = 0; i < instruction.form().operands().size() && !all.isEmpty(); i++) {
            addNamed(instruction, i, all, chosen);
        }
        return chosen;
    }

    private void addNamed(Instruction instruction, int operand, List<long[]> all, List<long[]> chosen) {
        if (instruction.form().operands().get(operand) instanceof Operand.Immediate immediate) {
            for (long named : immediate.names().values()) {
                long[] values = all.get(chosen.size() % all.size()).clone();
                values[operand] = named;
                if (encoder.misfit(instruction, values).isEmpty()) {
                    chosen.add(values);
                }
            }
        }
    }

    /** Puts the hart before an instruction, with registers and memory that depend on the seed alone. */
    void set(Instruction instruction, long[] operands, long seed) {
        Random random = new Random(seed);
        hart.reset();
        for (RegisterFile file : isa.model().registers()) {
            for (int i = 0; i < file.count() && file.role() == RegisterFile.Role.NONE; i++) {
                hart.state().set(file, i, corner(random, file.width()));
            }
        }
        if (random.nextInt(2) == 0) {
            keepReset(random);
        }
        long pc = units / 2 & -4;
        fill(random);
        long[] code = encoder.encode(instruction, operands);
        AddressSpace space = hart.space(isa.model().fetch().name());
        for (int i = 0; i < code.length; i++) {
            space.store(pc + i, space.unitBits(), code[i]);
        }
        hart.state().pc(pc);
        hart.engine().flush();
    }

    /** Half of the states keep single registers as reset left them: modes in which programs really run. */
    private void keepReset(Random random) {
        for (RegisterFile file : isa.model().registers()) {
            if (file.count() == 1 && file.role() == RegisterFile.Role.NONE && random.nextInt(4) > 0) {
                hart.state().set(file, 0, file.reset());
            }
        }
    }

    private void fill(Random random) {
        for (Space space : isa.model().spaces().values()) {
            AddressSpace memory = hart.space(space.name());
            for (int i = 0; i < 64; i++) {
                long at = random.nextInt((int) Math.min(units, 1L << Math.min(16, space.addressWidth())));
                memory.store(at, space.unit(), corner(random, space.unit()));
            }
        }
    }

    /** 0, 1, -1, least, most, a small number, an address, or anything. */
    private long corner(Random random, int width) {
        return switch (random.nextInt(9)) {
            case 0 -> 0;
            case 1 -> 1;
            case 2 -> -1;
            case 3 -> 1L << (width - 1);
            case 4 -> (1L << (width - 1)) - 1;
            case 5 -> random.nextInt(width + 2);
            case 6, 7 -> random.nextLong(units) & -8;
            default -> random.nextLong();
        };
    }

    /** Whether registers and memory are those of another one. */
    boolean sameAs(CornerStates other) {
        return Arrays.equals(hart.state().slots(), other.hart.state().slots())
                && isa.model().spaces().keySet().stream().allMatch(space -> sameMemory(other, space));
    }

    private boolean sameMemory(CornerStates other, String space) {
        List<Ram> mine = memory(space);
        List<Ram> others = other.memory(space);
        return IntStream.range(0, mine.size()).allMatch(i -> same(mine.get(i), others.get(i)));
    }

    private static boolean same(Ram one, Ram other) {
        return Arrays.equals(one.bytes(), 0, one.length(), other.bytes(), 0, other.length());
    }

    private List<Ram> memory(String space) {
        return hart.space(space).mappings().stream()
                .map(Mapping::region)
                .filter(Ram.class::isInstance)
                .map(Ram.class::cast)
                .toList();
    }

    /** The instruction as text, for messages: too slow to ask for every step. */
    String show(Instruction instruction, long[] operands) {
        int size = encoder.size(instruction, operands);
        return Disassembler.of(isa)
                .print(new Decoding.Decoded(instruction, operands, size), units / 2 & -4, Symbols.NONE);
    }
}
