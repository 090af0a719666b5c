package dev.vmkit.api;

/** A two-way stream of bytes to whatever the machine file connects: a terminal, a file, another device. */
@Stable(Use.CALL)
public interface ByteStream {
    /** Whether {@link #read} would give a byte now. */
    boolean ready();

    /** The next byte that came in, within [0, 255], or -1 if there is none now. */
    int read();

    /** Sends the low 8 bits out. Never blocks. */
    void write(int value);

    /** Has something run, between two instructions, whenever a byte has come in. */
    void onInput(Runnable listener);
}
