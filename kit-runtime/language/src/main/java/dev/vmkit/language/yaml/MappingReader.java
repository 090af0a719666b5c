package dev.vmkit.language.yaml;

/**
 * Reads a mapping whose keys are known: typed access with located messages, and a message with the nearest name for
 * every key nobody asked for.
 */
public final class MappingReader {}
