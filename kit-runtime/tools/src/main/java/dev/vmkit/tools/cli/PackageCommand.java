package dev.vmkit.tools.cli;

import dev.vmkit.testkit.suite.Suite;
import dev.vmkit.tools.packaging.GradescopePackage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kit package}: a suite with the kit, as other platforms take them. */
@Command(
        name = "package",
        description = "Put a suite and the kit into one file that another platform grades with.",
        footer = {
            "",
            "Example: kit package gradescope suite.yaml -o autograder.zip",
            "To see it work on your own machine: docs/reference/grading.md."
        })
final class PackageCommand extends KitCommand {
    /** What takes packages. */
    enum Platform {
        GRADESCOPE
    }

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "The file. Default: PLATFORM.zip.")
    private Optional<String> output = Optional.empty();

    @Parameters(index = "0", paramLabel = "PLATFORM", description = "${COMPLETION-CANDIDATES}.")
    private Platform platform = Platform.GRADESCOPE;

    @Parameters(index = "1", paramLabel = "SUITE", description = "A file with a suite; all in its folder goes along.")
    private String suiteFile = "";

    @Override
    int run() throws IOException {
        Surroundings surroundings = kit().surroundings();
        Suite suite = GradingOptions.suite(surroundings, suiteFile);
        Path staged = Objects.requireNonNull(surroundings.plugins().getParent());
        Path home = staged.resolve("../..").normalize();
        String name = output.orElse(platform.name().toLowerCase(Locale.ROOT) + ".zip");
        new GradescopePackage(suite, surroundings.path(suiteFile), home).write(surroundings.path(name));
        screen().line(name);
        return ExitCode.SUCCESS;
    }
}
