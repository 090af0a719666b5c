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
        isa(Starter.ISA, "Test it:  kit test %1$s", "Run it:   kit run -p %1$s %1$s/machine.yaml"),
        device(Starter.DEVICE, "Test it:  kit test %s"),
        policy(Starter.POLICY, "Test it:  kit test %s"),
        machine(Starter.MACHINE, "Run it:   kit run %s/machine.yaml");

        private final Starter starter;
        private final List<String> next;

        /** One by its starter, and what to do with it next, where its folder stands for %s. */
        Kind(Starter starter, String... next) {
            this.starter = starter;
            this.next = List.of(next);
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
        Path folder = Path.of(parent).resolve(name).normalize();
        List<String> files = kind.starter.write(kit().surroundings().path(folder.toString()), name);
        files.forEach(file -> screen().line("  " + folder.resolve(file)));
        screen().line("");
        kind.next.forEach(line -> screen().line(line.formatted(folder)));
        return ExitCode.SUCCESS;
    }
}
