package dev.vmkit.tools.cli;

import dev.vmkit.tools.download.Downloads;
import dev.vmkit.tools.images.ImageFolder;
import java.io.IOException;
import java.nio.file.Files;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kit image remove}: deletes an image. */
@Command(name = "remove", description = "Delete an image, with the disk that its guest wrote.")
final class ImageRemoveCommand extends KitCommand {
    @Mixin
    private final ImageChoice choice = new ImageChoice();

    @Option(names = "--downloads", description = "Delete the packages that all images were made of, too.")
    private boolean downloads;

    @Override
    int run() throws IOException {
        ImageFolder folder = choice.folder(kit().surroundings());
        boolean there = Files.isDirectory(folder.folder());
        if (there) {
            folder.delete();
        }
        if (downloads) {
            Downloads.clear(ImageChoice.cache(kit().surroundings()).resolve("downloads"));
        }
        screen().say(there ? "removed " + folder.folder() : "there is no " + folder.folder());
        return ExitCode.SUCCESS;
    }
}
