package dev.vmkit.tools.debian;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds one setting in apt's configuration, as apt.conf(5) has it: {@code A::B "value";} or {@code A { B "value"; };}. */
final class AptSetting {
    private static final Pattern TOKEN = Pattern.compile(
            "(?s)/\\*.*?\\*/|//[^\\n]*|#[^\\n]*|\"(?<value>[^\"]*)\"|(?<mark>[{};])|(?<name>[^\\s{};\"]+)");

    private final String wanted;
    private final Deque<String> open = new ArrayDeque<>();
    private String name = "";
    private Optional<String> found = Optional.empty();

    private AptSetting(String wanted) {
        this.wanted = wanted;
    }

    /** The value that counts, which is the last one, of a setting in a folder like {@code /etc/apt}. */
    static Optional<String> find(Path apt, String name) throws IOException {
        AptSetting setting = new AptSetting(name);
        for (Path file : files(apt)) {
            setting.read(Files.readString(file, StandardCharsets.ISO_8859_1));
        }
        return setting.found;
    }

    private static List<Path> files(Path apt) throws IOException {
        List<Path> files = new ArrayList<>();
        if (Files.isDirectory(apt.resolve("apt.conf.d"))) {
            try (Stream<Path> parts = Files.list(apt.resolve("apt.conf.d"))) {
                parts.filter(Files::isRegularFile).sorted().forEach(files::add);
            }
        }
        if (Files.isRegularFile(apt.resolve("apt.conf"))) {
            files.add(apt.resolve("apt.conf"));
        }
        return files;
    }

    private void read(String text) {
        open.clear();
        name = "";
        for (Matcher token = TOKEN.matcher(text); token.find(); ) {
            if (token.group("name") != null) {
                name = token.group("name");
            } else if (token.group("value") != null) {
                value(token.group("value"));
            } else if (token.group("mark") != null) {
                mark(token.group("mark"));
            }
        }
    }

    private void value(String value) {
        open.addLast(name);
        if (String.join("::", open).equalsIgnoreCase(wanted)) {
            found = Optional.of(value);
        }
        open.removeLast();
    }

    private void mark(String mark) {
        if (mark.equals("{")) {
            open.addLast(name);
        } else if (mark.equals("}")) {
            open.pollLast();
        }
        name = "";
    }
}
