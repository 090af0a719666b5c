package dev.vmkit.language.device;

import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.yaml.MappingReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks that a device has one behaviour, and that each part of it can be reached. */
final class BehaviourChecks {
    private static final List<String> BODIES =
            List.of("on-input", "on-timer", "on-reset", "on-line", "on-look", "functions", "state");

    private BehaviourChecks() {}

    static void check(
            MappingReader in, boolean java, List<DeviceRegister> registers, Map<String, Connection> connections) {
        if (java) {
            BODIES.stream().filter(in::has).forEach(key -> refuse(in, key));
        } else {
            checkHandlers(in, registers, connections);
        }
    }

    private static void refuse(MappingReader in, String key) {
        in.diagnostics()
                .report(
                        DeviceProblem.BEHAVIOUR,
                        in.at(key),
                        "'" + key + "' beside 'class': what the device does is written twice",
                        "",
                        in.at("class"),
                        "its behaviour is in Java");
    }

    private static void checkHandlers(
            MappingReader in, List<DeviceRegister> registers, Map<String, Connection> connections) {
        Diagnostics diagnostics = in.diagnostics();
        if (in.has("on-look") != has(connections, Connection.Kind.SURFACE)) {
            diagnostics.report(
                    DeviceProblem.HANDLER,
                    in.at(in.has("on-look") ? "on-look" : "connects"),
                    in.has("on-look")
                            ? "'on-look' never runs: no connection of this device is a surface"
                            : "a surface without 'on-look': there is nothing to see on it",
                    in.has("on-look") ? "declare one under 'connects:', { lamps: { kind: surface } }" : "on-look: ...");
        }
        if (in.has("on-input") && !has(connections, Connection.Kind.STREAM)) {
            diagnostics.report(
                    DeviceProblem.HANDLER,
                    in.at("on-input"),
                    "'on-input' never runs: no connection of this device is a stream",
                    "declare one under 'connects:', { keys: { kind: stream } }");
        }
        if (in.has("on-line") != in.has("inputs")) {
            diagnostics.report(
                    DeviceProblem.HANDLER,
                    in.at(in.has("inputs") ? "inputs" : "on-line"),
                    in.has("inputs")
                            ? "'inputs' without 'on-line': nothing happens when one is raised"
                            : "'on-line' never runs: this device has no inputs",
                    in.has("inputs") ? "on-line: ..." : "declare them: 'inputs: { from: 1, to: 31 }'");
        }
        for (DeviceRegister register : registers) {
            checkReached(
                    register,
                    "on-read",
                    register.onRead().isPresent() && !register.access().reads(),
                    diagnostics);
            checkReached(
                    register,
                    "on-write",
                    register.onWrite().isPresent() && !register.access().writes(),
                    diagnostics);
        }
    }

    private static boolean has(Map<String, Connection> connections, Connection.Kind kind) {
        return connections.values().stream().anyMatch(connection -> connection.kind() == kind);
    }

    private static void checkReached(DeviceRegister register, String key, boolean never, Diagnostics diagnostics) {
        Optional<dev.vmkit.language.text.Text> body = key.equals("on-read") ? register.onRead() : register.onWrite();
        if (never) {
            diagnostics.report(
                    DeviceProblem.HANDLER,
                    body.orElseThrow().span(),
                    "'" + key + "' never runs: the access of " + register.name() + " does not allow it",
                    "set 'access: rw'");
        }
    }
}
