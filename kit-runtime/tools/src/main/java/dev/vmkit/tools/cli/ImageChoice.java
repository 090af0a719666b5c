package dev.vmkit.tools.cli;

import dev.vmkit.tools.images.ImageFolder;
import dev.vmkit.tools.images.OsImage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** The arguments that say which image a command is about, and where it lies. */
final class ImageChoice {
    @Parameters(
            index = "0",
            paramLabel = "NAME",
            converter = Named.class,
            completionCandidates = Names.class,
            description = "One of ${COMPLETION-CANDIDATES}.")
    private OsImage image = OsImage.DEBIAN_13_RISCV64;

    @Option(
            names = "--in",
            paramLabel = "FOLDER",
            description = "Where its files lie. Default: a folder of its own in the kit's cache.")
    private Optional<String> folder = Optional.empty();

    OsImage image() {
        return image;
    }

    ImageFolder folder(Surroundings surroundings) {
        return folder.map(written -> new ImageFolder(surroundings.path(written)))
                .orElseGet(() -> usual(surroundings, image));
    }

    /** Where an image lies if nobody says so. */
    static ImageFolder usual(Surroundings surroundings, OsImage image) {
        return new ImageFolder(cache(surroundings).resolve("images").resolve(image.title()));
    }

    /** The folder for what can be fetched again, by the XDG Base Directory Specification. */
    static Path cache(Surroundings surroundings) {
        Map<String, String> environment = surroundings.environment();
        String home = environment.getOrDefault("HOME", ".");
        return surroundings
                .path(Optional.ofNullable(environment.get("XDG_CACHE_HOME"))
                        .filter(path -> path.startsWith("/"))
                        .orElse(home + "/.cache"))
                .resolve("vmkit");
    }

    /** All names. */
    static final class Names implements Iterable<String> {
        private final List<String> all =
                Arrays.stream(OsImage.values()).map(OsImage::title).toList();

        @Override
        public Iterator<String> iterator() {
            return all.iterator();
        }
    }

    /** A name of an image. */
    static final class Named implements ITypeConverter<OsImage> {
        @Override
        public OsImage convert(String text) {
            return OsImage.named(text)
                    .orElseThrow(() -> new TypeConversionException("there is no image '" + text + "'; there is "
                            + Arrays.stream(OsImage.values())
                                    .map(OsImage::title)
                                    .collect(Collectors.joining(", "))));
        }
    }
}
