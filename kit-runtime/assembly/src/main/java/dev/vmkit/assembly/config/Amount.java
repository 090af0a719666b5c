package dev.vmkit.assembly.config;

/**
 * A size as written.
 *
 * @param number bytes, or address units if it is bare
 * @param bare whether it was written without a unit
 */
public record Amount(long number, boolean bare) {}
