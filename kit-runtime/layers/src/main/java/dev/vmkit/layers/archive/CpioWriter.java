package dev.vmkit.layers.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.commons.compress.archivers.cpio.CpioArchiveEntry;
import org.apache.commons.compress.archivers.cpio.CpioArchiveOutputStream;
import org.apache.commons.compress.archivers.cpio.CpioConstants;

/**
 * Writes a cpio archive in the format "newc", which Linux unpacks as its first file system
 * (Documentation/driver-api/early-userspace/buffer-format.rst). Everything belongs to root and dates from 1970, so equal
 * members give equal bytes, and nobody needs to be root to make a device node.
 */
public final class CpioWriter implements Closeable {
    private final CpioArchiveOutputStream out;
    private int inode;

    /** Writes to {@code out}, which is closed with the archive. */
    public CpioWriter(OutputStream out) {
        this.out = new CpioArchiveOutputStream(out, CpioConstants.FORMAT_NEW);
    }

    /** A folder; the one it lies in comes first. */
    public void folder(String path) throws IOException {
        write(entry(path, CpioConstants.C_ISDIR | 0755), new byte[0]);
    }

    public void file(String path, byte[] content) throws IOException {
        write(entry(path, CpioConstants.C_ISREG | 0644), content);
    }

    public void program(String path, byte[] content) throws IOException {
        write(entry(path, CpioConstants.C_ISREG | 0755), content);
    }

    /** A symbolic link at {@code path}. */
    public void link(String path, String target) throws IOException {
        write(entry(path, CpioConstants.C_ISLNK | 0777), target.getBytes(StandardCharsets.UTF_8));
    }

    /** The node of a character device, by the numbers of Documentation/admin-guide/devices.txt. */
    public void characterDevice(String path, int major, int minor) throws IOException {
        CpioArchiveEntry node = entry(path, CpioConstants.C_ISCHR | 0600);
        node.setRemoteDeviceMaj(major);
        node.setRemoteDeviceMin(minor);
        write(node, new byte[0]);
    }

    private CpioArchiveEntry entry(String path, int mode) {
        CpioArchiveEntry entry = new CpioArchiveEntry(CpioConstants.FORMAT_NEW, path);
        entry.setMode(mode);
        entry.setInode(++inode);
        entry.setNumberOfLinks(1);
        entry.setTime(0);
        return entry;
    }

    private void write(CpioArchiveEntry entry, byte[] content) throws IOException {
        entry.setSize(content.length);
        out.putArchiveEntry(entry);
        out.write(content);
        out.closeArchiveEntry();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
