package dev.vmkit.testkit.local;

import dev.vmkit.api.DeviceModel;
import dev.vmkit.language.device.Behaviour;
import dev.vmkit.language.device.Connection;
import dev.vmkit.language.device.DeviceDefinition;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.machine.memory.AccessFault;
import dev.vmkit.testkit.device.DeviceBench;
import dev.vmkit.testkit.subject.Answer;
import dev.vmkit.testkit.subject.DeviceAction;
import dev.vmkit.testkit.subject.DeviceOutcome;
import dev.vmkit.testkit.subject.Question;
import dev.vmkit.testkit.subject.Question.Choices;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** A device on a workbench. */
final class OpenedDevice implements LocalSubject.Opened {
    private final Bench bench;
    private final DeviceDefinition definition;
    private final Supplier<DeviceBench> make;
    private DeviceBench device;

    /** @throws dev.vmkit.language.text.MistakeException if the definition or a parameter has mistakes */
    OpenedDevice(Bench bench, Choices choices) {
        this.bench = bench;
        Diagnostics mistakes = new Diagnostics();
        Optional<DeviceDefinition> found = bench.catalog().device(bench.part(), mistakes);
        found.filter(d -> d.javaClass().isEmpty()).ifPresent(d -> Behaviour.ofDefaults(d, mistakes));
        mistakes.throwIfErrors();
        this.definition = found.orElseThrow();
        this.make = () -> DeviceBench.of(definition, model(), choices.settings());
        this.device = make.get();
    }

    private Optional<DeviceModel> model() {
        return definition.javaClass().map(name -> bench.catalog().deviceModel(bench.part(), name));
    }

    @Override
    public Answer.Opened told() {
        return new Answer.Opened(Map.of());
    }

    @Override
    public Answer ask(Question question) {
        if (question instanceof Question.Operate(List<DeviceAction> actions)) {
            List<DeviceOutcome> outcomes = new ArrayList<>();
            actions.forEach(action -> outcomes.add(act(action)));
            return new Answer.Operated(outcomes);
        }
        return bench.common(question);
    }

    private DeviceOutcome act(DeviceAction action) {
        try {
            return done(action);
        } catch (AccessFault refused) {
            return new DeviceOutcome.Refused("nothing answers there");
        }
    }

    private DeviceOutcome done(DeviceAction action) {
        switch (action) {
            case DeviceAction.Read(long offset, int width) -> {
                return new DeviceOutcome.Value(device.read(offset, width));
            }
            case DeviceAction.Peek(long address, int width) -> {
                return new DeviceOutcome.Value(device.memory().number((int) address, width));
            }
            case DeviceAction.Look _ -> {
                return seen();
            }
            case DeviceAction.Write(long offset, int width, long value) -> device.write(offset, width, value);
            case DeviceAction.Poke(long address, int width, long value) ->
                device.memory().number((int) address, width, value);
            case DeviceAction.Pass(long nanos) -> device.pass(nanos);
            case DeviceAction.Type(String text) -> device.type(text);
            case DeviceAction.Line(int number, boolean raised) -> device.line(number, raised);
            case DeviceAction.Reset _ -> device.reset();
            case DeviceAction.Resume _ -> resume();
        }
        return new DeviceOutcome.Nothing();
    }

    private void resume() {
        DeviceBench fresh = make.get();
        fresh.takeOver(device);
        device = fresh;
    }

    private DeviceOutcome seen() {
        Map<String, Boolean> raised = new TreeMap<>();
        for (Connection connection : definition.connections().values()) {
            if (connection.kind() == Connection.Kind.INTERRUPT) {
                raised.put(connection.name(), device.raised(connection.name()));
                for (int hart = 0; connection.perHart() && hart < DeviceBench.HARTS; hart++) {
                    raised.put(connection.name() + " " + hart, device.raised(connection.name(), hart));
                }
            }
        }
        boolean streams = definition.connections().values().stream()
                .anyMatch(connection -> connection.kind() == Connection.Kind.STREAM);
        return new DeviceOutcome.Seen(streams ? device.shown() : "", raised, device.power());
    }

    @Override
    public void close() {
        bench.close();
    }
}
