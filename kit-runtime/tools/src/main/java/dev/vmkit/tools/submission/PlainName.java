package dev.vmkit.tools.submission;

import java.io.IOException;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/**
 * The name of a file within a submission: relative, with {@code /} between folders, the same file on every system.
 *
 * @param parts folders and the file's own name
 */
record PlainName(List<String> parts) {
    private static final int DEEPEST = 20;
    private static final int LONGEST = 400;

    PlainName {
        parts = List.copyOf(parts);
    }

    /**
     * Reads a name that somebody else wrote.
     *
     * @throws IOException if it could mean something else than a file within
     */
    static PlainName of(String written) throws IOException {
        List<String> parts = List.of(written.split("/", -1));
        boolean plain = written.length() <= LONGEST
                && parts.size() <= DEEPEST
                && written.codePoints().noneMatch(c -> c < ' ' || c == 0x7F || c == '\\' || c == ':' || c == 0xFFFD)
                && parts.stream().noneMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."));
        if (!plain) {
            throw new IOException("the name '" + shown(written) + "' leads out of it, or is no name for a file");
        }
        return new PlainName(parts);
    }

    private static String shown(String written) {
        String start = written.substring(0, Math.min(written.length(), 80));
        return start.replaceAll("\\p{Cntrl}", "?");
    }

    /** Whether it belongs to a tool, and not to the submission. */
    boolean isOfATool() {
        return parts.stream().anyMatch(PlainName::isOfATool);
    }

    /** Whether a folder or a file of that name does. */
    static boolean isOfATool(String part) {
        return part.startsWith(".") || part.equals("__MACOSX");
    }

    /** Whether it is an archive, which would bring more files than are seen. */
    boolean isArchive() {
        return parts.getLast().toLowerCase(Locale.ROOT).matches(".*\\.(zip|jar)");
    }

    /** Its first folder; empty if it lies in none. */
    String top() {
        return parts.size() == 1 ? "" : parts.getFirst();
    }

    /** Whether it lies in that folder at the top. */
    boolean startsWith(String folder) {
        return parts.size() > 1 && parts.getFirst().equals(folder);
    }

    /** The name as seen from its first folder. */
    PlainName below() {
        return new PlainName(parts.subList(1, parts.size()));
    }

    /** The same for names that some file system takes for one. */
    String folded() {
        return Normalizer.normalize(toString(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return String.join("/", parts);
    }
}
