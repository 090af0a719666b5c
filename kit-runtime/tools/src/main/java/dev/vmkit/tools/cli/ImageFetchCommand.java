package dev.vmkit.tools.cli;

import dev.vmkit.tools.debian.DebianArchive;
import dev.vmkit.tools.debian.Mirror;
import dev.vmkit.tools.debian.MirrorChoice;
import dev.vmkit.tools.download.Downloads;
import dev.vmkit.tools.download.Web;
import dev.vmkit.tools.images.Board;
import dev.vmkit.tools.images.DebianImage;
import dev.vmkit.tools.images.ImageFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kit image fetch}: makes an image out of the packages of an archive. */
@Command(
        name = "fetch",
        description =
                "Fetch an operating system and leave a machine file that runs. Its path is the last line printed.",
        footer = {
            "",
            "What has been fetched is not fetched again: kernel and first file system stay until --force, the disk"
                    + " until",
            "'kit image remove'. The mirror of the archive is that of --mirror, or of the environment variable"
                    + " KIT_MIRROR,",
            "or the one that apt uses on this machine."
        })
final class ImageFetchCommand extends KitCommand {
    @Mixin
    private final ImageChoice choice = new ImageChoice();

    @Mixin
    private final BoardOptions options = new BoardOptions();

    @Option(names = "--mirror", paramLabel = "URL", description = "The mirror of the archive to fetch from.")
    private Optional<String> mirror = Optional.empty();

    @Option(
            names = "--keyring",
            paramLabel = "FILE",
            description = "The public keys that the archive's releases are signed with. Default: those of the package"
                    + " debian-archive-keyring, if it is installed here.")
    private Optional<String> keyring = Optional.empty();

    @Option(names = "--force", description = "Fetch the newest kernel, and write the machine file anew; keep the disk.")
    private boolean force;

    @Override
    int run() throws IOException {
        Surroundings surroundings = kit().surroundings();
        ImageFolder folder = choice.folder(surroundings);
        Board board = options.board(this);
        if (force || !folder.bootable()) {
            try (ProgressLine progress = new ProgressLine(screen(), surroundings.terminal())) {
                fetch(surroundings, folder, progress);
            }
        }
        folder.equip(board, force || options.chosen());
        screen().line(folder.machine().toString());
        return ExitCode.SUCCESS;
    }

    private void fetch(Surroundings surroundings, ImageFolder folder, ProgressLine progress) throws IOException {
        MirrorChoice choices = new MirrorChoice(
                mirror, keyring.map(surroundings::path), surroundings.environment(), surroundings.path("/"));
        Mirror from = choices.choose();
        Path kept = ImageChoice.cache(surroundings).resolve("downloads");
        Downloads downloads = new Downloads(kept, new Web(from.proxy()), progress);
        new DebianImage(choice.image(), new DebianArchive(from, downloads, progress), progress).fetch(folder);
    }
}
