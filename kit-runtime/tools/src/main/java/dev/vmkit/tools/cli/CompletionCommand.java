package dev.vmkit.tools.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;

/** {@code kit completion}: a script with which bash and zsh complete the kit's commands. */
@Command(
        name = "completion",
        description = "Print a script with which bash and zsh complete the kit's commands.",
        footer = {"", "Use it:  source <(kit completion)"})
final class CompletionCommand extends KitCommand {
    @Override
    int run() {
        screen().print(AutoComplete.bash("kit", root()));
        return ExitCode.SUCCESS;
    }
}
