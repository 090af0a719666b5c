package dev.vmkit.tools.cli;

import picocli.CommandLine.Command;

/** {@code kit lab}: what teachers do with labs. */
@Command(
        name = "lab",
        description = "Derive what students start from.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = LabStarterCommand.class,
        footer = {"", "Example: kit lab starter curriculum/02-your-first-isa"})
final class LabCommand extends KitCommand {
    @Override
    int run() {
        throw wrongUsage("'lab' is followed by starter");
    }
}
