package dev.vmkit.tools.cli;

import dev.vmkit.api.Surface.Picture;
import dev.vmkit.machine.board.Limits;
import dev.vmkit.machine.board.Machine;
import dev.vmkit.machine.board.Outcome;
import dev.vmkit.tools.screen.Png;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** By which options a run leaves pictures of what its devices show. */
final class ScreenshotOptions {
    /** Pixels that a picture should be wide. */
    private static final int WIDE = 640;

    @Option(
            names = "--screenshot",
            paramLabel = "FILE",
            description =
                    "Write what is on the screen at the end as a PNG file; of several screens, each to a file with"
                            + " its name.")
    private Optional<String> file = Optional.empty();

    @Option(
            names = "--screenshot-at",
            paramLabel = "N",
            description = "Write it after so many instructions, and go on.")
    private Optional<Long> at = Optional.empty();

    boolean wanted() {
        return file.isPresent() || at.isPresent();
    }

    /** Finds out, before the machine runs, whether it can be done. */
    void require(KitCommand command, Machine machine) throws IOException {
        if (at.isPresent() && file.isEmpty()) {
            throw command.wrongUsage("--screenshot-at needs --screenshot FILE");
        }
        if (file.isPresent()) {
            OutputFile picture = new OutputFile(command.kit().surroundings(), file.get());
            if (!picture.mayEndIn("png")) {
                throw command.wrongUsage("a picture is a PNG file, so its name ends in .png or has no ending, not as '"
                        + file.get() + "'");
            }
            if (machine.displays().isEmpty()) {
                throw command.wrongUsage("no device of this machine shows a picture");
            }
            picture.require();
        }
    }

    /** Runs a machine and takes its picture. */
    Outcome run(Machine machine, Limits limits, Surroundings surroundings) throws IOException {
        if (at.isEmpty() || at.get() >= limits.instructions()) {
            Outcome outcome = machine.run(limits);
            take(machine, surroundings);
            return outcome;
        }
        Outcome outcome = machine.run(new Limits(at.get(), limits.hostNanos(), limits.untilIdle()));
        take(machine, surroundings);
        return outcome instanceof Outcome.BudgetReached
                ? machine.run(new Limits(limits.instructions() - at.get(), limits.hostNanos(), limits.untilIdle()))
                : outcome;
    }

    private void take(Machine machine, Surroundings surroundings) throws IOException {
        if (file.isPresent()) {
            for (String shown : machine.displays().keySet()) {
                Optional<Picture> picture = machine.displays().get(shown).look();
                if (picture.isPresent()) {
                    Files.write(path(machine, shown, surroundings), Png.of(picture.get(), scale(picture.get())));
                }
            }
        }
    }

    private Path path(Machine machine, String shown, Surroundings surroundings) {
        return surroundings.path(
                OutputFile.named(file.orElseThrow(), shown, machine.displays().size()));
    }

    private static int scale(Picture picture) {
        return Math.max(1, WIDE / picture.width());
    }
}
