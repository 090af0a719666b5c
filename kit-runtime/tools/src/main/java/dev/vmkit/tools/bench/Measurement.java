package dev.vmkit.tools.bench;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What one run took.
 *
 * @param seconds of wall time, from the start of the process to its end or to what was watched for
 * @param inside seconds in the machine alone, without the start of the JVM, where the kit tells
 * @param instructions the guest executed, where somebody counts them
 * @param peak bytes of memory the process had at its largest, where the host tells; without the guest's for an operating system
 * @param checksum what must be equal on all engines; empty if nothing can be
 */
record Measurement(
        double seconds, OptionalDouble inside, OptionalLong instructions, OptionalLong peak, String checksum) {}
