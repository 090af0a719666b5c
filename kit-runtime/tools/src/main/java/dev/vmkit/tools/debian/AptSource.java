package dev.vmkit.tools.debian;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An archive that apt takes packages from, as sources.list(5) has it, in either of its two formats.
 *
 * @param suites the releases taken, such as {@code trixie}
 * @param signedBy the keyring that its releases are held against
 */
record AptSource(String uri, List<String> suites, List<String> components, Optional<String> signedBy) {
    /** {@code deb [option=value ...] uri suite component ...}. */
    private static final Pattern LINE = Pattern.compile(
            "\\s*deb\\s+(?:\\[(?<options>[^\\]]*)\\]\\s+)?(?<uri>\\S+)\\s+(?<suite>\\S+)(?<components>[^#]*).*");

    private static final Pattern SIGNED_BY = Pattern.compile("(?:^|\\s)signed-by=(\\S+)");

    /** All that are configured in a folder like {@code /etc/apt}, in apt's order. */
    static List<AptSource> all(Path apt) throws IOException {
        List<AptSource> sources = new ArrayList<>();
        for (Path file : files(apt)) {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            sources.addAll(file.toString().endsWith(".sources") ? paragraphs(text) : lines(text));
        }
        return sources;
    }

    private static List<Path> files(Path apt) throws IOException {
        List<Path> files = new ArrayList<>();
        if (Files.isRegularFile(apt.resolve("sources.list"))) {
            files.add(apt.resolve("sources.list"));
        }
        if (Files.isDirectory(apt.resolve("sources.list.d"))) {
            try (Stream<Path> more = Files.list(apt.resolve("sources.list.d"))) {
                more.filter(file -> file.toString().matches(".*\\.(list|sources)"))
                        .sorted()
                        .forEach(files::add);
            }
        }
        return files;
    }

    private static List<AptSource> lines(String text) {
        return text.lines()
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .map(AptSource::of)
                .toList();
    }

    private static AptSource of(Matcher line) {
        Matcher signed =
                SIGNED_BY.matcher(Optional.ofNullable(line.group("options")).orElse(""));
        return new AptSource(
                line.group("uri"),
                List.of(line.group("suite")),
                words(line.group("components")),
                signed.find() ? Optional.of(signed.group(1)) : Optional.empty());
    }

    private static List<AptSource> paragraphs(String text) {
        List<AptSource> sources = new ArrayList<>();
        for (Map<String, String> paragraph : Paragraphs.of(text)) {
            boolean binary = words(paragraph.getOrDefault("Types", "")).contains("deb");
            boolean enabled = !paragraph.getOrDefault("Enabled", "yes").equalsIgnoreCase("no");
            if (binary && enabled) {
                for (String uri : words(paragraph.getOrDefault("URIs", ""))) {
                    sources.add(of(uri, paragraph));
                }
            }
        }
        return sources;
    }

    private static AptSource of(String uri, Map<String, String> paragraph) {
        return new AptSource(
                uri,
                words(paragraph.getOrDefault("Suites", "")),
                words(paragraph.getOrDefault("Components", "")),
                Optional.ofNullable(paragraph.get("Signed-By")).filter(path -> path.startsWith("/")));
    }

    private static List<String> words(String text) {
        return Stream.of(text.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Whether this is Debian's own archive of all packages, not that of updates, of other makers or of other systems. */
    boolean isDebian() {
        return uri.matches("https?://.*/debian/?")
                && components.contains("main")
                && suites.stream().anyMatch(suite -> suite.matches("[a-z]+"));
    }
}
