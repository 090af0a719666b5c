package dev.vmkit.tools.cli;

import dev.vmkit.tools.images.ImageFolder;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code kit image path}: where an image's machine file is. */
@Command(name = "path", description = "Print where the machine file of a fetched image is.")
final class ImagePathCommand extends KitCommand {
    @Mixin
    private final ImageChoice choice = new ImageChoice();

    @Override
    int run() throws IOException {
        ImageFolder folder = choice.folder(kit().surroundings());
        if (!folder.complete()) {
            throw new IOException("'%s' has not been fetched; do: kit image fetch %1$s"
                    .formatted(choice.image().title()));
        }
        screen().line(folder.machine().toString());
        return ExitCode.SUCCESS;
    }
}
