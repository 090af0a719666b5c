package dev.vmkit.tools.cli;

import dev.vmkit.assembly.assemble.Construction;
import dev.vmkit.assembly.assemble.ResolvedMachine;
import dev.vmkit.assembly.catalog.Catalog;
import dev.vmkit.language.codec.Symbols;
import dev.vmkit.machine.board.Limits;
import dev.vmkit.machine.board.Machine;
import dev.vmkit.machine.trace.JsonTrace;
import dev.vmkit.machine.trace.TextTrace;
import dev.vmkit.machine.trace.TraceEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kit trace}: runs a machine and shows every instruction. */
@Command(
        name = "trace",
        description = "Run a machine and print every instruction and what it changed.",
        footer = {"", "The guest's own output goes to the error stream, so that the trace can be kept apart."})
final class TraceCommand extends KitCommand {
    @Mixin
    private final MachineChoice choice = new MachineChoice();

    @Mixin
    private final LimitOptions limits = new LimitOptions();

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Option(
            names = {"-i", "--input"},
            paramLabel = "FILE",
            description = "Type the bytes of a file instead of those of the pipe.")
    private Optional<String> input = Optional.empty();

    @Option(names = "--skip", paramLabel = "N", description = "Leave out the first N instructions.")
    private long skip;

    @Override
    int run() throws IOException {
        Surroundings surroundings = kit().surroundings();
        try (Catalog catalog = choice.open(surroundings)) {
            ResolvedMachine resolved = choice.resolve(catalog, surroundings, screen());
            Optional<Path> typed = input.map(surroundings::path);
            try (GuestConnection guest = GuestConnection.piped(surroundings, typed, surroundings.err())) {
                Machine machine = Construction.build(resolved, guest.input(), guest.output());
                machine.trace(new Symbols(machine.symbols()), printer(resolved));
                Verdict verdict = run(machine, limits.of(resolved));
                guest.output().flush();
                if (!verdict.message().isEmpty()) {
                    screen().say("kit: " + verdict.message());
                }
                return verdict.exitCode();
            }
        }
    }

    private static Verdict run(Machine machine, Limits limits) {
        try (Ending _ = new Ending(machine)) {
            return Verdict.of(machine.run(limits));
        }
    }

    private Consumer<TraceEvent> printer(ResolvedMachine resolved) {
        TextTrace text = new TextTrace(resolved.isa().model().fetch().addressWidth());
        Function<TraceEvent, String> format = json ? new JsonTrace()::line : text::line;
        return event -> {
            if (event.count() >= skip) {
                screen().line(format.apply(event));
            }
        };
    }
}
