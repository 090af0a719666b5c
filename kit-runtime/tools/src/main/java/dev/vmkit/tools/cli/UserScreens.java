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
 * What the users of a time-shared machine see: a file each in a folder, or all on this output, line by line behind the
 * program's name; or kept, to be printed as JSON.
 */
final class UserScreens implements Closeable {
    /** Characters that are kept of each. */
    private static final int KEPT = 1 << 16;

    private final Surroundings surroundings;
    private final Optional<Path> folder;
    private final boolean kept;
    private final List<NamedLines> lines = new ArrayList<>();
    private final List<PrintStream> files = new ArrayList<>();
    private final Map<String, ByteArrayOutputStream> texts = new LinkedHashMap<>();

    UserScreens(Surroundings surroundings, Optional<Path> folder, boolean kept) throws IOException {
        this.surroundings = surroundings;
        this.folder = folder;
        this.kept = kept;
        if (folder.isPresent()) {
            Files.createDirectories(folder.get());
        }
    }

    /** The screen of a program's user. */
    HostOutput of(String program) {
        if (folder.isPresent()) {
            return file(folder.get().resolve(program + ".log"));
        }
        if (kept) {
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            texts.put(program, text);
            return value -> {
                if (text.size() < KEPT) {
                    text.write(value);
                }
            };
        }
        NamedLines named = new NamedLines(program, surroundings.out());
        lines.add(named);
        return named;
    }

    private HostOutput file(Path path) {
        try {
            PrintStream stream = new PrintStream(Files.newOutputStream(path), false, StandardCharsets.ISO_8859_1);
            files.add(stream);
            return new GuestOutput(stream, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was kept of a program's. */
    Optional<String> text(String program) {
        return Optional.ofNullable(texts.get(program)).map(text -> text.toString(StandardCharsets.UTF_8));
    }

    /** Shows lines that never ended. */
    void end() {
        lines.forEach(NamedLines::end);
    }

    @Override
    public void close() {
        files.forEach(PrintStream::close);
    }
}
