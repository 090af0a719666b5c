package dev.vmkit.testkit.differential;

import dev.vmkit.language.ir.Instruction;
import dev.vmkit.language.isa.Operand;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Has operands that are addresses lead to instructions of the program, or to places where something is. */
final class Signposts {
    private static final int NEAR = 8;

    private final InstructionPool pool;
    private final RandomGenerator random;
    private final List<Draft> drafts;
    private final List<Long> places = new ArrayList<>();
    private final long end;
    private final boolean forwards;
    private final Addresses addresses;

    /**
     * Signposts for a program.
     *
     * @param code where it begins
     * @param forwards whether branches rather lead forwards: then something else makes a loop of it
     */
    Signposts(InstructionPool pool, RandomGenerator random, Scenario.Code code, List<Draft> drafts, boolean forwards) {
        this.pool = pool;
        this.random = random;
        this.drafts = drafts;
        this.forwards = forwards;
        long at = code.origin();
        for (Draft draft : drafts) {
            places.add(at);
            at += draft.size();
        }
        this.end = at;
        this.addresses = new Addresses(Layout.of(pool.isa().model().fetch(), code.base()), places, end);
    }

    /** Directs an instruction. */
    void direct(int index) {
        Draft draft = drafts.get(index);
        List<Operand> operands = draft.instruction().form().operands();
        for (int i = 0; i < operands.size(); i++) {
            Operand operand = operands.get(i);
            boolean relative = operand instanceof Operand.Immediate n && n.relative() != Operand.Relative.NONE;
            boolean absolute = operand instanceof Operand.Immediate n && isAddress(n) && random.nextInt(3) > 0
                    || operand instanceof Operand.Leb && random.nextInt(4) == 0;
            if (relative || absolute) {
                lead(draft, i, places.get(index), target(draft.instruction(), index));
            }
        }
    }

    /** Whether all addresses fit into an operand, or it reaches at least some of them without the help of a register. */
    private boolean isAddress(Operand.Immediate operand) {
        int bits = Long.SIZE - Long.numberOfLeadingZeros(addresses.layout().end() - 1);
        return operand.width() >= bits || operand.width() == NEAR;
    }

    /** Has a jump that stands at the end lead to the first instruction, if one of its operands can. */
    boolean leadsBack(Draft jump) {
        for (int i = 0; i < jump.values().length; i++) {
            if (lead(jump, i, end, places.getFirst())) {
                return true;
            }
        }
        return false;
    }

    /** Has an operand of an instruction lead to an address, if it can. */
    private boolean lead(Draft draft, int operand, long place, long target) {
        return switch (draft.instruction().form().operands().get(operand)) {
            case Operand.Immediate n when n.relative() == Operand.Relative.PC -> set(draft, operand, target - place);
            case Operand.Immediate n
            when n.relative() == Operand.Relative.NEXT -> set(draft, operand, target - place - draft.size());
            case Operand.Immediate n -> absolute(draft, operand, target, n.width());
            case Operand.Leb n -> absolute(draft, operand, target, n.width());
            default -> false;
        };
    }

    /** Whether the whole address fits; if not, as much of it as does is put there. */
    private boolean absolute(Draft draft, int operand, long target, int width) {
        long low = target & -1L >>> (64 - width);
        return set(draft, operand, low) && low == target;
    }

    private boolean set(Draft draft, int operand, long value) {
        long before = draft.values()[operand];
        draft.values()[operand] = value;
        boolean fits =
                pool.encoder().misfit(draft.instruction(), draft.values()).isEmpty()
                        && pool.encoder().size(draft.instruction(), draft.values()) == draft.size();
        if (!fits) {
            draft.values()[operand] = before;
        }
        return fits;
    }

    /** To an instruction nearby, rather forwards than backwards, or to some data. */
    private long target(Instruction instruction, int index) {
        if (!instruction.effects().mayJump() && random.nextInt(4) > 0) {
            return addresses.any(random);
        }
        int least = forwards && random.nextInt(8) > 0 ? 1 : -NEAR;
        int to = random.nextInt(5) == 0 ? random.nextInt(places.size()) : index + random.nextInt(least, 2 * NEAR);
        return places.get(forwards ? Math.clamp(to, 0, places.size() - 1) : Math.floorMod(to, places.size()));
    }
}
