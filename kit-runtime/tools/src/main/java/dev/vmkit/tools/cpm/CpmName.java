package dev.vmkit.tools.cpm;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What CP/M calls a file.
 *
 * @param name 1 to 8 capital letters, digits and the like
 * @param type 0 to 3 of them
 */
public record CpmName(String name, String type) {
    private static final Pattern NAME = Pattern.compile("[A-Z0-9!#$%&'()+@^_`{}~-]{1,8}");
    private static final Pattern TYPE = Pattern.compile("[A-Z0-9!#$%&'()+@^_`{}~-]{0,3}");

    public CpmName {
        if (!NAME.matcher(name).matches() || !TYPE.matcher(type).matches()) {
            throw new IllegalArgumentException("'" + name + (type.isEmpty() ? "" : "." + type)
                    + "' is no name of a CP/M file, which has up to eight letters or digits, a dot, and up to three");
        }
    }

    /**
     * The name of a host's file, in capitals.
     *
     * @throws IllegalArgumentException if CP/M could not call a file so
     */
    public static CpmName of(String file) {
        String capitals = file.toUpperCase(Locale.ROOT);
        int dot = capitals.lastIndexOf('.');
        return dot < 0
                ? new CpmName(capitals, "")
                : new CpmName(capitals.substring(0, dot), capitals.substring(dot + 1));
    }

    /** The 11 characters of a directory entry. */
    String padded() {
        return "%-8s%-3s".formatted(name, type);
    }

    @Override
    public String toString() {
        return type.isEmpty() ? name : name + "." + type;
    }
}
