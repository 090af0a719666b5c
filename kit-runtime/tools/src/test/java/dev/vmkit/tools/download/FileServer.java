package dev.vmkit.tools.download;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A web server on this machine that knows some files, and can be told to misbehave. */
public final class FileServer implements AutoCloseable {
    private static final Pattern RANGE = Pattern.compile("bytes=([0-9]+)-");

    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final HttpServer server;
    private volatile boolean ranges = true;
    private volatile int cutAfter = Integer.MAX_VALUE;

    public FileServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    public void put(String path, byte[] content) {
        files.put(path, content);
    }

    public byte[] get(String path) {
        return files.get(path);
    }

    public void remove(String path) {
        files.remove(path);
    }

    /** Whether it understands requests for parts of files. */
    void ranges(boolean understood) {
        ranges = understood;
    }

    /** Has every answer end after so many bytes. */
    void cutAfter(int bytes) {
        cutAfter = bytes;
    }

    /** The requests so far: paths, and where they wanted to begin. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    public URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + path);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring(1);
        Matcher range =
                RANGE.matcher(String.valueOf(exchange.getRequestHeaders().getFirst("Range")));
        int from = ranges && range.matches() ? Integer.parseInt(range.group(1)) : 0;
        asked.add(path + (range.matches() ? " from " + range.group(1) : ""));
        byte[] content = files.get(path);
        if (content == null || from > content.length) {
            exchange.sendResponseHeaders(content == null ? 404 : 416, -1);
        } else {
            int length = content.length - from;
            exchange.sendResponseHeaders(from > 0 ? 206 : 200, length == 0 ? -1 : length);
            exchange.getResponseBody().write(content, from, Math.min(length, cutAfter));
            exchange.getResponseBody().flush();
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
