package dev.vmkit.tools.cli;

import dev.vmkit.tools.images.ImageFolder;
import dev.vmkit.tools.images.OsImage;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code kit image list}: what can be fetched. */
@Command(name = "list", description = "List the images there are, and where those are that were fetched.")
final class ImageListCommand extends KitCommand {
    @Override
    int run() {
        List<List<String>> rows = Arrays.stream(OsImage.values()).map(this::row).toList();
        screen().print(Table.text(rows));
        return ExitCode.SUCCESS;
    }

    private List<String> row(OsImage image) {
        ImageFolder folder = ImageChoice.usual(kit().surroundings(), image);
        return List.of(
                image.title(),
                image.about(),
                folder.complete() ? folder.folder().toString() : "not fetched");
    }
}
