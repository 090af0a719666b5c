package dev.vmkit.machine.device;

import dev.vmkit.api.Device;
import dev.vmkit.api.DeviceModel;
import dev.vmkit.api.InterruptController;
import dev.vmkit.api.Snapshotable;
import dev.vmkit.api.StateTree;
import dev.vmkit.language.device.Behaviour;
import dev.vmkit.language.device.DeviceDefinition;
import dev.vmkit.language.device.ParameterValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** One device of a machine: its definition, what runs, and the window through which guests see it. */
public final class RunningDevice implements Snapshotable {
    private final PartName part;
    private final DeviceDefinition definition;
    private final Device device;
    private final DeviceWindow window;

    private RunningDevice(PartName part, DeviceDefinition definition, Device device, DeviceWindow window) {
        this.part = part;
        this.definition = definition;
        this.device = device;
        this.window = window;
    }

    /**
     * A device whose Java class does the work, in its state after reset.
     *
     * @throws PluginFault if the model throws, unless it refuses its parameters
     * @throws IllegalArgumentException with a message for the learner, if the parameters do not fit each other
     */
    public static RunningDevice java(PartName part, DeviceDefinition definition, DevicePorts ports, DeviceModel model) {
        return of(part, definition, ports, create(part, definition, ports, model));
    }

    private static Device create(PartName part, DeviceDefinition definition, DevicePorts ports, DeviceModel model) {
        GrantedPorts granted = new GrantedPorts(part, definition, ports);
        try {
            return part.get(() -> checked(definition, model.create(granted)));
        } catch (PluginFault fault) {
            if (fault.getCause() instanceof IllegalArgumentException refusal) {
                throw refusal;
            }
            throw fault;
        }
    }

    private static Device checked(DeviceDefinition definition, Device created) {
        Objects.requireNonNull(created, "create gave null");
        if (definition.inputs().isPresent() && !(created instanceof InterruptController)) {
            throw new IllegalStateException(created.getClass().getName() + " has inputs but is no InterruptController");
        }
        return created;
    }

    /** A device whose behaviour stands in its definition, in its state after reset. */
    public static RunningDevice scripted(PartName part, Behaviour behaviour, DevicePorts ports) {
        GrantedPorts granted = new GrantedPorts(part, behaviour.definition(), ports);
        return of(part, behaviour.definition(), ports, new ScriptedDevice(behaviour, granted));
    }

    private static RunningDevice of(PartName part, DeviceDefinition definition, DevicePorts ports, Device device) {
        long size = definition.size().with(numbers(ports.parameters()));
        return new RunningDevice(part, definition, device, new DeviceWindow(part, definition, device, size));
    }

    /** Those of some parameters that are numbers. */
    public static Map<String, Long> numbers(Map<String, ParameterValue> parameters) {
        Map<String, Long> numbers = new LinkedHashMap<>();
        parameters.forEach((name, value) -> {
            if (value instanceof ParameterValue.Number number) {
                numbers.put(name, number.value());
            }
        });
        return numbers;
    }

    public PartName part() {
        return part;
    }

    public DeviceDefinition definition() {
        return definition;
    }

    /** What lies in an address space. */
    public DeviceWindow window() {
        return window;
    }

    /** Raises or lowers an input of an interrupt controller; of no other device. */
    public void line(int number, boolean raised) {
        part.run(() -> ((InterruptController) device).line(number, raised));
    }

    /** Goes back to the state after power-on. */
    public void reset() {
        part.run(device::reset);
    }

    @Override
    public StateTree save() {
        return part.get(device::save);
    }

    @Override
    public void load(StateTree state) {
        try {
            device.load(state);
        } catch (IllegalArgumentException refused) {
            throw refused;
        } catch (RuntimeException thrown) {
            throw new PluginFault(part, thrown);
        }
    }
}
