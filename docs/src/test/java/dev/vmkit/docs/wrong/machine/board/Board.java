package dev.vmkit.docs.wrong.machine.board;

/** Is used from below. */
public class Board {}
