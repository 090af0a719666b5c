package dev.vmkit.tools.isolate;

import java.util.List;

/** How the Java machine of a submission is started. */
final class JvmOptions {
    /**
     * Keeps native code out. Of use where the operating system does not hold it back, and a fence at that: code that writes
     * to {@code /proc/self/mem} gets over it. The cache of classes cannot be used with it.
     */
    static final String FENCE = "--illegal-native-access=deny";

    private static final long MIB = 1 << 20;

    private JvmOptions() {}

    static List<String> of(Limits limits) {
        return List.of(
                // The same collector as the cache of classes was made with; and one thread for it.
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                // What is beside the heap is bounded, too.
                "-Xmx" + limits.heap() / MIB + "m",
                "-Xss1m",
                "-XX:MaxMetaspaceSize=96m",
                "-XX:MaxDirectMemorySize=16m",
                "-XX:ReservedCodeCacheSize=48m",
                // Out of memory is the end, not an exception that code can catch and go on from.
                "-XX:+ExitOnOutOfMemoryError",
                // Standard output belongs to answers.
                "-Xlog:disable",
                "-Xlog:all=error:stderr",
                // Nobody needs to know of a cache that cannot be used: it starts slower.
                "-Xlog:aot=off:stderr",
                "-Xlog:cds=off:stderr",
                "-XX:+DisplayVMOutputToStderr",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=/dev/null",
                // No memory but Java's own, no other process that attaches, none that is started.
                "--sun-misc-unsafe-memory-access=deny",
                "-XX:+DisableAttachMechanism",
                "-Djdk.lang.Process.launchMechanism=none",
                "-Djava.awt.headless=true");
    }
}
