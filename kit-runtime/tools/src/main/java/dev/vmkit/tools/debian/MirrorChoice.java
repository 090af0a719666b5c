package dev.vmkit.tools.debian;

import dev.vmkit.tools.download.FetchFailure;
import dev.vmkit.tools.download.Unreachable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Finds a mirror: the one that is named, else that of the environment variable {@code KIT_MIRROR}, else the one that apt
 * uses on this machine. The kit knows none by itself.
 *
 * @param named what the command line says
 * @param keyring the keys that count, if the command line says it
 * @param environment the process's
 * @param system the root of the file system, where apt's settings and keyrings are found; a test has another
 */
public record MirrorChoice(
        Optional<String> named, Optional<Path> keyring, Map<String, String> environment, Path system) {
    /** The keyring that Debian's package debian-archive-keyring installs. */
    private static final String KEYRING = "usr/share/keyrings/debian-archive-keyring.gpg";

    /**
     * The mirror.
     *
     * @throws Unreachable if none is known
     * @throws FetchFailure if what names it is no address
     */
    public Mirror choose() throws IOException {
        Optional<String> said = named.or(
                () -> Optional.ofNullable(environment.get("KIT_MIRROR")).filter(text -> !text.isBlank()));
        if (said.isPresent()) {
            URI base = address(said.get());
            return new Mirror(base, proxy(base), keyring.or(() -> installed(KEYRING)));
        }
        AptSource source = AptSource.all(system.resolve("etc/apt")).stream()
                .filter(AptSource::isDebian)
                .findFirst()
                .orElseThrow(() -> new Unreachable(
                        "no mirror of Debian's archive is known here, for apt has none configured: name one with"
                                + " --mirror URL or the environment variable KIT_MIRROR"));
        URI base = address(source.uri());
        return new Mirror(
                base,
                proxy(base),
                keyring.or(() -> source.signedBy().flatMap(this::installed)).or(() -> installed(KEYRING)));
    }

    private Optional<Path> installed(String path) {
        Path file = system.resolve(path.startsWith("/") ? path.substring(1) : path);
        return Optional.of(file).filter(Files::isRegularFile);
    }

    private Proxy proxy(URI base) throws IOException {
        String scheme = base.getScheme();
        Optional<String> set = AptSetting.find(system.resolve("etc/apt"), "Acquire::" + scheme + "::Proxy")
                .or(() -> Optional.ofNullable(environment.get(scheme + "_proxy")))
                .filter(text ->
                        !text.isBlank() && !text.toUpperCase(Locale.ROOT).equals("DIRECT"));
        if (set.isEmpty()) {
            return Proxy.NO_PROXY;
        }
        URI proxy = address(set.get());
        int port = proxy.getPort() < 0 ? 80 : proxy.getPort();
        return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(proxy.getHost(), port));
    }

    private static URI address(String text) throws FetchFailure {
        try {
            URI address = new URI(text.strip());
            if (address.getHost() != null
                    && ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))) {
                return address;
            }
            throw new FetchFailure("'" + text + "' is no address that starts with http:// or https://");
        } catch (URISyntaxException malformed) {
            throw new FetchFailure("'" + text + "' is no address: " + malformed.getReason(), malformed);
        }
    }
}
