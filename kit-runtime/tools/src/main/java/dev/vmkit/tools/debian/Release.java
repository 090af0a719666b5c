package dev.vmkit.tools.debian;

import dev.vmkit.tools.download.Expected;
import dev.vmkit.tools.download.FetchFailure;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a release of the archive consists of: its file {@code InRelease}.
 *
 * @param fields its lines, values by names
 */
record Release(Map<String, String> fields) {
    private static final Pattern FILE = Pattern.compile("(?<digest>[0-9a-f]{64}) +(?<size>[0-9]{1,15}) +(?<path>\\S+)");

    static Release read(String text) throws FetchFailure {
        List<Map<String, String>> paragraphs = Paragraphs.of(text);
        if (paragraphs.size() != 1 || !paragraphs.getFirst().containsKey("SHA256")) {
            throw new FetchFailure("this is no release file: it lists no SHA256 digests");
        }
        return new Release(paragraphs.getFirst());
    }

    /** The name that stays with it, such as {@code trixie}. */
    String codename() {
        return fields.getOrDefault("Codename", "");
    }

    String version() {
        return fields.getOrDefault("Version", "");
    }

    /** Whether files also lie under their digests, where an update of the mirror does not exchange them. */
    boolean byHash() {
        return fields.getOrDefault("Acquire-By-Hash", "no").equals("yes");
    }

    /** What a file must be, by its path relative to the release file. */
    Optional<Expected> file(String path) {
        return fields.getOrDefault("SHA256", "")
                .lines()
                .map(FILE::matcher)
                .filter(line -> line.matches() && line.group("path").equals(path))
                .findFirst()
                .map(Release::expected);
    }

    private static Expected expected(Matcher line) {
        return new Expected(Long.parseLong(line.group("size")), line.group("digest"));
    }
}
