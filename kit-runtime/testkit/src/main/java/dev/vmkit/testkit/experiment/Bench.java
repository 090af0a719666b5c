package dev.vmkit.testkit.experiment;

import dev.vmkit.assembly.assemble.Construction;
import dev.vmkit.assembly.experiment.Trial;
import dev.vmkit.assembly.experiment.Word;
import dev.vmkit.assembly.host.HostConstruction;
import dev.vmkit.assembly.host.ResolvedGuest;
import dev.vmkit.assembly.host.ResolvedHost;
import dev.vmkit.layers.hypervisor.Host;
import dev.vmkit.layers.schedule.DispatchListener;
import dev.vmkit.machine.board.Limits;
import dev.vmkit.machine.board.Machine;
import dev.vmkit.machine.board.Outcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where guests run once. */
record Bench(Consoles.Opening consoles) {

    /** All guests of a trial under their monitor. */
    List<Observation> monitored(Trial trial, List<Word> words) throws IOException {
        ResolvedHost resolved = trial.host();
        try (Consoles open = consoles.open(resolved)) {
            Host host = HostConstruction.build(resolved, open::connection, DispatchListener.NONE);
            try {
                host.guests().forEach(guest -> Placing.put(guest.machine(), words));
                long start = System.nanoTime();
                Optional<Outcome> early = host.run(resolved.limits());
                long nanos = System.nanoTime() - start;
                requirePolicy(host);
                Map<String, String> missing = open.missing();
                return host.guests().stream()
                        .map(guest -> new Observation(
                                guest.name(),
                                Counts.of(guest),
                                guest.outcome().or(() -> early).orElseThrow(),
                                Optional.ofNullable(missing.get(guest.name())),
                                nanos))
                        .toList();
            } finally {
                host.guests().forEach(guest -> guest.machine().close());
            }
        }
    }

    /** Turns that nobody chose are no result of a policy. */
    private static void requirePolicy(Host host) throws IOException {
        if (host.fault().isPresent()) {
            throw new IOException("the scheduler policy failed: " + host.fault().get());
        }
    }

    /** Each guest of a trial on a machine of its own. */
    List<Observation> bare(Trial trial, List<Word> words) throws IOException {
        List<Observation> all = new ArrayList<>();
        try (Consoles open = consoles.open(trial.host())) {
            for (ResolvedGuest guest : trial.host().guests()) {
                all.add(bare(guest, open, words, trial.host().limits()));
            }
        }
        return all;
    }

    private static Observation bare(ResolvedGuest guest, Consoles open, List<Word> words, Limits limits) {
        HostConstruction.Connection console = open.connection(guest);
        try (Machine machine = Construction.build(guest.machine(), console.input(), console.output())) {
            Placing.put(machine, words);
            long start = System.nanoTime();
            Outcome outcome = machine.run(limits);
            long nanos = System.nanoTime() - start;
            long instructions =
                    machine.harts().stream().mapToLong(h -> h.hart().retired()).sum();
            return new Observation(
                    guest.name(),
                    Counts.bare(instructions),
                    outcome,
                    Optional.ofNullable(open.missing().get(guest.name())),
                    nanos);
        }
    }
}
