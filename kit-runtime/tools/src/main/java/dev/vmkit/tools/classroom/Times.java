package dev.vmkit.tools.classroom;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.TreeMap;

/** When submissions were handed in: a line for each, with its name, a comma, and the time with its offset (ISO 8601). */
public final class Times {
    private Times() {}

    /**
     * Reads such lines; empty ones and those that begin with {@code #} say nothing.
     *
     * @param name of the file, for messages
     * @throws IOException if a line is something else
     */
    public static Map<String, Instant> read(String name, String text) throws IOException {
        Map<String, Instant> times = new TreeMap<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            int comma = line.lastIndexOf(',');
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            try {
                times.put(
                        line.substring(0, Math.max(0, comma)).strip(),
                        OffsetDateTime.parse(line.substring(comma + 1).strip()).toInstant());
            } catch (DateTimeException noTime) {
                throw new IOException(
                        name + ":" + number + ": a line is NAME,TIME with a time such as 2026-11-26T18:00:00+01:00");
            }
        }
        return times;
    }
}
