package dev.vmkit.tools.isolate;

/** How well a submission is to be held, as {@code --sandbox} says. */
public enum Sandbox {
    /** In a sandbox of the operating system, or not at all. */
    REQUIRED,
    /** As well as this machine can. */
    AUTO,
    /** By limits, and as another user where possible; for machines without a sandbox, and submissions one trusts. */
    NONE
}
