package dev.vmkit.tools.debian;

import dev.vmkit.tools.download.Expected;
import dev.vmkit.tools.download.FetchFailure;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A package as the index has it.
 *
 * @param path of its file, in the archive
 * @param depends the names of the packages it needs; of alternatives, the first
 */
public record PackageEntry(String name, String version, String path, Expected file, List<String> depends) {

    static PackageEntry of(Map<String, String> fields) throws FetchFailure {
        String name = fields.getOrDefault("Package", "");
        String path = fields.getOrDefault("Filename", "");
        if (!path.matches("[A-Za-z0-9][A-Za-z0-9.+~_/-]*") || path.contains("..")) {
            throw new FetchFailure("the package index gives '" + path + "' as the file of " + name);
        }
        try {
            Expected file =
                    new Expected(Long.parseLong(fields.getOrDefault("Size", "")), fields.getOrDefault("SHA256", ""));
            return new PackageEntry(
                    name, fields.getOrDefault("Version", ""), path, file, names(fields.getOrDefault("Depends", "")));
        } catch (IllegalArgumentException missing) {
            throw new FetchFailure("the package index gives no size and digest of " + name, missing);
        }
    }

    /** {@code a (= 1), b | c} names a and b. */
    private static List<String> names(String depends) {
        return Stream.of(depends.split(","))
                .map(term -> term.replaceAll("[(|:].*", "").strip())
                .filter(term -> !term.isEmpty())
                .toList();
    }
}
