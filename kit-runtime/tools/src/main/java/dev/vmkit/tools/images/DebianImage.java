package dev.vmkit.tools.images;

import dev.vmkit.layers.archive.DebianPackage;
import dev.vmkit.layers.archive.MalformedArchive;
import dev.vmkit.layers.archive.TarArchive;
import dev.vmkit.tools.debian.DebianArchive;
import dev.vmkit.tools.debian.PackageEntry;
import dev.vmkit.tools.debian.PackageIndex;
import dev.vmkit.tools.download.FetchFailure;
import dev.vmkit.tools.download.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Makes an image of a Debian kernel: takes the packages of the kernel and of BusyBox, and makes a first file system. */
public final class DebianImage {
    private static final int MOST_KERNEL = 256 << 20;
    private static final int MOST_BUSYBOX = 16 << 20;
    private static final String BUSYBOX = "busybox-static";

    /** What the board's devices need, and file systems for its disk. */
    private static final List<String> MODULES =
            List.of("virtio_mmio", "virtio_blk", "virtio_net", "virtio_rng", "ext4", "crc32c_generic", "overlay");

    private final OsImage image;
    private final DebianArchive archive;
    private final Progress progress;

    public DebianImage(OsImage image, DebianArchive archive, Progress progress) {
        this.image = image;
        this.archive = archive;
        this.progress = progress;
    }

    /** Puts kernel and first file system into the folder, in place of what is there. */
    public void fetch(ImageFolder target) throws IOException {
        String newest = "linux-image-" + image.architecture();
        PackageIndex index = archive.packages(
                image.codename(),
                image.otherNames(),
                image.architecture(),
                name -> name.startsWith("linux-image-") || name.equals(BUSYBOX));
        PackageEntry kernel = index.get(kernelOf(index.get(newest)));
        Path kernelFile = archive.fetch(kernel);
        Path busyboxFile = archive.fetch(index.get(BUSYBOX));
        Files.createDirectories(target.folder());
        progress.step("unpacking Linux " + kernel.version());
        try (DebianPackage linux = DebianPackage.open(kernel.name(), kernelFile, target.folder());
                DebianPackage busybox = DebianPackage.open(BUSYBOX, busyboxFile, target.folder())) {
            write(target, kernel.name().substring("linux-image-".length()), linux.files(), busybox.files());
        }
    }

    /** The kernel that the package of the newest one depends on. */
    private static String kernelOf(PackageEntry newest) throws FetchFailure {
        return newest.depends().stream()
                .filter(name -> name.startsWith("linux-image-"))
                .findFirst()
                .orElseThrow(() -> new FetchFailure("the package " + newest.name() + " names no kernel"));
    }

    private void write(ImageFolder target, String version, TarArchive linux, TarArchive busybox) throws IOException {
        byte[] kernel = file(linux, "boot/vmlinux-" + version, MOST_KERNEL);
        progress.step("building the first file system");
        byte[] initrd = Initramfs.build(
                version, file(busybox, "usr/bin/busybox", MOST_BUSYBOX), KernelModules.select(linux, MODULES));
        ImageFolder.replace(target.initrd(), initrd);
        ImageFolder.replace(target.kernel(), kernel);
    }

    private static byte[] file(TarArchive files, String path, int most) throws IOException {
        return files.read(path, most).orElseThrow(() -> new MalformedArchive("the package has no file /" + path));
    }
}
