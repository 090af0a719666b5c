package dev.vmkit.api;

/** Values of a part's parameters by the names its YAML declares; any other name is an error of the plugin. */
@Stable(Use.CALL)
public interface Parameters {
    /** A number: sizes in bytes, frequencies in hertz, durations in nanoseconds, truth values as 0 and 1. */
    long number(String name);

    /** A text. */
    String text(String name);

    /** A truth value. */
    default boolean flag(String name) {
        return number(name) != 0;
    }
}
