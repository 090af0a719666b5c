package dev.vmkit.tools.cli;

import picocli.CommandLine.Command;

/** {@code kit image}: operating systems by name. */
@Command(
        name = "image",
        description = "Fetch operating systems by name, and make disks.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ImageListCommand.class,
            ImageFetchCommand.class,
            ImagePathCommand.class,
            ImageRemoveCommand.class,
            ImageCpmCommand.class
        },
        footer = {"", "Example: kit run \"$(kit image fetch debian-13-riscv64)\""})
final class ImageCommand extends KitCommand {
    @Override
    int run() {
        throw wrongUsage("'image' is followed by list, fetch, path, remove or cpm");
    }
}
