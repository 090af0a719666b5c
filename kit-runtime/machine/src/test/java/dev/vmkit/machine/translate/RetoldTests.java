package dev.vmkit.machine.translate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.language.ir.BinaryOp;
import dev.vmkit.language.ir.Expr;
import dev.vmkit.language.ir.Simplify;
import dev.vmkit.language.ir.Stmt;
import dev.vmkit.language.ir.UnaryOp;
import dev.vmkit.language.isa.RegisterFile;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.language.text.Span;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What an instruction has settled, those after it in its block need not do. */
class RetoldTests {
    private static final Stmt NOTHING = Stmt.Block.EMPTY;
    private static final RegisterFile FILE = file("x", OptionalInt.of(0), 0, RegisterFile.Role.NONE);
    private static final Expr.ReadRegister STATE = register(FILE, 1);
    private static final Expr.ReadRegister OTHER = register(FILE, 2);
    private static final Stmt LEAVE = new Stmt.Leave(0);

    private final Retold retold = new Retold();

    private static RegisterFile file(String name, OptionalInt zero, long ones, RegisterFile.Role role) {
        Span nowhere = new Span(new SourceFile("test", ""), 0, 0);
        List<String> names = List.of("0", "1", "2", "3");
        return new RegisterFile(name, 0, 4, 64, names, zero, ones, 0, Map.of(), false, role, nowhere);
    }

    private static Expr.ReadRegister register(RegisterFile file, int index) {
        return new Expr.ReadRegister(file, constant(index));
    }

    private static Expr.Const constant(long value) {
        return new Expr.Const(64, value);
    }

    private static Stmt write(Expr.ReadRegister register, Expr value) {
        return new Stmt.WriteRegister(register.file(), register.index(), value);
    }

    private static Expr equal(Expr value, Expr other) {
        return new Expr.Binary(BinaryOp.EQUAL, value, other);
    }

    private static Expr not(Expr truth) {
        return new Expr.Unary(UnaryOp.NOT, truth);
    }

    private static Stmt require(Expr condition) {
        return new Stmt.If(not(condition), LEAVE, NOTHING);
    }

    private static Stmt block(Stmt... statements) {
        return Simplify.block(List.of(statements));
    }

    /** Bits 14 and 13. */
    private static Expr field() {
        return new Expr.Extract(STATE, 13, 2);
    }

    private static Stmt setField() {
        Expr three = new Expr.Const(2, 3);
        return new Stmt.If(not(equal(field(), three)), write(STATE, new Expr.Insert(STATE, 13, three)), NOTHING);
    }

    @Test
    void aTestThatWasMadeIsNotMadeAgain() {
        Stmt test = require(equal(STATE, OTHER));
        assertThat(retold.next(test)).isEqualTo(test);
        assertThat(retold.next(test)).isEqualTo(NOTHING);
    }

    @Test
    void itIsMadeAgainAfterItsRegisterWasWritten() {
        Stmt test = require(equal(STATE, OTHER));
        retold.next(block(test, write(OTHER, STATE)));
        assertThat(retold.next(test)).isEqualTo(test);
    }

    @Test
    void aWriteByAComputedIndexMayBeToAnyRegisterOfTheFile() {
        Stmt test = require(equal(STATE, OTHER));
        retold.next(block(test, new Stmt.WriteRegister(FILE, OTHER, STATE)));
        assertThat(retold.next(test)).isEqualTo(test);
    }

    @Test
    void whatHoldsOnBothPathsIsKnownAfterwards() {
        assertThat(retold.next(setField())).isEqualTo(setField());
        assertThat(retold.next(setField())).isEqualTo(NOTHING);
        assertThat(retold.next(require(not(equal(field(), new Expr.Const(2, 0))))))
                .isEqualTo(NOTHING);
    }

    @Test
    void whatHoldsOnOnePathOnlyIsNot() {
        retold.next(new Stmt.If(equal(OTHER, constant(0)), write(STATE, constant(5)), NOTHING));
        Stmt use = write(OTHER, STATE);
        assertThat(retold.next(use)).isEqualTo(use);
    }

    @Test
    void constantsInRegistersAreFolded() {
        retold.next(write(STATE, constant(5)));
        Expr sum = new Expr.Binary(BinaryOp.ADD, STATE, constant(2));
        assertThat(retold.next(write(OTHER, sum))).isEqualTo(write(OTHER, constant(7)));
    }

    @Test
    void registersThatDoNotKeepWhatIsWrittenAreNotKnown() {
        RegisterFile ones = file("ones", OptionalInt.empty(), 1, RegisterFile.Role.NONE);
        RegisterFile lines = file("lines", OptionalInt.empty(), 0, RegisterFile.Role.LINES);
        for (Expr.ReadRegister r : List.of(register(FILE, 0), register(ones, 1), register(lines, 1))) {
            retold.next(write(r, constant(4)));
            Stmt use = write(OTHER, r);
            assertThat(retold.next(use)).isEqualTo(use);
        }
    }

    @Test
    void aCopyOfARegisterIsThatRegisterUntilItIsWritten() {
        Expr local = new Expr.Local(3, 64, "copy");
        Stmt copy = new Stmt.SetLocal(3, "copy", STATE);
        assertThat(retold.next(block(copy, write(OTHER, local)))).isEqualTo(block(copy, write(OTHER, STATE)));
        Stmt late = block(copy, write(STATE, OTHER), write(OTHER, local));
        assertThat(retold.next(late)).isEqualTo(late);
    }

    @Test
    void localsOfTheInstructionBeforeAreForgotten() {
        retold.next(new Stmt.SetLocal(3, "five", constant(5)));
        Stmt use = write(OTHER, new Expr.Local(3, 64, "other"));
        assertThat(retold.next(use)).isEqualTo(use);
    }

    @Test
    void aLoopMayChangeWhatIsKnownBeforeItsSecondRound() {
        Stmt body = block(write(OTHER, STATE), write(STATE, OTHER));
        Stmt loop = new Stmt.For(4, "i", constant(0), constant(3), 4, body);
        retold.next(write(STATE, constant(5)));
        assertThat(retold.next(loop)).isEqualTo(loop);
        Stmt use = write(OTHER, STATE);
        assertThat(retold.next(use)).isEqualTo(use);
    }

    @Test
    void aScopeMayBeLeftBeforeItsEnd() {
        Stmt leaves = new Stmt.If(equal(OTHER, constant(0)), LEAVE, NOTHING);
        retold.next(new Stmt.Scope(0, block(leaves, write(STATE, constant(5)))));
        Stmt use = write(OTHER, STATE);
        assertThat(retold.next(use)).isEqualTo(use);
    }
}
