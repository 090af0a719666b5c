package dev.vmkit.machine.memory;

/** What may lie at an address. */
public sealed interface Region permits Ram, Window {
    /** Address units it covers, at least 1. */
    long size();
}
