package dev.vmkit.tools.cli;

import dev.vmkit.tools.lab.Derivation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kit lab starter}: a solution with its gaps open. */
@Command(
        name = "starter",
        description = "Write the folder 'starter' of a lab: its folder 'solution' with the marked gaps open.",
        footer = {
            "",
            "In a solution, '# gap: WHAT TO DO' and '# end gap' stand around what students are to write.",
            "Exit code: 0, or 1 if --check finds a difference."
        })
final class LabStarterCommand extends KitCommand {
    @Parameters(paramLabel = "LAB", description = "The lab's folder.")
    private String lab = "";

    @Option(names = "--from", paramLabel = "FOLDER", description = "The solution. Default: LAB/solution.")
    private Optional<String> from = Optional.empty();

    @Option(names = "--check", description = "Write nothing, but say whether the starter is what would be written.")
    private boolean check;

    @Override
    int run() throws IOException {
        Surroundings surroundings = kit().surroundings();
        Path solution = from.map(surroundings::path)
                .orElseGet(() -> surroundings.path(lab).resolve("solution"));
        Path starter = surroundings.path(lab).resolve("starter");
        Derivation derived = Derivation.of(solution);
        SortedSet<String> differences = derived.differences(starter);
        if (!check) {
            derived.write(starter);
        }
        differences.forEach(name -> screen().line("  " + name));
        String outcome = check ? " other than the solution says" : " written anew";
        screen().line(lab + "/starter: " + derived.files().size() + " files, " + differences.size() + outcome);
        return check && !differences.isEmpty() ? ExitCode.FAILURE : ExitCode.SUCCESS;
    }
}
