package dev.vmkit.machine.translate;

import static dev.vmkit.machine.translate.Above.ANY;
import static dev.vmkit.machine.translate.Above.ZEROS;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;

import dev.vmkit.language.ir.Expr;
import dev.vmkit.language.ir.Stmt;
import dev.vmkit.language.isa.Space;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Accesses by calls of {@link QuickAccess}: a third of the code that they take in place. */
final class CalledMemory implements Memory {
    private static final ClassDesc ACCESS =
            QuickAccess.class.describeConstable().orElseThrow();
    private static final ClassDesc PASSAGE = Passage.class.describeConstable().orElseThrow();
    private static final MethodTypeDesc LOAD = MethodTypeDesc.of(CD_long, CD_long, PASSAGE);
    private static final MethodTypeDesc STORE = MethodTypeDesc.of(CD_void, CD_long, CD_long, PASSAGE);

    private final CodeBuilder code;
    private final Values values;
    private final Constants constants;
    private final Ways ways;
    private final boolean big;
    private final Map<Space, QuickAccess> accesses = new HashMap<>();
    private final int loaded;

    CalledMemory(CodeBuilder code, Ways ways, boolean big, Values values, Constants constants) {
        this.code = code;
        this.values = values;
        this.constants = constants;
        this.ways = ways;
        this.big = big;
        this.loaded = code.allocateLocal(TypeKind.LONG);
    }

    @Override
    public void begin() {}

    @Override
    public void begin(Block block) {}

    @Override
    public void beginSingly() {}

    @Override
    public void begin(List<Block> rounds, Label otherwise) {}

    @Override
    public boolean isCertain(Object access) {
        return false;
    }

    @Override
    public void load(Expr.Load load, Expr address, Label leave) {
        pushAccess(load.space());
        values.push(address, ZEROS);
        code.aload(Frame.PASSAGE)
                .invokevirtual(ACCESS, "load" + load.width(), LOAD)
                .lstore(loaded);
        leaveIfRefused(leave);
        code.lload(loaded);
    }

    @Override
    public void store(Stmt.Store store, Expr address, Expr value, Label leave) {
        pushAccess(store.space());
        values.push(address, ZEROS);
        values.push(value, ANY);
        code.aload(Frame.PASSAGE).invokevirtual(ACCESS, "store" + value.width(), STORE);
        leaveIfRefused(leave);
    }

    private void pushAccess(Space space) {
        constants.push(code, accesses.computeIfAbsent(space, s -> QuickAccess.of(ways.to(s), big)), ACCESS);
    }

    private void leaveIfRefused(Label leave) {
        code.aload(Frame.PASSAGE).getfield(PASSAGE, "interpret", CD_boolean).ifne(leave);
    }
}
