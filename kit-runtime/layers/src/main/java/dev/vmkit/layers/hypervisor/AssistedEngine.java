package dev.vmkit.layers.hypervisor;

import dev.vmkit.language.codec.Decoding;
import dev.vmkit.language.ir.Trap;
import dev.vmkit.language.isa.Space;
import dev.vmkit.machine.hart.Engine;
import dev.vmkit.machine.hart.EngineStatistics;
import dev.vmkit.machine.hart.Hart;
import dev.vmkit.machine.hart.Lines;
import dev.vmkit.machine.hart.Stop;
import dev.vmkit.machine.memory.Access;
import java.util.Optional;

/** Runs a guest by an engine, with all of its state, and counts what it ran and when it gave the processor away. */
final class AssistedEngine implements Engine {
    private final Hart guest;
    private final Engine engine;
    private final ExitLog log;
    private long lastWait = -1;

    AssistedEngine(Hart guest, Engine engine, ExitLog log) {
        this.guest = guest;
        this.engine = engine;
        this.log = log;
    }

    @Override
    public Stop run() {
        long before = guest.retired();
        Stop stop = engine.run();
        log.ranDirectly(guest.retired() - before);
        if (stop instanceof Stop.Idle && guest.waiting() && guest.retired() != lastWait) {
            lastWait = guest.retired();
            log.count(Exit.Cause.INSTRUCTION, "wait");
        }
        return stop;
    }

    @Override
    public Optional<Lines.Line> interrupt() {
        return engine.interrupt();
    }

    @Override
    public Optional<Stop> reset() {
        return engine.reset();
    }

    @Override
    public Optional<Stop> take(Trap trap, long value) {
        return engine.take(trap, value);
    }

    @Override
    public long trapped() {
        return engine.trapped();
    }

    @Override
    public Optional<Decoding> culprit() {
        return engine.culprit();
    }

    @Override
    public void flush() {
        engine.flush();
    }

    @Override
    public void flush(long address) {
        engine.flush(address);
    }

    @Override
    public EngineStatistics statistics() {
        return engine.statistics();
    }

    @Override
    public void moved() {
        engine.moved();
    }

    @Override
    public Optional<Translated> translate(Space space, Access access, long address) {
        return engine.translate(space, access, address);
    }

    @Override
    public long physical(long address, Access access, int units) {
        return engine.physical(address, access, units);
    }

    @Override
    public Optional<Decoding> decode(long address) {
        return engine.decode(address);
    }
}
