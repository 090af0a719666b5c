package dev.vmkit.tools.debian;

import dev.vmkit.tools.download.FetchFailure;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A text with its signature below, in the cleartext signature framework of RFC 9580, section 7. What stands before or behind
 * the signed lines is not part of it.
 *
 * @param lines the signed lines
 * @param signature the armored signature
 */
record ClearSigned(List<String> lines, String signature) {
    private static final String TEXT = "-----BEGIN PGP SIGNED MESSAGE-----";
    private static final String SIGNATURE = "-----BEGIN PGP SIGNATURE-----";
    private static final String END = "-----END PGP SIGNATURE-----";

    static ClearSigned read(byte[] file) throws FetchFailure {
        List<String> all = new String(file, StandardCharsets.UTF_8).lines().toList();
        int head = all.indexOf(TEXT);
        int middle = all.indexOf(SIGNATURE);
        int end = all.indexOf(END);
        if (head < 0 || middle < head || end < middle) {
            throw new FetchFailure("this is no signed text: it lacks the lines '" + TEXT + "' and '" + SIGNATURE + "'");
        }
        List<String> lines = all.subList(head + 1, middle).stream()
                .dropWhile(line -> !line.isBlank()) // headers, such as Hash: SHA256
                .skip(1)
                .map(line -> line.startsWith("- ") ? line.substring(2) : line)
                .toList();
        return new ClearSigned(lines, String.join("\n", all.subList(middle, end + 1)) + "\n");
    }

    /** The text that was signed. */
    String text() {
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    /** The bytes that were signed: lines without the spaces at their ends, with the network's line ends between them. */
    byte[] signed() {
        return lines.stream()
                .map(line -> line.replaceAll("[ \\t\\r]+$", ""))
                .collect(Collectors.joining("\r\n"))
                .getBytes(StandardCharsets.UTF_8);
    }
}
