package dev.vmkit.tools.download;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.net.URLConnection;

/**
 * Asks servers for files. It is {@link HttpURLConnection}, because that notices a server that falls silent in the middle of
 * a file; {@code java.net.http} would wait for ever.
 */
public final class Web {
    private static final int CONNECT_MILLIS = 15_000;
    private static final int SILENCE_MILLIS = 30_000;

    private final Proxy proxy;

    /** Asks through {@code proxy}, which may be {@link Proxy#NO_PROXY}. */
    public Web(Proxy proxy) {
        this.proxy = proxy;
    }

    /**
     * A server's answer, whose body is read to the end or closed.
     *
     * @param from the position in the file of the body's first byte
     * @param length the length of the body, -1 if the server does not say
     */
    record Answer(InputStream body, long from, long length) {}

    /**
     * Asks for a file from a position on; the server may begin at 0 all the same.
     *
     * @throws Missing if the server answers, but not with the file
     * @throws Unreachable if nobody answers
     */
    Answer get(URI address, long from) throws IOException {
        HttpURLConnection connection = connection(address);
        if (from > 0) {
            connection.setRequestProperty("Range", "bytes=" + from + "-");
        }
        int status = status(address, connection);
        if (status == HttpURLConnection.HTTP_OK || status == HttpURLConnection.HTTP_PARTIAL) {
            long start = status == HttpURLConnection.HTTP_PARTIAL ? from : 0;
            return new Answer(connection.getInputStream(), start, connection.getContentLengthLong());
        }
        connection.disconnect();
        if (from > 0) {
            return get(address, 0);
        }
        throw new Missing("the server answers " + status + " for " + address);
    }

    private HttpURLConnection connection(URI address) throws IOException {
        URLConnection opened = "http".equals(address.getScheme()) || "https".equals(address.getScheme())
                ? address.toURL().openConnection(proxy)
                : null;
        if (!(opened instanceof HttpURLConnection connection)) {
            throw new FetchFailure("'" + address + "' does not start with http:// or https://");
        }
        connection.setConnectTimeout(CONNECT_MILLIS);
        connection.setReadTimeout(SILENCE_MILLIS);
        connection.setRequestProperty("Accept-Encoding", "identity");
        connection.setRequestProperty("User-Agent", "vmkit");
        return connection;
    }

    private static int status(URI address, HttpURLConnection connection) throws Unreachable {
        try {
            return connection.getResponseCode();
        } catch (IOException nobody) {
            throw new Unreachable(
                    "%s cannot be reached: %s; is this machine online?"
                            .formatted(address.getAuthority(), reason(nobody)),
                    nobody);
        }
    }

    private static String reason(IOException nobody) {
        return switch (nobody) {
            case java.net.UnknownHostException _ -> "there is no host of this name";
            case java.net.SocketTimeoutException _ -> "it does not answer in time";
            default -> String.valueOf(nobody.getMessage());
        };
    }
}
