package dev.vmkit.tools.cli;

import dev.vmkit.assembly.assemble.Construction;
import dev.vmkit.assembly.assemble.MemoryAhead;
import dev.vmkit.assembly.assemble.ResolvedMachine;
import dev.vmkit.assembly.catalog.Catalog;
import dev.vmkit.assembly.config.DialogueReader;
import dev.vmkit.assembly.config.HostReader;
import dev.vmkit.assembly.config.TimesharingReader;
import dev.vmkit.language.device.Connection;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.machine.board.Dialogue;
import dev.vmkit.machine.board.InputLog;
import dev.vmkit.machine.board.Limits;
import dev.vmkit.machine.board.Machine;
import dev.vmkit.machine.board.Outcome;
import dev.vmkit.machine.board.ReplayedNetwork;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kit run}: runs a machine. */
@Command(
        name = "run",
        description = "Run a machine, with its console on this terminal.",
        footer = {
            "",
            "At the terminal, Ctrl-A x ends the machine and Ctrl-A h helps. Input from a pipe is read as the guest"
                    + " asks",
            "for it, so that equal input gives equal runs.",
            "",
            "Exit code: 0 if the machine ended well, 1 if the guest reported failure, panicked or got stuck, 4 at a"
                    + " limit."
        })
final class RunCommand extends KitCommand {
    private final MemoryAhead ahead = new MemoryAhead();

    @Mixin
    private final MachineChoice choice = new MachineChoice();

    @Mixin
    private final LimitOptions limits = new LimitOptions();

    @Mixin
    private final NetworkOptions network = new NetworkOptions();

    @Mixin
    private final RecordOptions records = new RecordOptions();

    @Mixin
    private final ScreenshotOptions screenshots = new ScreenshotOptions();

    @Mixin
    private final SoundOptions sounds = new SoundOptions();

    @Option(
            names = {"-i", "--input"},
            paramLabel = "FILE",
            description = "Type the bytes of a file instead of what comes from the terminal or the pipe.")
    private Optional<String> input = Optional.empty();

    @Option(
            names = "--dialogue",
            paramLabel = "FILE",
            description = "Type what a file says, each time after the guest has shown what the file says.")
    private Optional<String> dialogue = Optional.empty();

    @Option(
            names = "--consoles",
            paramLabel = "FOLDER",
            description = "Write what each guest of a host shows to a file of its own there, instead of here.")
    private Optional<String> consoles = Optional.empty();

    @Option(
            names = "--real-time",
            description =
                    "Run no faster than the machine's own time, as is done anyway for a person who sees a screen.")
    private boolean realTime;

    @Option(names = "--stats", description = "Say afterwards how much was executed, and how fast.")
    private boolean stats;

    @Option(names = "--hash", description = "Say afterwards the digest of the machine's state.")
    private boolean hash;

    @Option(names = "--registers", description = "Say afterwards what is in the registers, those with 0 left out.")
    private boolean registers;

    @Option(names = "--json", description = "Print how it went as JSON, the guest's output in it.")
    private boolean json;

    @Override
    int run() throws IOException {
        Surroundings surroundings = kit().surroundings();
        try (Catalog catalog = choice.open(surroundings)) {
            SourceFile file = SourceFiles.read(surroundings, choice.file());
            if (HostReader.isHost(file)) {
                return runHost(catalog, file);
            }
            if (TimesharingReader.isTimeshared(file)) {
                return runTimeshared(catalog, file);
            }
            ResolvedMachine resolved = network.apply(choice.resolve(catalog, surroundings, screen(), ahead::begin))
                    .orElseThrow(() -> wrongUsage("this machine has no network, so no ports can be forwarded"));
            ByteArrayOutputStream captured = new ByteArrayOutputStream();
            return report(execute(resolved, script(), captured), captured);
        }
    }

    /** Guests say in their file what is typed at their consoles. */
    private int runHost(Catalog catalog, SourceFile file) throws IOException {
        if (dialogue.isPresent() || input.isPresent() || records.records() || records.replays()) {
            throw wrongUsage("guests say in the host's file what is typed at their consoles: 'input:' or 'dialogue:'");
        }
        if (!choice.instead().equals(Machines.Instead.NOTHING)) {
            throw wrongUsage("the host's file says which programs its guests load, and what runs them");
        }
        requireForOneMachine();
        return new HostRun(kit().surroundings(), screen(), limits, consoles, json, stats, hash).run(catalog, file);
    }

    /** Programs say in their file what their users type. */
    private int runTimeshared(Catalog catalog, SourceFile file) throws IOException {
        if (dialogue.isPresent() || input.isPresent() || records.records() || records.replays()) {
            throw wrongUsage("programs say in the host's file what their users type: 'types:'");
        }
        if (!choice.instead().equals(Machines.Instead.NOTHING)) {
            throw wrongUsage("the host's file says which programs share its hardware, and what runs them");
        }
        requireForOneMachine();
        return new TimesharingRun(kit().surroundings(), screen(), limits, consoles, json, stats, hash)
                .run(catalog, file);
    }

    private void requireForOneMachine() {
        if (screenshots.wanted() || sounds.wanted() || realTime) {
            throw wrongUsage("a host has several machines: pictures and sounds are taken, and time is kept, of one");
        }
        if (!network.isEmpty()) {
            throw wrongUsage("a host has several machines: the ports of each stand in its machine file");
        }
    }

    private Optional<Dialogue> script() throws IOException {
        if (dialogue.isPresent() && input.isPresent()) {
            throw wrongUsage("--dialogue and --input both say what is typed");
        }
        if (records.replays() && (input.isPresent() || records.records())) {
            throw wrongUsage("--replay says all that comes in, but for a dialogue");
        }
        return dialogue.isEmpty()
                ? Optional.empty()
                : Optional.of(DialogueReader.read(SourceFiles.read(kit().surroundings(), dialogue.get())));
    }

    private RunReport execute(ResolvedMachine resolved, Optional<Dialogue> script, ByteArrayOutputStream captured)
            throws IOException {
        Optional<InputLog> log = records.log(kit().surroundings());
        try (GuestConnection guest = connect(resolved, script, log, captured)) {
            PanicWatch watch = new PanicWatch(guest.output());
            Machine machine = build(resolved, log, guest, watch);
            try (Ending _ = new Ending(machine);
                    Closeable _ = records.begin(machine, kit().surroundings());
                    Closeable _ = sounds.begin(this, machine)) {
                watch.onEnd(machine::stop);
                screenshots.require(this, machine);
                if (realTime) {
                    machine.followHostTime();
                }
                guest.begin(machine);
                return run(machine, limits.of(resolved), script, watch);
            }
        }
    }

    private Machine build(ResolvedMachine resolved, Optional<InputLog> log, GuestConnection guest, PanicWatch watch) {
        return log.isEmpty()
                ? Construction.build(resolved, guest.input(), watch, ahead)
                : Construction.build(resolved, guest.input(), watch, log.map(ReplayedNetwork::new), ahead);
    }

    private RunReport run(Machine machine, Limits limits, Optional<Dialogue> script, PanicWatch watch)
            throws IOException {
        long start = System.nanoTime();
        Outcome outcome = screenshots.run(machine, limits, kit().surroundings());
        Verdict verdict = watch.panic()
                .map(Verdict::panic)
                .orElseGet(() -> Verdict.of(outcome).unless(script.flatMap(Dialogue::missing)));
        return new RunReport(machine, verdict, System.nanoTime() - start);
    }

    private GuestConnection connect(
            ResolvedMachine resolved, Optional<Dialogue> script, Optional<InputLog> log, ByteArrayOutputStream captured)
            throws IOException {
        Surroundings surroundings = kit().surroundings();
        PrintStream out = json ? new PrintStream(captured, false, StandardCharsets.ISO_8859_1) : surroundings.out();
        if (script.isPresent()) {
            return GuestConnection.dialogue(script.get(), out);
        }
        if (log.isPresent()) {
            return GuestConnection.replayed(log.get(), out);
        }
        Optional<Path> typed = input.map(surroundings::path);
        boolean person = surroundings.terminal()
                && typed.isEmpty()
                && (resolved.console().typesInto().isPresent() || shows(resolved));
        if (person && !json) {
            return GuestConnection.terminal(surroundings);
        }
        return records.records()
                ? GuestConnection.live(surroundings, typed, out)
                : GuestConnection.piped(surroundings, typed, out);
    }

    private static boolean shows(ResolvedMachine resolved) {
        return resolved.devices().stream()
                .flatMap(device -> device.definition().connections().values().stream())
                .anyMatch(plug -> plug.kind() == Connection.Kind.SURFACE);
    }

    private int report(RunReport report, ByteArrayOutputStream captured) {
        if (json) {
            screen().print(report.json(captured.toString(StandardCharsets.UTF_8), hash, stats)
                    .pretty());
            return report.verdict().exitCode();
        }
        if (!report.verdict().message().isEmpty()) {
            screen().say("kit: " + report.verdict().message());
        }
        if (registers) {
            screen().say(report.registers());
        }
        if (stats) {
            screen().say(report.statistics());
        }
        if (hash) {
            screen().say("state " + report.hash());
        }
        return report.verdict().exitCode();
    }
}
