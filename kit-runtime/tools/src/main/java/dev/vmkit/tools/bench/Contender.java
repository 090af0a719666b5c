package dev.vmkit.tools.bench;

/** What executes a kernel. */
public sealed interface Contender {
    String QEMU = "qemu";

    /** One word for it. */
    String name();

    /** An engine of the kit. */
    record Engine(String name) implements Contender {}

    /** QEMU's system mode. */
    record Qemu() implements Contender {
        @Override
        public String name() {
            return QEMU;
        }
    }
}
