package dev.vmkit.machine.translate;

import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.INIT_NAME;
import static java.lang.constant.ConstantDescs.MTD_void;

import dev.vmkit.language.ir.LocalUse;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Writes the class of a region. */
final class RegionWriter {
    private static final ClassDesc PASSAGE = Passage.class.describeConstable().orElseThrow();
    private static final ClassDesc CODE = Code.class.describeConstable().orElseThrow();
    private static final ClassDesc FULL = ClassDesc.of(Code.class.getPackageName(), "Translated");
    private static final ClassDesc QUICK = ClassDesc.of(Code.class.getPackageName(), "Quick");
    private static final MethodTypeDesc RUN = MethodTypeDesc.of(CD_long, PASSAGE, CD_long.arrayType(), CD_int, CD_long);

    private final Ways ways;
    private final boolean big;
    private final Effort effort;
    private final ClassDesc name;

    /**
     * A writer for a machine.
     *
     * @param big whether the first byte of a number is its highest
     */
    RegionWriter(Ways ways, boolean big, Effort effort) {
        this.ways = ways;
        this.big = big;
        this.effort = effort;
        this.name = effort == Effort.QUICK ? QUICK : FULL;
    }

    /** What is read with it. */
    @FunctionalInterface
    interface Reader {
        void read(Frame frame, Registers registers);
    }

    WrittenClass write(Plan plan, int most) {
        return write(plan, most, (_, _) -> {});
    }

    /**
     * Writes a region. Its line numbers are 0 on the way in, then one for each instruction in the order of the plan, then one
     * more for the ways out.
     *
     * @param most how many {@link Rounds} of a loop are written before the loop as it is
     * @param reader told where registers lie
     */
    WrittenClass write(Plan plan, int most, Reader reader) {
        Constants constants = new Constants(name);
        Plan shorter = plan.retold();
        byte[] bytes = ClassFile.of().build(name, type -> {
            type.withFlags(ClassFile.ACC_FINAL).withSuperclass(CODE);
            type.withMethodBody(
                    INIT_NAME,
                    MTD_void,
                    0,
                    code -> code.aload(0)
                            .invokespecial(CODE, INIT_NAME, MTD_void)
                            .return_());
            type.withMethodBody("run", RUN, ClassFile.ACC_FINAL, code -> {
                Body body = new Body(code, shorter, constants, most);
                body.write();
                reader.read(body.frame, body.registers);
            });
            constants.declare(type);
        });
        return new WrittenClass(bytes, constants.data());
    }

    /** The one method. */
    private final class Body {
        private final CodeBuilder code;
        private final Plan plan;
        private final Checks checks;
        private final Frame frame;
        private final Registers registers;
        private final Memory memory;
        private final Counts counts;
        private final Exits exits;
        private final Floats floats;
        private final Statements statements;
        private final Entrance entrance;
        private final Flow flow;
        private final Map<Long, Label> labels = new LinkedHashMap<>();
        private final int most;
        private int line;

        private Body(CodeBuilder code, Plan plan, Constants constants, int most) {
            this.most = most;
            this.code = code;
            this.plan = plan;
            this.checks = Checks.of(plan);
            this.frame = new Frame(code);
            this.registers = effort == Effort.QUICK
                    ? Registers.inArray(code, frame, List.of())
                    : Registers.of(plan, code, frame);
            Values values = new Values(code, registers);
            this.memory = effort == Effort.QUICK
                    ? new CalledMemory(code, ways, big, values, constants)
                    : new InlineMemory(code, ways, big, values, constants);
            this.counts = new Counts(code, plan);
            this.exits = new Exits(code, registers, counts);
            SideEffects effects = new RegionEffects(code, memory, counts);
            this.floats = new Floats(code, values, frame, constants, PASSAGE);
            this.statements = new Statements(code, registers, values, effects, floats);
            plan.blocks().keySet().forEach(pc -> labels.put(pc, code.newLabel()));
            this.entrance = new Entrance(code, plan, frame, labels);
            this.flow =
                    new Flow(code, plan, labels, values, statements, exits, entrance, counts, frame, memory::isCertain);
        }

        private void write() {
            code.lineNumber(0);
            registers.load();
            memory.begin();
            counts.begin();
            clearConditional();
            code.lload(Frame.PC).lstore(frame.target);
            entrance.write(checks, counts, exits);
            for (Block block : plan.all()) {
                code.labelBinding(label(block.pc()));
                write(block);
            }
            code.lineNumber(line + 1);
            exits.write();
        }

        private Label label(long pc) {
            return Objects.requireNonNull(labels.get(pc));
        }

        /** The JVM wants to see a variable set on every path, even if a definition never reads it where it is not. */
        private void clearConditional() {
            Set<Integer> slots = new TreeSet<>();
            plan.instructions().forEach(instruction -> LocalUse.assigned(instruction.body(), slots::add));
            slots.forEach(slot -> code.lconst_0().lstore(frame.local(slot)));
        }

        private void write(Block block) {
            Optional<Rounds> rounds = Rounds.of(block, most);
            rounds.ifPresent(this::write);
            registers.knowNothing();
            rounds.ifPresentOrElse(_ -> memory.beginSingly(), () -> memory.begin(block));
            code.lineNumber(line + 1);
            if (checks.isAt(block)) {
                counts.require(checks.longestWay(block), exits.to(block.pc()));
            }
            writeInstructions(block);
            flow.end(block);
        }

        /** Goes on behind if there are too few instructions left for all rounds, or if an access may not succeed. */
        private void write(Rounds rounds) {
            Block first = rounds.blocks().getFirst();
            Label start = label(first.pc());
            Label plainly = code.newLabel();
            code.lineNumber(line + 1);
            counts.require(checks.longestWay(first) + rounds.length() - first.length(), plainly);
            registers.knowNothing();
            memory.begin(rounds.blocks(), plainly);
            int before = line;
            for (Block block : rounds.blocks()) {
                line = before;
                Label next = block == rounds.blocks().getLast() ? start : code.newLabel();
                writeInstructions(block);
                flow.end(block, next);
                if (next != start) {
                    code.labelBinding(next);
                }
            }
            line = before;
            code.labelBinding(plainly);
        }

        private void writeInstructions(Block block) {
            List<GuestInstruction> some = new ArrayList<>(block.instructions());
            some.removeLast();
            for (GuestInstruction instruction : some) {
                begin(instruction, block);
                statements.write(instruction.body());
            }
            begin(block.last(), block);
        }

        private void begin(GuestInstruction instruction, Block block) {
            code.lineNumber(++line);
            boolean mayBeLeft = Restart.isNeeded(instruction.body(), memory::isCertain);
            statements.begin(
                    mayBeLeft
                            ? exits.middle(instruction, block, exits.keep(instruction, memory::isCertain))
                            : code.newLabel());
            floats.begin(instruction.body());
        }
    }
}
