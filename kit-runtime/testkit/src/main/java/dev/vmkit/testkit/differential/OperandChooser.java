package dev.vmkit.testkit.differential;

import dev.vmkit.language.ir.Instruction;
import dev.vmkit.language.isa.Operand;
import dev.vmkit.language.isa.RegisterFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;

/** Chooses values of operands. A program keeps to a few registers, so that what one instruction writes another reads. */
final class OperandChooser {
    private static final int FAVOURITES = 5;
    private static final int TRIES = 8;

    /** Addresses of data are mostly an address in a register and a small number. */
    private static final int DISTANCE = 16;

    private final InstructionPool pool;
    private final RandomGenerator random;
    private final Map<RegisterFile, int[]> favourites = new HashMap<>();

    OperandChooser(InstructionPool pool, RandomGenerator random) {
        this.pool = pool;
        this.random = random;
        for (RegisterFile file : pool.isa().model().registers()) {
            favourites.put(file, random.ints(FAVOURITES, 0, file.count()).toArray());
        }
    }

    /** Values that the form can hold, in the order of its operands. */
    long[] values(Instruction instruction) {
        List<long[]> samples = pool.samples(instruction);
        long[] sample = samples.get(random.nextInt(samples.size()));
        for (int tries = 0; tries < TRIES; tries++) {
            long[] values = sample.clone();
            for (int i = 0; i < values.length; i++) {
                values[i] = choose(instruction, instruction.form().operands().get(i), values[i]);
            }
            if (pool.encoder().misfit(instruction, values).isEmpty()) {
                return values;
            }
        }
        return sample.clone();
    }

    private long choose(Instruction instruction, Operand operand, long sample) {
        return switch (operand) {
            case Operand.Register register -> register(register);
            case Operand.Choice choice -> accepted(choice, sample);
            case Operand.Immediate immediate -> {
                boolean distance =
                        instruction.effects().mayLoad() || instruction.effects().mayStore();
                long code = distance && random.nextInt(3) > 0
                        ? random.nextInt(-DISTANCE, DISTANCE)
                        : Values.corner(random, immediate.codeWidth());
                yield immediate.value(code & ones(immediate.codeWidth()));
            }
            case Operand.Enumerated enumerated -> {
                List<Long> codes = List.copyOf(enumerated.words().values());
                yield codes.get(random.nextInt(codes.size()));
            }
            case Operand.Leb leb -> Values.corner(random, leb.width()) & ones(leb.signed() ? 64 : leb.width());
            case Operand.Custom _ -> sample;
        };
    }

    /** One of the favourites, if the operand can name it. */
    private long register(Operand.Register operand) {
        int count = Math.min(operand.last() - operand.first() + 1, 1 << Math.min(30, operand.codeWidth()));
        int index = operand.first() + random.nextInt(count);
        int favourite = Objects.requireNonNull(favourites.get(operand.file()))[random.nextInt(FAVOURITES)];
        boolean fits = favourite >= operand.first() && favourite < operand.first() + count;
        return fits && random.nextInt(6) > 0 ? favourite : index;
    }

    private long accepted(Operand operand, long otherwise) {
        long code = random.nextLong() & ones(operand.codeWidth());
        return operand.accepts(code) ? code : otherwise;
    }

    private static long ones(int width) {
        return -1L >>> (64 - width);
    }
}
