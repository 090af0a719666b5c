package dev.vmkit.tools.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a kernel runs on: a machine of the kit's, and perhaps one of QEMU's that looks the same to the program. */
sealed interface Board permits VirtBoard, SmallBoard, DebianBoard {

    /** Writes the files that a run needs into a folder, where those of an earlier one may lie. */
    Prepared prepare(Path folder, long rounds) throws IOException;

    /**
     * How runs are started.
     *
     * @param kit what follows {@code kit run}
     * @param qemu what follows {@code qemu-system-riscv64}; nothing if QEMU has no such machine
     * @param exitCode what the kit ends with
     * @param scene what is watched for, if the end is not what counts
     */
    record Prepared(List<String> kit, Optional<List<String>> qemu, int exitCode, Optional<Scene> scene) {}

    /**
     * What a run shows when it is where the clock is stopped.
     *
     * @param text what it shows
     * @param answer what is typed then
     * @param ram bytes of memory that belong to the guest
     */
    record Scene(String text, String answer, long ram) {}
}
