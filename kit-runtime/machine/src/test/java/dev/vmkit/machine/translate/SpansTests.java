package dev.vmkit.machine.translate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.language.ir.BinaryOp;
import dev.vmkit.language.ir.Expr;
import dev.vmkit.language.ir.Stmt;
import dev.vmkit.language.isa.RegisterFile;
import dev.vmkit.language.isa.Space;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.language.text.Span;
import dev.vmkit.machine.execute.Sight;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Which accesses of a block are looked at together. */
class SpansTests {
    private static final Space MEMORY = Space.physical("mem", 64, 8);
    private static final RegisterFile X = new RegisterFile(
            "x",
            0,
            2,
            64,
            List.of("a", "b"),
            OptionalInt.empty(),
            0,
            0,
            Map.of(),
            false,
            RegisterFile.Role.NONE,
            new Span(new SourceFile("test", ""), 0, 0));

    private static Expr.ReadRegister register(int index) {
        return new Expr.ReadRegister(X, new Expr.Const(64, index));
    }

    private static Expr.Load load(long distance) {
        return new Expr.Load(MEMORY, 64, new Expr.Binary(BinaryOp.ADD, register(0), new Expr.Const(64, distance)));
    }

    private static Stmt.Store store(long distance) {
        return new Stmt.Store(
                MEMORY, new Expr.Binary(BinaryOp.ADD, register(0), new Expr.Const(64, distance)), register(1));
    }

    private static Stmt write(int index, Expr value) {
        return new Stmt.WriteRegister(X, new Expr.Const(64, index), value);
    }

    private static Spans of(Stmt... bodies) {
        return Spans.of(block(bodies));
    }

    private static Block block(Stmt... bodies) {
        Sight.Site nowhere = null;
        return new Block(List.of(bodies).stream()
                .map(body -> new GuestInstruction(0, 4, nowhere, body, 0, List.of(), List.of(), false, true, false))
                .toList());
    }

    @Test
    void loadsAtFixedDistancesFromARegisterBelongTogether() {
        Expr.Load first = load(8);
        Expr.Load second = load(-16);
        Spans spans = of(write(1, first), write(1, second));

        assertThat(spans.of(first).orElseThrow().span())
                .isSameAs(spans.of(second).orElseThrow().span());
        assertThat(spans.of(first).orElseThrow().span().length()).isEqualTo(32);
    }

    @Test
    void distancesAtBothEndsOfAllNumbersAreNotNearEachOther() {
        Expr.Load last = load(Long.MAX_VALUE - 15);
        Expr.Load first = load(Long.MIN_VALUE);
        Spans spans = of(write(1, last), write(1, first));

        assertThat(spans.of(last)).isEmpty();
        assertThat(spans.of(first)).isEmpty();
    }

    @Test
    void anAccessThatEndsBeyondAllNumbersBelongsToNone() {
        Expr.Load load = load(Long.MAX_VALUE - 3);
        Spans spans = of(write(1, load), write(1, load(Long.MAX_VALUE - 15)), write(1, load(Long.MAX_VALUE - 23)));

        assertThat(spans.of(load)).isEmpty();
    }

    @Test
    void aRegisterThatIsNotThereIsNoOther() {
        Expr.ReadRegister beyond = register(2);
        Expr.Load first = new Expr.Load(MEMORY, 64, beyond);
        Expr.Load second = new Expr.Load(MEMORY, 64, beyond);

        assertThat(of(write(1, first), write(1, second)).of(first)).isEmpty();
    }

    @Test
    void aWriteToTheRegisterSeparatesThem() {
        Expr.Load first = load(0);
        Expr.Load second = load(8);

        assertThat(of(write(0, first), write(1, second)).of(second)).isEmpty();
    }

    @Test
    void whatMayBeWrittenNeedNotBeReadable() {
        Expr.Load load = load(0);
        Stmt.Store store = store(8);
        Spans spans = of(write(1, load), store, write(1, load(16)), store(24));

        assertThat(spans.of(load).orElseThrow().span().stores()).isFalse();
        assertThat(spans.of(store).orElseThrow().span().stores()).isTrue();
    }

    @Test
    void aRegisterThatIsMovedByAConstantStaysKnown() {
        Expr.Load first = load(0);
        Expr.Load second = load(0);
        Expr moved = new Expr.Binary(BinaryOp.ADD, register(0), new Expr.Const(64, 8));
        Spans spans = of(write(1, first), write(0, moved), write(1, second));

        assertThat(spans.of(second).orElseThrow().distance()).isEqualTo(8);
        assertThat(spans.of(second).orElseThrow().span())
                .isSameAs(spans.of(first).orElseThrow().span());
    }

    @Test
    void whatRoundsAccessIsKnownBeforeTheFirstOne() {
        Stmt.Store store = store(0);
        Expr moved = new Expr.Binary(BinaryOp.ADD, register(0), new Expr.Const(64, -8));
        Block round = block(store, write(0, moved));
        Spans spans = Spans.of(List.of(round, round));

        assertThat(spans.first()).hasSize(1);
        assertThat(spans.first().getFirst().low()).isEqualTo(-8);
        assertThat(spans.first().getFirst().length()).isEqualTo(16);
    }

    @Test
    void anAddressThatWasLoadedIsNotKnownBefore() {
        Expr.Load first = load(0);
        Spans spans = Spans.of(List.of(block(write(0, first), write(1, load(0)), write(1, load(8)))));

        assertThat(spans.first()).hasSize(1);
        assertThat(spans.of(first).orElseThrow().span()).isSameAs(spans.first().getFirst());
    }
}
