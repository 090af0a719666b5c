package dev.vmkit.tools.bench;

/**
 * A program to be timed.
 *
 * @param about what it does, in a phrase
 * @param rounds how much of it takes about 5 s on QEMU; instructions, where a program has no end
 * @param board what it runs on
 */
public record Kernel(String name, Group group, String about, long rounds, Board board) {}
