package dev.vmkit.machine.device;

import dev.vmkit.api.ByteStream;
import dev.vmkit.api.DeviceContext;
import dev.vmkit.api.InterruptLine;
import dev.vmkit.language.device.Capabilities;
import dev.vmkit.language.device.Connection;
import dev.vmkit.language.device.DeviceDefinition;
import dev.vmkit.machine.hart.ExternBinding;
import java.util.HashMap;
import java.util.Map;

/** What the functions do that {@link Capabilities} declares. */
final class CapabilityBindings {
    private CapabilityBindings() {}

    static Map<String, ExternBinding> of(DeviceDefinition definition, DeviceContext context, DeviceTimer timer) {
        Map<String, ExternBinding> bindings = new HashMap<>();
        bindings.put(Capabilities.NOW, a -> context.clock().now());
        bindings.put(Capabilities.TIMER_AFTER, a -> done(() -> timer.after(a[0])));
        bindings.put(Capabilities.TIMER_STOP, a -> done(timer::stop));
        bindings.put(Capabilities.POWER_OFF, a -> done(() -> context.power().off((int) a[0])));
        bindings.put(Capabilities.POWER_RESET, a -> done(() -> context.power().reset()));
        for (Connection connection : definition.connections().values()) {
            String name = connection.name();
            switch (connection.kind()) {
                case STREAM -> bind(name, context.stream(name), bindings);
                case INTERRUPT -> bind(name, context.interrupt(name), bindings);
                case STORE, NETWORK -> {}
            }
        }
        return bindings;
    }

    private static void bind(String name, ByteStream stream, Map<String, ExternBinding> bindings) {
        bindings.put(name + "_ready", a -> stream.ready() ? 1 : 0);
        bindings.put(name + "_read", a -> Math.max(0, stream.read()));
        bindings.put(name + "_write", a -> done(() -> stream.write((int) a[0])));
    }

    private static void bind(String name, InterruptLine line, Map<String, ExternBinding> bindings) {
        bindings.put(name + "_set", a -> done(() -> line.set(a[0] != 0)));
    }

    private static long done(Runnable effect) {
        effect.run();
        return 0;
    }
}
