package dev.vmkit.tools.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Kernels whose ratios may be averaged. */
public enum Group {
    BARE("RV64 on bare metal, integers", true),
    DOUBLES("RV64 on bare metal, doubles", true),
    SV39("RV64 under Sv39", true),
    COLD("RV64, code that is new again and again", false),
    MOS6502("6502", false),
    STUDENT("an instruction set as 'kit new isa' makes it", false),
    BOOT("Debian to its shell", true);

    private final String title;
    private final boolean onQemu;

    Group(String title, boolean onQemu) {
        this.title = title;
        this.onQemu = onQemu;
    }

    static Optional<Group> named(String name) {
        return Arrays.stream(values())
                .filter(group -> group.title().equals(name))
                .findFirst();
    }

    /** The word for it on a command line. */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A phrase for people. */
    public String about() {
        return title;
    }

    /** What is timed, in a phrase. */
    String measured() {
        if (this == BOOT) {
            return "until the shell asks for a command, and memory beyond the guest's";
        }
        return onQemu ? "whole processes" : "time inside the machine";
    }

    /**
     * Whether QEMU can run these kernels and is what the kit is compared with, by the time of whole processes. Otherwise
     * that is the kit's own interpreter, by the time inside the machine.
     */
    boolean onQemu() {
        return onQemu;
    }
}
