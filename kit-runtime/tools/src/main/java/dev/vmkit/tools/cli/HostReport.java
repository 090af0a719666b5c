package dev.vmkit.tools.cli;

import dev.vmkit.assembly.host.ResolvedHost;
import dev.vmkit.language.yaml.Json;
import dev.vmkit.layers.hypervisor.Exit;
import dev.vmkit.layers.hypervisor.ExitLog;
import dev.vmkit.layers.hypervisor.Guest;
import dev.vmkit.layers.hypervisor.Host;
import dev.vmkit.layers.schedule.PolicyFault;
import dev.vmkit.machine.board.Outcome;
import dev.vmkit.machine.state.StateHash;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a host's run went.
 *
 * @param early what ended it before its guests, if anything
 * @param missing what guests were to show and did not, by their names
 */
record HostReport(
        ResolvedHost resolved, Host host, Optional<Outcome> early, Map<String, String> missing, long hostNanos) {

    private Verdict verdict(Guest guest) {
        return guest.outcome()
                .or(() -> early)
                .map(Verdict::of)
                .map(verdict -> verdict.unless(Optional.ofNullable(missing.get(guest.name()))))
                .orElseThrow();
    }

    /** The worst of all. */
    int exitCode() {
        if (host.fault().isPresent()) {
            return ExitCode.PLUGIN;
        }
        return early.map(Verdict::of)
                .map(Verdict::exitCode)
                .orElseGet(() -> host.guests().stream()
                        .mapToInt(guest -> verdict(guest).exitCode())
                        .max()
                        .orElse(ExitCode.SUCCESS));
    }

    /** For people: a row a guest, and then why each needed the monitor. */
    String text(boolean withHash, boolean withExits) {
        StringBuilder out = new StringBuilder();
        host.fault().ifPresent(fault -> out.append("kit: ").append(blame(fault)).append('\n'));
        out.append("%,d ticks of the processor, %.1f %% of them in use; %s, %s%n"
                .formatted(
                        host.now(),
                        percent(host.now() - host.idle()),
                        resolved.technique(),
                        resolved.policy().title()));
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("guest", "instructions", "share", "turns", "directly", "exits", "each 1,000", "end"));
        host.guests().forEach(guest -> rows.add(row(guest)));
        out.append(Table.text(rows));
        if (withExits) {
            host.guests().forEach(guest -> out.append(exits(guest)));
        }
        if (withHash) {
            host.guests().forEach(guest -> out.append("state %s %s%n".formatted(hash(guest), guest.name())));
        }
        return out.toString().stripTrailing();
    }

    private static String blame(PolicyFault fault) {
        return "the scheduler policy failed, so guests took turns: " + fault;
    }

    private double percent(long ticks) {
        return 100.0 * ticks / Math.max(1, host.now());
    }

    private List<String> row(Guest guest) {
        long instructions = guest.instructions();
        long exits = guest.exits().total();
        String message = verdict(guest).message();
        return List.of(
                guest.name(),
                "%,d".formatted(instructions),
                "%.1f %%".formatted(percent(guest.used())),
                "%,d".formatted(guest.turns()),
                "%.2f %%".formatted(100.0 * guest.exits().direct() / Math.max(1, instructions)),
                "%,d".formatted(exits),
                "%.3f".formatted(1000.0 * exits / Math.max(1, instructions)),
                message.isEmpty() ? verdict(guest).word() : message);
    }

    private static String exits(Guest guest) {
        StringBuilder out = new StringBuilder();
        int monitors = guest.allExits().size();
        for (int i = 0; i < monitors; i++) {
            String monitor = monitors == 1 ? "" : " to monitor " + (i + 1) + " of " + monitors;
            out.append("exits of " + guest.name() + monitor + "\n")
                    .append(rows(guest.allExits().get(i)));
        }
        return out.toString();
    }

    private static String rows(ExitLog log) {
        List<List<String>> rows = new ArrayList<>();
        log.counts()
                .forEach((exit, count) ->
                        rows.add(List.of(exit.cause().toString(), exit.detail(), "%,d".formatted(count))));
        return Table.text(rows);
    }

    private static String hash(Guest guest) {
        return StateHash.of(guest.machine().save());
    }

    /** For scripts; equal runs give equal objects, unless the time is wanted. */
    Json json(boolean withHash, boolean withTime) {
        Json.Builder json = Json.object()
                .put("host", resolved.name())
                .put("technique", resolved.technique())
                .put("policy", resolved.policy().title())
                .put("ticks", host.now())
                .put("idleTicks", host.idle())
                .put("exitCode", exitCode())
                .put(
                        "guests",
                        Json.array(host.guests().stream()
                                .map(guest -> guest(guest, withHash))
                                .toList()));
        host.fault().ifPresent(fault -> json.put("fault", blame(fault)));
        if (withTime) {
            json.put("hostNanoseconds", hostNanos);
        }
        return json.build();
    }

    private Json guest(Guest guest, boolean withHash) {
        Json.Builder json = Json.object()
                .put("name", guest.name())
                .put("outcome", verdict(guest).word())
                .put("message", verdict(guest).message())
                .put("instructions", guest.instructions())
                .put("ticks", guest.used())
                .put("turns", guest.turns())
                .put("waited", guest.rested())
                .put(
                        "monitors",
                        Json.array(guest.allExits().stream()
                                .map(HostReport::monitor)
                                .toList()));
        if (withHash) {
            json.put("state", hash(guest));
        }
        return json.build();
    }

    private static Json monitor(ExitLog log) {
        return Json.object()
                .put("direct", log.direct())
                .put(
                        "exits",
                        Json.array(log.counts().entrySet().stream()
                                .map(HostReport::exit)
                                .toList()))
                .build();
    }

    private static Json exit(Map.Entry<Exit, Long> counted) {
        return Json.object()
                .put("cause", counted.getKey().cause().toString())
                .put("detail", counted.getKey().detail())
                .put("count", counted.getValue())
                .build();
    }
}
