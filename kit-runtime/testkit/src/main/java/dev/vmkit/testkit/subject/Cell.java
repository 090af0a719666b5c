package dev.vmkit.testkit.subject;

/** An address unit of memory and what is in it. */
public record Cell(String space, long address, long value) {}
