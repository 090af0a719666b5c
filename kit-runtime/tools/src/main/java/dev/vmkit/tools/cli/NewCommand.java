package dev.vmkit.tools.cli;

import dev.vmkit.tools.starter.Starter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kit new}: a part to start from. */
@Command(
        name = "new",
        description = "Start a part of your own: a folder with a working one that passes its own tests.",
        footer = {"", "Example: kit new isa mine && kit test mine"})
final class NewCommand extends KitCommand {
    /** What there is to start. */
    enum Kind {
        isa(Starter.ISA),
        device(Starter.DEVICE),
        policy(Starter.POLICY),
        machine(Starter.MACHINE);

        private final Starter starter;

        Kind(Starter starter) {
            this.starter = starter;
        }
    }

    @Parameters(index = "0", paramLabel = "KIND", description = "One of ${COMPLETION-CANDIDATES}.")
    private Kind kind = Kind.isa;

    @Parameters(index = "1", paramLabel = "NAME", description = "The part's name: small letters, digits and dashes.")
    private String name = "";

    @Option(names = "--in", paramLabel = "FOLDER", description = "Where to make the folder. Default: here.")
    private String parent = ".";

    @Override
    int run() throws IOException {
        if (!Starter.NAME.matcher(name).matches()) {
            throw wrongUsage("'" + name
                    + "' is no name for a part: use small letters, digits and dashes, a letter first, and no word"
                    + " that YAML reads as a truth value");
        }
        Path folder = kit().surroundings().path(parent).resolve(name);
        List<String> files = kind.starter.write(folder, name);
        files.forEach(file -> screen().line("  " + name + "/" + file));
        screen().line("");
        screen().line(
                        kind == Kind.machine
                                ? "Run it:   kit run " + name + "/machine.yaml"
                                : "Test it:  kit test " + name);
        return ExitCode.SUCCESS;
    }
}
