package dev.vmkit.tools.cli;

import dev.vmkit.language.text.Diagnostic;
import dev.vmkit.language.text.FlatDiagnostic;
import dev.vmkit.language.text.Severity;
import dev.vmkit.language.yaml.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kit check}: finds mistakes without running anything. */
@Command(
        name = "check",
        description = "Check files without running anything: machines, plugins, instruction sets, devices.")
final class CheckCommand extends KitCommand {
    @Mixin
    private final Parts parts = new Parts();

    @Option(names = "--json", description = "Messages as JSON.")
    private boolean json;

    @Parameters(
            arity = "1..*",
            paramLabel = "WHAT",
            description = "A machine file, a plugin's folder or archive, the file of a part, or a part's name.")
    private List<String> written = List.of();

    @Override
    int run() throws IOException {
        List<Diagnostic> all = new ArrayList<>();
        List<String> fine = new ArrayList<>();
        for (String one : written) {
            Checked checked = Checked.of(kit().surroundings(), parts, one);
            all.addAll(checked.diagnostics());
            if (checked.diagnostics().isEmpty()) {
                fine.add(one + ": " + checked.what() + ", no mistakes");
            }
        }
        if (json) {
            screen().print(Json.array(
                            FlatDiagnostic.of(all).stream().map(Messages::json).toList())
                    .pretty());
        } else {
            screen().report(all);
            fine.forEach(screen()::line);
        }
        boolean wrong = all.stream().anyMatch(d -> d.severity() == Severity.ERROR);
        return wrong ? ExitCode.MISTAKE : ExitCode.SUCCESS;
    }
}
