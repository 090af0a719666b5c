package dev.vmkit.tools.cli;

import dev.vmkit.language.isa.RegisterFile;
import dev.vmkit.language.yaml.Json;
import dev.vmkit.machine.board.Machine;
import dev.vmkit.machine.hart.Hart;
import dev.vmkit.machine.state.StateHash;
import java.util.stream.Collectors;

/** How a run went. */
record RunReport(Machine machine, Verdict verdict, long hostNanos) {

    private long instructions() {
        return instructions(machine);
    }

    private static long instructions(Machine machine) {
        return machine.harts().stream().mapToLong(h -> h.hart().retired()).sum();
    }

    /** A line about a machine that runs on. */
    static String progress(Machine machine) {
        return "%s: %,d instructions, %.6f s of virtual time"
                .formatted(
                        machine.name(), instructions(machine), machine.clock().now() / 1e9);
    }

    String hash() {
        return StateHash.of(machine.save());
    }

    /** The registers that are not 0, a line a hart with its program counter first. */
    String registers() {
        return machine.harts().stream()
                .map(named -> (machine.harts().size() == 1 ? "" : named.name() + ": ") + registers(named.hart()))
                .collect(Collectors.joining("\n"));
    }

    private static String registers(Hart hart) {
        StringBuilder line = new StringBuilder(hart.isa().model().pc().names().getFirst() + " = 0x"
                + Long.toHexString(hart.state().pc()));
        for (RegisterFile file : hart.isa().model().registers()) {
            for (int i = 0; i < file.count() && !file.isPc() && !file.isLeftOut(); i++) {
                long value = hart.state().get(file, i);
                if (value != 0) {
                    line.append("  ")
                            .append(file.names().get(i))
                            .append(" = 0x")
                            .append(Long.toHexString(value));
                }
            }
        }
        return line.toString();
    }

    /** Lines for people. */
    String statistics() {
        double seconds = hostNanos / 1e9;
        return "%,d instructions in %.3f s: %.1f million a second; %.6f s of virtual time"
                        .formatted(
                                instructions(),
                                seconds,
                                instructions() / Math.max(seconds, 1e-9) / 1e6,
                                machine.clock().now() / 1e9)
                + "\n"
                + EngineReport.of(machine).text();
    }

    /** For scripts; equal runs give equal objects, unless the time is wanted. */
    Json json(String output, boolean withHash, boolean withTime) {
        Json.Builder json = Json.object()
                .put("outcome", verdict.word())
                .put("message", verdict.message())
                .put("exitCode", verdict.exitCode())
                .put("instructions", instructions())
                .put("virtualNanoseconds", machine.clock().now())
                .put("output", output);
        if (withTime) {
            json.put("hostNanoseconds", hostNanos);
            json.put("engine", EngineReport.of(machine).json());
        }
        if (withHash) {
            json.put("state", hash());
        }
        return json.build();
    }
}
