package dev.vmkit.tools.cli;

/** What {@code kit} ends with. Scripts rely on these numbers. */
public final class ExitCode {
    public static final int SUCCESS = 0;

    /** The guest reported failure, a check failed, or what was to be fetched cannot be had. */
    public static final int FAILURE = 1;

    /** The command line or an input file is wrong. */
    public static final int MISTAKE = 2;

    /** A plugin misbehaved. */
    public static final int PLUGIN = 3;

    /** A limit was reached: instructions or time. */
    public static final int LIMIT = 4;

    /** A fault of the kit itself, as sysexits.h has it (EX_SOFTWARE). */
    public static final int INTERNAL = 70;

    /** Interrupted from the keyboard: 128 and the number of the signal. */
    public static final int INTERRUPTED = 130;

    private ExitCode() {}
}
