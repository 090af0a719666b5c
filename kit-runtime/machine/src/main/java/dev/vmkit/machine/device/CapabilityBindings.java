package dev.vmkit.machine.device;

import dev.vmkit.api.BlockStore;
import dev.vmkit.api.ByteStream;
import dev.vmkit.api.DeviceContext;
import dev.vmkit.api.InterruptLine;
import dev.vmkit.language.device.Capabilities;
import dev.vmkit.language.device.Connection;
import dev.vmkit.language.device.DeviceDefinition;
import dev.vmkit.machine.hart.ExternBinding;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What the functions do that {@link Capabilities} declares. */
final class CapabilityBindings {
    private CapabilityBindings() {}

    /** What the functions do; {@code canvases} gets one for each surface, {@code voices} one for each sound. */
    static Map<String, ExternBinding> of(
            DeviceDefinition definition,
            DeviceContext context,
            DeviceTimer timer,
            Map<String, Canvas> canvases,
            Map<String, Voice> voices) {
        Map<String, ExternBinding> bindings = new HashMap<>();
        bindings.put(Capabilities.NOW, a -> context.clock().now());
        bindings.put(Capabilities.TIMER_AFTER, a -> done(() -> timer.after(a[0])));
        bindings.put(Capabilities.TIMER_STOP, a -> done(timer::stop));
        bindings.put(Capabilities.POWER_OFF, a -> done(() -> context.power().off((int) a[0])));
        bindings.put(Capabilities.POWER_RESET, a -> done(() -> context.power().reset()));
        bindings.put(Capabilities.HARTS, a -> context.harts());
        bindings.put(Capabilities.TO_EBCDIC, a -> Ebcdic.of((int) a[0]));
        bindings.put(Capabilities.FROM_EBCDIC, a -> Ebcdic.character((int) a[0]));
        for (Connection connection : definition.connections().values()) {
            String name = connection.name();
            switch (connection.kind()) {
                case STREAM -> bind(name, context.stream(name), bindings);
                case INTERRUPT -> bindings.put(name + "_set", interrupt(connection, context));
                case SURFACE -> bind(name, canvases.computeIfAbsent(name, _ -> new Canvas()), bindings);
                case SOUND ->
                    bind(name, voices.computeIfAbsent(name, plug -> new Voice(context.sound(plug))), bindings);
                case STORE -> bindings.put(name + Capabilities.BYTE, byteOf(context.store(name)));
                case NETWORK -> {}
            }
        }
        return bindings;
    }

    private static void bind(String name, ByteStream stream, Map<String, ExternBinding> bindings) {
        bindings.put(name + "_ready", a -> stream.ready() ? 1 : 0);
        bindings.put(name + "_read", a -> Math.max(0, stream.read()));
        bindings.put(name + "_write", a -> done(() -> stream.write((int) a[0])));
    }

    private static void bind(String name, Canvas canvas, Map<String, ExternBinding> bindings) {
        bindings.put(name + Capabilities.SIZE, a -> done(() -> canvas.size(a[0], a[1])));
        bindings.put(name + Capabilities.FILL, a -> done(() -> canvas.fill(a[0], a[1], a[2], a[3], a[4])));
    }

    private static void bind(String name, Voice voice, Map<String, ExternBinding> bindings) {
        bindings.put(name + Capabilities.PLAY, a -> done(() -> voice.play(a[0], a[1], a[2])));
        bindings.put(name + Capabilities.SILENCE, a -> done(voice::silence));
    }

    /** A byte beyond the end, or one that the host cannot read, is none. */
    private static ExternBinding byteOf(BlockStore store) {
        byte[] one = new byte[1];
        return a -> {
            if (a[0] < 0 || a[0] >= store.size()) {
                return Capabilities.NO_BYTE;
            }
            try {
                store.read(a[0], one, 0, 1);
                return one[0] & 0xFF;
            } catch (IOException hostFailed) {
                return Capabilities.NO_BYTE;
            }
        };
    }

    private static ExternBinding interrupt(Connection connection, DeviceContext context) {
        List<InterruptLine> lines = lines(connection, context);
        return connection.perHart()
                ? a -> done(() -> set(lines, a[0], a[1] != 0))
                : a -> done(() -> lines.getFirst().set(a[0] != 0));
    }

    /** The wires of an interrupt output. */
    static List<InterruptLine> lines(Connection connection, DeviceContext context) {
        return connection.perHart()
                ? IntStream.range(0, context.harts())
                        .mapToObj(hart -> context.interrupt(connection.name(), hart))
                        .toList()
                : List.of(context.interrupt(connection.name()));
    }

    /** A hart that the machine does not have has no wire to set. */
    private static void set(List<InterruptLine> lines, long hart, boolean raised) {
        if (hart < lines.size()) {
            lines.get((int) hart).set(raised);
        }
    }

    private static long done(Runnable effect) {
        effect.run();
        return 0;
    }
}
