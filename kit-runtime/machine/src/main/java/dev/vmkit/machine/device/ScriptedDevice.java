package dev.vmkit.machine.device;

import dev.vmkit.api.ByteStream;
import dev.vmkit.api.DeviceContext;
import dev.vmkit.api.InterruptController;
import dev.vmkit.api.InterruptLine;
import dev.vmkit.api.StateTree;
import dev.vmkit.language.device.Behaviour;
import dev.vmkit.language.device.Connection;
import dev.vmkit.language.device.DeviceRegister;
import dev.vmkit.language.ir.Function;
import dev.vmkit.machine.execute.FunctionEngine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A device whose behaviour stands in its YAML. A guest's access goes to all registers it touches, one after another in
 * the order of the file: of a register that it covers in part, the other bits stay.
 */
final class ScriptedDevice implements InterruptController {
    private final Behaviour behaviour;
    private final FunctionEngine engine;
    private final DeviceTimer timer;
    private final List<ByteStream> streams;
    private final List<InterruptLine> interrupts;
    private final Map<String, Voice> voices = new LinkedHashMap<>();
    private final Optional<Function> onInput;

    ScriptedDevice(Behaviour behaviour, DeviceContext context) {
        this.behaviour = behaviour;
        this.timer = new DeviceTimer(context.clock(), () -> handle("on-timer"));
        Map<String, Canvas> canvases = new LinkedHashMap<>();
        this.engine = FunctionEngine.of(
                behaviour.isa(), CapabilityBindings.of(behaviour.definition(), context, timer, canvases, voices));
        canvases.forEach((name, canvas) -> context.surface(name).show(() -> canvas.painted(() -> handle("on-look"))));
        this.streams = plugs(Connection.Kind.STREAM)
                .map(Connection::name)
                .map(context::stream)
                .toList();
        this.interrupts = plugs(Connection.Kind.INTERRUPT)
                .flatMap(plug -> CapabilityBindings.lines(plug, context).stream())
                .toList();
        this.onInput = behaviour.handler("on-input");
        onInput.ifPresent(handler -> streams.forEach(stream -> stream.onInput(() -> engine.call(handler))));
        reset();
    }

    private Stream<Connection> plugs(Connection.Kind kind) {
        return behaviour.definition().connections().values().stream().filter(c -> c.kind() == kind);
    }

    private void handle(String handler) {
        behaviour.handler(handler).ifPresent(engine::call);
    }

    @Override
    public long read(long offset, int width) {
        lookForInput();
        Units access = new Units(offset, width, behaviour.definition());
        long value = 0;
        for (DeviceRegister register : behaviour.definition().registers()) {
            Units covered = new Units(register.at(), register.width(), behaviour.definition());
            if (register.access().reads() && access.touches(covered)) {
                behaviour.onRead(register).ifPresent(engine::call);
                value = covered.copy(stored(register), access, value);
            }
        }
        return value;
    }

    /** Input that a guest asks for is there at once, before anybody was told that it came in. */
    private void lookForInput() {
        if (onInput.isPresent() && streams.stream().anyMatch(ByteStream::ready)) {
            engine.call(onInput.get());
        }
    }

    @Override
    public void write(long offset, int width, long value) {
        Units access = new Units(offset, width, behaviour.definition());
        for (DeviceRegister register : behaviour.definition().registers()) {
            Units covered = new Units(register.at(), register.width(), behaviour.definition());
            if (register.access().writes() && access.touches(covered)) {
                write(register, access.copy(value, covered, stored(register)));
            }
        }
    }

    private void write(DeviceRegister register, long value) {
        long old = stored(register);
        long kept = old & ~register.writable() | value & register.writable();
        engine.state().set(register.file(), 0, kept);
        behaviour.onWrite(register).ifPresent(function -> engine.call(function, value, old));
    }

    private long stored(DeviceRegister register) {
        return engine.state().get(register.file(), 0);
    }

    @Override
    public void line(int number, boolean raised) {
        behaviour.handler("on-line").ifPresent(handler -> engine.call(handler, number, raised ? 1 : 0));
    }

    @Override
    public void reset() {
        timer.stop();
        interrupts.forEach(line -> line.set(false));
        voices.values().forEach(Voice::silence);
        engine.state().reset();
        handle("on-reset");
    }

    @Override
    public StateTree save() {
        StateTree state = StateTree.EMPTY
                .with("registers", RegisterState.save(engine.state()))
                .with("timer", timer.save());
        for (Map.Entry<String, Voice> voice : voices.entrySet()) {
            state = state.with("sound " + voice.getKey(), voice.getValue().save());
        }
        return state;
    }

    @Override
    public void load(StateTree state) {
        long[] slots = RegisterState.read(engine.state(), state.tree("registers"));
        timer.load(state.tree("timer"));
        voices.forEach((name, voice) -> voice.load(state.tree("sound " + name)));
        System.arraycopy(slots, 0, engine.state().slots(), 0, slots.length);
    }
}
