package dev.vmkit.tools.images;

import dev.vmkit.layers.archive.CpioWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The first file system of a guest, which the kernel unpacks into memory: BusyBox, the modules, and scripts that mount what
 * has to be mounted, load what has to be loaded, and start a shell. It is not packed, so that the guest need not unpack it.
 */
final class Initramfs {
    private static final List<String> FOLDERS = List.of(
            "bin",
            "dev",
            "etc",
            "etc/init.d",
            "etc/udhcpc",
            "lib",
            "lib/modules",
            "mnt",
            "proc",
            "root",
            "run",
            "sys",
            "tmp",
            "usr",
            "var");

    /** Programs come as links to BusyBox, made by the guest; other places lead to theirs. */
    private static final Map<String, String> LINKS = Map.of("sbin", "bin", "usr/bin", "../bin", "usr/sbin", "../bin");

    private static final List<String> SCRIPTS = List.of("etc/init.d/rcS", "etc/udhcpc/default.script");

    private static final List<String> TEXTS = List.of(
            "etc/filesystems",
            "etc/fstab",
            "etc/group",
            "etc/hostname",
            "etc/inittab",
            "etc/motd",
            "etc/passwd",
            "etc/profile");

    private Initramfs() {}

    /**
     * The archive.
     *
     * @param kernel the kernel's version, as {@code uname -r} says it
     * @param busybox a statically linked program
     */
    static byte[] build(String kernel, byte[] busybox, KernelModules modules) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (CpioWriter archive = new CpioWriter(bytes)) {
            for (String folder : FOLDERS) {
                archive.folder(folder);
            }
            archive.characterDevice("dev/console", 5, 1); // init's, before /dev is mounted
            archive.program("bin/busybox", busybox);
            archive.link("init", "bin/busybox"); // called init, BusyBox is an init
            for (Map.Entry<String, String> link : new TreeMap<>(LINKS).entrySet()) {
                archive.link(link.getKey(), link.getValue());
            }
            for (String script : SCRIPTS) {
                archive.program(script, resource(script));
            }
            for (String text : TEXTS) {
                archive.file(text, resource(text));
            }
            modules(archive, "lib/modules/" + kernel, modules);
        }
        return bytes.toByteArray();
    }

    private static void modules(CpioWriter archive, String folder, KernelModules modules) throws IOException {
        archive.folder(folder);
        archive.file(folder + "/modules.dep", text(modules.dependencies()));
        archive.file(folder + "/modules.alias", text(modules.aliases()));
        for (Map.Entry<String, byte[]> module : modules.content().entrySet()) {
            archive.file(folder + "/" + module.getKey() + ".ko", module.getValue());
        }
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A file of the guest's that comes with the kit. */
    private static byte[] resource(String path) throws IOException {
        try (InputStream in = Objects.requireNonNull(Initramfs.class.getResourceAsStream("guest/" + path), path)) {
            return in.readAllBytes();
        }
    }
}
