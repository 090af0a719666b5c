package dev.vmkit.layers.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A disk as a machine file describes it.
 *
 * @param image the file that holds its bytes
 * @param overlay the file that takes what the guest writes, so that the image stays as it is; made if it does not exist
 * @param readOnly whether the guest cannot write; then there is no overlay
 */
public record Disk(Path image, Optional<Path> overlay, boolean readOnly) {

    /**
     * Opens its files.
     *
     * @throws IOException with a message for the learner, if they cannot be opened, somebody else uses them, or the
     *     overlay does not fit the image
     */
    public DiskStore open() throws IOException {
        if (overlay.isPresent()) {
            return OverlayStore.open(FileStore.readOnly(image), overlay.get());
        }
        return readOnly ? FileStore.readOnly(image) : FileStore.writable(image);
    }

    @Override
    public String toString() {
        return image + overlay.map(o -> " under " + o).orElse("") + (readOnly ? " read-only" : "");
    }
}
