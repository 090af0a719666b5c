package dev.vmkit.machine.translate;

/** Why an instruction is left to the interpreter. */
public enum Objection {
    NOT_FOUND("no instruction lies there, or it reaches into another page"),
    CALLS("it calls a function outside of the definition"),
    SIGNALS("it tells the machine something: to wait, to halt, or to forget translations"),
    WATCHED("it writes a register that says how addresses are translated, which interrupts are taken, or what is"
            + " reserved"),
    PC("it reads or writes the program counter as a register"),
    ACCESS("it accesses memory in a way that translated code has not: an odd width, or a space without memory"),
    LARGE("it means too much: a region could hold little else"),
    RESTART("it could not be left in its middle as if it had not begun");

    private final String reason;

    Objection(String reason) {
        this.reason = reason;
    }

    /** A clause about the instruction. */
    public String reason() {
        return reason;
    }
}
