package dev.vmkit.tools.cli;

import dev.vmkit.machine.board.HostOutput;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What several guests, or the programs of several users, show: a file each in a folder, or all on this output, line by line
 * behind the name; or kept, for who makes a report of it.
 */
final class NamedScreens implements Closeable {
    /** Characters that are kept of each. */
    private static final int KEPT = 1 << 16;

    private final Surroundings surroundings;
    private final Optional<Path> folder;
    private final boolean kept;
    private final List<NamedLines> lines = new ArrayList<>();
    private final List<GuestOutput> outputs = new ArrayList<>();
    private final List<PrintStream> files = new ArrayList<>();
    private final Map<String, ByteArrayOutputStream> texts = new LinkedHashMap<>();

    /**
     * Screens for all names.
     *
     * @param folder where each goes to a file, if it does; made if there is none
     * @param kept whether they are kept otherwise, and not shown
     */
    NamedScreens(Surroundings surroundings, Optional<Path> folder, boolean kept) throws IOException {
        this.surroundings = surroundings;
        this.folder = folder;
        this.kept = kept;
        if (folder.isPresent()) {
            Files.createDirectories(folder.get());
        }
    }

    /** The screen of that name; each is asked for once. */
    HostOutput of(String name) {
        if (folder.isPresent()) {
            return file(folder.get().resolve(name.replace('/', '-') + ".log"));
        }
        return kept ? text(texts.computeIfAbsent(name, _ -> new ByteArrayOutputStream())) : lines(name);
    }

    private HostOutput file(Path path) {
        try {
            PrintStream stream = new PrintStream(Files.newOutputStream(path), false, StandardCharsets.ISO_8859_1);
            files.add(stream);
            GuestOutput output = new GuestOutput(stream, false);
            outputs.add(output);
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HostOutput text(ByteArrayOutputStream text) {
        return value -> {
            if (text.size() < KEPT) {
                text.write(value);
            }
        };
    }

    private HostOutput lines(String name) {
        NamedLines named = new NamedLines(name, surroundings.out());
        lines.add(named);
        return named;
    }

    /** What was kept of a name. */
    Optional<String> kept(String name) {
        return Optional.ofNullable(texts.get(name)).map(text -> text.toString(StandardCharsets.UTF_8));
    }

    /** Nobody shows anything any more: lines that never ended are shown, and files are complete. */
    @Override
    public void close() {
        outputs.forEach(GuestOutput::flush);
        lines.forEach(NamedLines::flush);
        lines.forEach(NamedLines::end);
        files.forEach(PrintStream::close);
    }
}
