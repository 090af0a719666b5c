package dev.vmkit.testkit.differential;

import dev.vmkit.language.ir.Instruction;
import dev.vmkit.language.isa.Operand;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Draws programs: instructions of a small vocabulary, whose branches lead to other instructions and whose addresses to
 * places where something is.
 */
final class CodeGenerator {
    private static final int NEAR = 8;

    private final InstructionPool pool;
    private final RandomGenerator random;
    private final Vocabulary vocabulary;
    private final OperandChooser operands;

    /** An instruction before its address is known; {@code raw} instead of it are bits that may be none. */
    private record Draft(Instruction instruction, long[] values, int size) {}

    CodeGenerator(InstructionPool pool, RandomGenerator random) {
        this.pool = pool;
        this.random = random;
        this.vocabulary = new Vocabulary(pool, random);
        this.operands = new OperandChooser(pool, random);
    }

    /** Code of some instructions at an address. */
    Scenario.Code at(Scenario.Code empty, int instructions) {
        List<Draft> drafts = new ArrayList<>();
        for (int i = 0; i < instructions; i++) {
            Instruction instruction = vocabulary.next();
            long[] values = operands.values(instruction);
            drafts.add(new Draft(instruction, values, pool.encoder().size(instruction, values)));
        }
        long[] places = new long[instructions];
        long at = empty.origin();
        for (int i = 0; i < instructions; i++) {
            places[i] = at;
            at += drafts.get(i).size;
        }
        Addresses addresses =
                new Addresses(Layout.of(pool.isa().model().fetch(), empty.base()), empty.origin(), at - empty.origin());
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < instructions; i++) {
            pieces.add(piece(drafts.get(i), i, places, addresses));
        }
        return new Scenario.Code(empty.base(), empty.prologue(), empty.origin(), pieces);
    }

    /** Now and then the bits of an instruction are spoilt. */
    private Piece piece(Draft draft, int index, long[] places, Addresses addresses) {
        direct(draft, index, places, addresses);
        long[] units = pool.encoder().encode(draft.instruction, draft.values);
        if (random.nextInt(50) == 0) {
            units[random.nextInt(units.length)] ^=
                    1L << random.nextInt(pool.isa().model().fetch().unit());
        }
        return Piece.of(units);
    }

    /** Has the operands that are addresses lead somewhere. */
    private void direct(Draft draft, int index, long[] places, Addresses addresses) {
        List<Operand> all = draft.instruction.form().operands();
        for (int i = 0; i < all.size(); i++) {
            switch (all.get(i)) {
                case Operand.Immediate n
                when n.relative() != Operand.Relative.NONE -> {
                    long base = places[index] + (n.relative() == Operand.Relative.NEXT ? draft.size : 0);
                    set(draft, i, target(draft.instruction, index, places, addresses) - base);
                }
                case Operand.Immediate n
                when n.width() >= NEAR && random.nextInt(3) > 0 ->
                    set(draft, i, target(draft.instruction, index, places, addresses) & -1L >>> (64 - n.width()));
                case Operand.Leb n
                when random.nextInt(4) == 0 ->
                    set(draft, i, target(draft.instruction, index, places, addresses) & -1L >>> (64 - n.width()));
                default -> {}
            }
        }
    }

    private void set(Draft draft, int operand, long value) {
        long before = draft.values[operand];
        draft.values[operand] = value;
        if (pool.encoder().misfit(draft.instruction, draft.values).isPresent()
                || pool.encoder().size(draft.instruction, draft.values) != draft.size) {
            draft.values[operand] = before;
        }
    }

    /** Where an instruction leads: to one nearby, rather forwards than backwards, or to some data. */
    private long target(Instruction instruction, int index, long[] places, Addresses addresses) {
        if (!instruction.effects().mayJump() && random.nextInt(4) > 0) {
            return addresses.any(random);
        }
        int near = random.nextInt(4) == 0 ? random.nextInt(places.length) : index + random.nextInt(-NEAR, 2 * NEAR);
        return places[Math.floorMod(near, places.length)];
    }

    /** Some pieces, without regard to where they will stand. */
    List<Piece> pieces(int count) {
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Instruction instruction = vocabulary.next();
            pieces.add(Piece.of(pool.encoder().encode(instruction, operands.values(instruction))));
        }
        return pieces;
    }
}
