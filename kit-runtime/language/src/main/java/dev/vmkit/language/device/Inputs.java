package dev.vmkit.language.device;

/**
 * The inputs of an interrupt controller, by number.
 *
 * @param from the first, at least 0
 * @param to the last, at most 65535
 */
public record Inputs(int from, int to) {
    public boolean contains(long number) {
        return number >= from && number <= to;
    }

    @Override
    public String toString() {
        return from + " to " + to;
    }
}
