package dev.vmkit.machine.board;

import dev.vmkit.machine.hart.Hart;

/** A hart under its name in the machine. */
public record NamedHart(String name, Hart hart) {}
