package dev.vmkit.tools.classroom.export;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whose submission it is, as the platform it was downloaded from names its file.
 *
 * @param person the name of the person, or of the file if it says nothing of a platform
 * @param id the platform's number for the person's part in the assignment (Moodle), or for the person (Canvas)
 */
public record PlatformName(String person, Optional<String> id) {
    /** {@code Ada Lovelace_4711_assignsubmission_file_}, and for single files what the student called them. */
    private static final Pattern MOODLE = Pattern.compile("(.+?)_(\\d+)_assignsubmission_(?:file|onlinetext).*");

    /** {@code lovelaceada_4711_889900_plugin}, with {@code _LATE} before the numbers. */
    private static final Pattern CANVAS = Pattern.compile("([^_]+)(?:_LATE)?_(\\d+)_(\\d+)_.*");

    /** Reads the name of a submission. */
    public static PlatformName of(String name) {
        Matcher moodle = MOODLE.matcher(name);
        if (moodle.matches()) {
            return new PlatformName(moodle.group(1), Optional.of(moodle.group(2)));
        }
        Matcher canvas = CANVAS.matcher(name);
        if (canvas.matches()) {
            return new PlatformName(canvas.group(1), Optional.of(canvas.group(2)));
        }
        return new PlatformName(name, Optional.empty());
    }
}
