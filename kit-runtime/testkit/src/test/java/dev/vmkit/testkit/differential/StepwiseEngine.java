package dev.vmkit.testkit.differential;

import dev.vmkit.language.codec.Decoding;
import dev.vmkit.language.ir.Trap;
import dev.vmkit.language.isa.Space;
import dev.vmkit.machine.execute.InterpretEngine;
import dev.vmkit.machine.hart.Engine;
import dev.vmkit.machine.hart.Hart;
import dev.vmkit.machine.hart.Lines;
import dev.vmkit.machine.hart.Stop;
import dev.vmkit.machine.memory.Access;
import java.util.Optional;

/** The interpreter, started anew for each instruction. It must do the same; subclasses do something wrong on the way. */
class StepwiseEngine implements Engine {
    final Hart hart;
    private final Engine inner;

    StepwiseEngine(Hart hart) {
        this.hart = hart;
        this.inner = new InterpretEngine(hart);
    }

    /** Before an instruction. */
    void before() {}

    /** After an instruction, or after a run that executed none. */
    void after() {}

    @Override
    public final Stop run() {
        long limit = hart.limit();
        while (true) {
            long next = Math.min(limit, hart.retired() + 1);
            hart.limit(next);
            before();
            Stop stop = inner.run();
            after();
            boolean asked = hart.limit() != next || hart.retired() > next; // somebody wants the run to end sooner
            limit = asked ? hart.limit() : limit;
            hart.limit(limit);
            if (!(stop instanceof Stop.Budget) || hart.retired() >= limit) {
                return stop;
            }
        }
    }

    @Override
    public Optional<Lines.Line> interrupt() {
        return inner.interrupt();
    }

    @Override
    public Optional<Stop> reset() {
        return inner.reset();
    }

    @Override
    public Optional<Stop> take(Trap trap, long value) {
        return inner.take(trap, value);
    }

    @Override
    public void flush() {
        inner.flush();
    }

    @Override
    public Optional<Translated> translate(Space space, Access access, long address) {
        return inner.translate(space, access, address);
    }

    @Override
    public long physical(long address, Access access, int units) {
        return inner.physical(address, access, units);
    }

    @Override
    public Optional<Decoding> decode(long address) {
        return inner.decode(address);
    }
}
