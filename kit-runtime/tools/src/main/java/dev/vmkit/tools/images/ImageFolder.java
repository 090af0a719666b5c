package dev.vmkit.tools.images;

import dev.vmkit.layers.archive.DebianPackage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Where the files of an image lie. */
public record ImageFolder(Path folder) {
    private static final String KERNEL = "Image";
    private static final String INITRD = "initrd.cpio";
    private static final String DISK = "disk.img";
    private static final String MACHINE = "machine.yaml";

    public Path machine() {
        return folder.resolve(MACHINE);
    }

    public Path disk() {
        return folder.resolve(DISK);
    }

    /** The kernel. */
    public Path kernel() {
        return folder.resolve(KERNEL);
    }

    /** The first file system. */
    public Path initrd() {
        return folder.resolve(INITRD);
    }

    /** Whether kernel and first file system are there. */
    public boolean bootable() {
        return Files.isRegularFile(kernel()) && Files.isRegularFile(initrd());
    }

    /** Whether there is a machine that runs. */
    public boolean complete() {
        return bootable() && Files.isRegularFile(machine()) && Files.isRegularFile(disk());
    }

    /** Adds what kernel and first file system run on: a disk, unless there is one, and a machine file. */
    public void equip(Board board, boolean anew) throws IOException {
        blankDisk(board.disk());
        if (anew || !Files.exists(machine())) {
            replace(machine(), board.machineFile().getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Has this be a machine of its own, with the usual board and a blank disk, that boots what lies in another folder. */
    public void borrow(ImageFolder other) throws IOException {
        for (Path file : List.of(kernel(), initrd())) {
            Files.deleteIfExists(file);
        }
        Files.createSymbolicLink(kernel(), other.kernel().toAbsolutePath());
        Files.createSymbolicLink(initrd(), other.initrd().toAbsolutePath());
        equip(Board.USUAL, true);
    }

    /** Writes a file in one step: whoever looks sees the old one, or the whole new one. */
    static void replace(Path file, byte[] content) throws IOException {
        Path whole = part(file);
        Files.write(whole, content);
        Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * Makes a disk of zeros, unless there is one: what somebody's guest wrote is never lost by fetching again. The file is
     * sparse and takes no room before something is written.
     */
    private void blankDisk(long size) throws IOException {
        if (Files.exists(disk())) {
            return;
        }
        try (FileChannel channel = FileChannel.open(
                disk(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SPARSE)) {
            channel.write(ByteBuffer.allocate(1), size - 1);
        }
    }

    /** Where a file is until it is whole. */
    private static Path part(Path file) {
        return file.resolveSibling(file.getFileName() + ".part");
    }

    /** Deletes the image's files, the disk with them and what an interrupted fetch left, and the folder if nothing else is in it. */
    public void delete() throws IOException {
        for (Path file : List.of(machine(), disk(), kernel(), initrd())) {
            Files.deleteIfExists(file);
            Files.deleteIfExists(part(file));
        }
        DebianPackage.clear(folder);
        try (var left = Files.list(folder)) {
            if (left.findAny().isPresent()) {
                return;
            }
        }
        Files.delete(folder);
    }
}
