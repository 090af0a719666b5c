package dev.vmkit.testkit.differential;

import dev.vmkit.language.ir.Instruction;
import dev.vmkit.testkit.differential.InstructionPool.Purpose;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Draws programs: instructions of a small vocabulary, whose branches lead to other instructions and whose addresses to
 * places where something is. Most programs end with a jump to their first instruction, if there is such a jump: then all of
 * them is executed again and again.
 */
final class CodeGenerator {
    private static final int SPOILT = 60;
    private static final int TRIES = 20;

    private final InstructionPool pool;
    private final RandomGenerator random;
    private final Vocabulary vocabulary;
    private final OperandChooser operands;

    CodeGenerator(InstructionPool pool, RandomGenerator random) {
        this.pool = pool;
        this.random = random;
        this.vocabulary = new Vocabulary(pool, random);
        this.operands = new OperandChooser(pool, random);
    }

    /** Code of some instructions, at the address at which the empty code is. */
    Scenario.Code at(Scenario.Code empty, int instructions) {
        List<Draft> drafts = new ArrayList<>();
        for (int i = 0; i < instructions; i++) {
            drafts.add(draft(vocabulary.next()));
        }
        boolean loop = random.nextInt(3) > 0;
        Signposts signposts = new Signposts(pool, random, empty, drafts, loop);
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < instructions; i++) {
            signposts.direct(i);
            pieces.add(spoilt(pool.encoder()
                    .encode(drafts.get(i).instruction(), drafts.get(i).values())));
        }
        if (loop) {
            back(signposts).ifPresent(pieces::add);
        }
        return new Scenario.Code(empty.base(), empty.prologue(), empty.origin(), pieces);
    }

    private Draft draft(Instruction instruction) {
        long[] values = operands.values(instruction);
        return new Draft(instruction, values, pool.encoder().size(instruction, values));
    }

    /** A jump from the end of the code to its first instruction. */
    private Optional<Piece> back(Signposts signposts) {
        List<Instruction> jumps = pool.of(Purpose.CONTROL).stream()
                .filter(i -> i.effects().alwaysJumps())
                .toList();
        for (int tries = 0; tries < TRIES && !jumps.isEmpty(); tries++) {
            Draft jump = draft(jumps.get(random.nextInt(jumps.size())));
            if (signposts.leadsBack(jump)) {
                return Optional.of(Piece.of(pool.encoder().encode(jump.instruction(), jump.values())));
            }
        }
        return Optional.empty();
    }

    /** Now and then a bit of an instruction is another one. */
    private Piece spoilt(long... units) {
        if (random.nextInt(SPOILT) == 0) {
            units[random.nextInt(units.length)] ^=
                    1L << random.nextInt(pool.isa().model().fetch().unit());
        }
        return Piece.of(units);
    }

    /** Some pieces, without regard to where they will stand. */
    List<Piece> pieces(int count) {
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Draft draft = draft(vocabulary.next());
            pieces.add(Piece.of(pool.encoder().encode(draft.instruction(), draft.values())));
        }
        return pieces;
    }
}
