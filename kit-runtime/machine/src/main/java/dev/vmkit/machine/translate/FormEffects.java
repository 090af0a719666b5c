package dev.vmkit.machine.translate;

import static dev.vmkit.machine.translate.Above.ANY;
import static dev.vmkit.machine.translate.Above.ZEROS;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;

import dev.vmkit.language.ir.Expr;
import dev.vmkit.language.ir.Extern;
import dev.vmkit.language.ir.Stmt;
import dev.vmkit.language.ir.Trap;
import dev.vmkit.language.isa.RegisterFile;
import dev.vmkit.machine.execute.GuestCode;
import dev.vmkit.machine.execute.Mmu;
import dev.vmkit.machine.execute.Surroundings;
import dev.vmkit.machine.execute.Watch;
import dev.vmkit.machine.hart.ExternBinding;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Collections;
import java.util.List;

/** Effects in a form or procedure: calls of the interpreter's own memory and surroundings, which take care of everything. */
record FormEffects(CodeBuilder code, Values values, Constants constants, GuestCode guest) implements SideEffects {
    static final ClassDesc SURROUNDINGS = Surroundings.class.describeConstable().orElseThrow();
    private static final ClassDesc MMU = Mmu.class.describeConstable().orElseThrow();
    private static final ClassDesc TRAP = Trap.class.describeConstable().orElseThrow();
    private static final ClassDesc EXTERN =
            ExternBinding.class.describeConstable().orElseThrow();
    private static final ClassDesc EXCEPTION =
            RuntimeException.class.describeConstable().orElseThrow();
    private static final ClassDesc WATCH = Watch.class.describeConstable().orElseThrow();
    private static final MethodTypeDesc WRITTEN = MethodTypeDesc.of(CD_void, CD_long);
    private static final ClassDesc LONGS = CD_long.arrayType();

    /** The change of a register of which nothing else is known. */
    private static final long ANY_CHANGE = -1;

    @Override
    public void load(Expr.Load load, Expr address, Label leave) {
        constants.push(code, guest.memory(load.space()), MMU);
        values.push(address, ZEROS);
        int width = load.width();
        if (hasOwnMethod(width)) {
            code.invokevirtual(MMU, "load" + width, MethodTypeDesc.of(CD_long, CD_long));
        } else {
            code.loadConstant(width).invokevirtual(MMU, "load", MethodTypeDesc.of(CD_long, CD_long, CD_int));
        }
    }

    @Override
    public void store(Stmt.Store store, Expr address, Expr value, Label leave) {
        constants.push(code, guest.memory(store.space()), MMU);
        values.push(address, ZEROS);
        int width = value.width();
        if (hasOwnMethod(width)) {
            values.push(value, ANY);
            code.invokevirtual(MMU, "store" + width, MethodTypeDesc.of(CD_int, CD_long, CD_long));
        } else {
            code.loadConstant(width);
            values.push(value, ANY);
            code.invokevirtual(MMU, "store", MethodTypeDesc.of(CD_int, CD_long, CD_int, CD_long));
        }
        code.pop();
    }

    private static boolean hasOwnMethod(int width) {
        return width == Byte.SIZE || width == Short.SIZE || width == Integer.SIZE || width == Long.SIZE;
    }

    @Override
    public void write(Stmt.WriteRegister write, Runnable plainly) {
        RegisterFile file = write.file();
        Watch watch = guest.watch(file);
        if (!watch.isFor(Scope.changed(write))) {
            plainly.run();
        } else if (file.count() > 1) {
            plainly.run();
            constants.push(code, watch, WATCH);
            code.loadConstant(ANY_CHANGE).invokevirtual(WATCH, "written", WRITTEN);
        } else {
            watch(watch, file.slot(), plainly);
        }
    }

    private void watch(Watch watch, int slot, Runnable write) {
        int before = code.allocateLocal(TypeKind.LONG);
        pushSlot(slot);
        code.lstore(before);
        write.run();
        constants.push(code, watch, WATCH);
        pushSlot(slot);
        code.lload(before).lxor();
        code.invokevirtual(WATCH, "written", WRITTEN);
    }

    private void pushSlot(int slot) {
        code.aload(Frame.REGISTERS).loadConstant(slot).laload();
    }

    @Override
    public void raise(Stmt.Raise raise, Label leave) {
        code.aload(Frame.SURROUNDINGS);
        constants.push(code, raise.trap(), TRAP);
        values.push(raise.value(), ZEROS);
        code.invokevirtual(SURROUNDINGS, "raise", MethodTypeDesc.of(EXCEPTION, TRAP, CD_long))
                .athrow();
    }

    @Override
    public void tick() {
        code.aload(Frame.SURROUNDINGS)
                .dup_x2()
                .pop()
                .invokevirtual(SURROUNDINGS, "tick", MethodTypeDesc.of(CD_void, CD_long));
    }

    @Override
    public void signal(Stmt.Signal.Kind kind, List<Expr> arguments) {
        switch (kind) {
            case FENCE -> {}
            case FLUSH, FLUSH_ADDRESS -> tell("flush", arguments);
            case HOLDS -> tell("holds", arguments);
            case WAIT -> tell("await", arguments);
            case HALT -> tell("halt", arguments);
        }
    }

    private void tell(String what, List<Expr> arguments) {
        code.aload(Frame.SURROUNDINGS);
        arguments.forEach(argument -> values.push(argument, ZEROS));
        code.invokevirtual(
                SURROUNDINGS, what, MethodTypeDesc.of(CD_void, Collections.nCopies(arguments.size(), CD_long)));
    }

    @Override
    public void call(Extern extern, List<Expr> arguments) {
        constants.push(code, guest.hart().extern(extern.name()), EXTERN);
        code.loadConstant(arguments.size()).newarray(TypeKind.LONG);
        for (int i = 0; i < arguments.size(); i++) {
            code.dup().loadConstant(i);
            values.push(arguments.get(i), ZEROS);
            code.lastore();
        }
        code.invokeinterface(EXTERN, "call", MethodTypeDesc.of(CD_long, LONGS));
        values.settle(ANY, ZEROS, extern.resultWidth());
    }
}
