package dev.vmkit.tools.cli;

import dev.vmkit.language.text.Problem;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kit explain}: what a message's code means and how to mend the mistake. */
@Command(name = "explain", description = "Explain a message's code, such as K104; without one, list all codes.")
final class ExplainCommand extends KitCommand {
    @Parameters(arity = "0..1", paramLabel = "CODE", description = "The code of a message.")
    private Optional<String> code = Optional.empty();

    @Option(names = "--markdown", description = "All codes and what they mean, as the page of a manual.")
    private boolean markdown;

    @Override
    int run() {
        if (markdown) {
            screen().print(ProblemsPage.text());
            return ExitCode.SUCCESS;
        }
        if (code.isEmpty()) {
            Problems.all().forEach(p -> screen().line(screen().bold(p.code()) + "  " + p.title()));
            return ExitCode.SUCCESS;
        }
        Problem problem = Problems.of(code.get()).orElseThrow(() -> wrongUsage("there is no code " + code.get()));
        screen().line(screen().bold(problem.code() + ": " + problem.title()));
        screen().line("");
        screen().line(problem.explanation());
        return ExitCode.SUCCESS;
    }
}
