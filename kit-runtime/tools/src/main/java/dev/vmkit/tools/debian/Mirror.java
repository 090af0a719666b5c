package dev.vmkit.tools.debian;

import java.net.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a copy of the archive is.
 *
 * @param base the folder that holds {@code dists} and {@code pool}
 * @param proxy whom to ask in its place, or {@link Proxy#NO_PROXY}
 * @param keyring the public keys of those who may sign its releases, if they are known here
 */
public record Mirror(URI base, Proxy proxy, Optional<Path> keyring) {
    /** The address of a file of the archive. */
    URI file(String path) {
        String folder = base.toString();
        return URI.create(folder + (folder.endsWith("/") ? "" : "/") + path);
    }
}
