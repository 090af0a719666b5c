package dev.vmkit.layers.timeshare;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a monitor does for a program that calls it. */
public enum Service {
    /** Shows the low 8 bits of the argument as a character on the user's console. */
    WRITE,
    /** Gives the next character that the user has typed, and waits for one; all ones when none will ever come. */
    READ,
    /** Gives the rest of the turn away. */
    YIELD,
    /** Ends the program well. */
    HALT,
    /** Ends the program; the argument is its status, 0 for success. */
    EXIT,
    /** Has the program's memory be so many words large from now on; gives 0, or all ones if it cannot be. */
    SET_SIZE;

    /** As host files write it: {@code set-size}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The service of that name, if there is one. */
    public static Optional<Service> named(String name) {
        return Stream.of(values())
                .filter(service -> service.toString().equals(name))
                .findFirst();
    }
}
