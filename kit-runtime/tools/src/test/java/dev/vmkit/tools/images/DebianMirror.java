package dev.vmkit.tools.images;

import dev.vmkit.tools.debian.SigningKey;
import dev.vmkit.tools.download.FileServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.ar.ArArchiveEntry;
import org.apache.commons.compress.archivers.ar.ArArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** A small archive on a server of this machine, laid out, packed and signed like Debian's. */
public final class DebianMirror implements AutoCloseable {
    public static final String KERNEL = "linux-image-6.12.1-riscv64";
    public static final String KERNEL_FILE = "pool/main/l/linux/" + KERNEL + "_6.12.1-1_riscv64.deb";
    public static final String INDEX = "dists/trixie/main/binary-riscv64/Packages.xz";

    private static final String MODULES = "./usr/lib/modules/6.12.1-riscv64/kernel/";
    private static final List<String> NAMES = List.of(
            "virtio_mmio",
            "virtio_blk",
            "virtio_net:net_failover",
            "net_failover:failover",
            "failover",
            "virtio-rng",
            "ext4:jbd2,mbcache,crc16",
            "jbd2",
            "mbcache",
            "crc16",
            "crc32c_generic",
            "overlay",
            "unneeded");

    private final SigningKey key = new SigningKey();
    private final FileServer server = new FileServer();
    private final StringBuilder index = new StringBuilder();

    public DebianMirror() throws IOException {
        Map<String, byte[]> kernel = new TreeMap<>();
        kernel.put("./boot/vmlinux-6.12.1-riscv64", "the kernel".getBytes(StandardCharsets.US_ASCII));
        for (String name : NAMES) {
            String[] parts = (name + ":").split(":", -1);
            byte[] module = ObjectFile.module(parts[1], "alias-" + parts[0], 10);
            kernel.put(MODULES + "some/where/" + parts[0] + ".ko.xz", xz(module));
        }
        add(KERNEL, "", KERNEL_FILE, deb(kernel));
        add("linux-image-riscv64", KERNEL + " (= 6.12.1-1)", "pool/main/l/linux/latest.deb", deb(Map.of()));
        add(
                "busybox-static",
                "",
                "pool/main/b/busybox/busybox-static_1.37.0-6+b9_riscv64.deb",
                deb(Map.of("./usr/bin/busybox", "the shell".getBytes(StandardCharsets.US_ASCII))));
        publish("trixie", "trixie");
    }

    /** Adds a package to the index and to the server. */
    public void add(String name, String depends, String path, byte[] file) {
        server.put(path, file);
        index.append("Package: ").append(name).append("\nVersion: 1\n");
        index.append(depends.isEmpty() ? "" : "Depends: " + depends + "\n");
        index.append("Description: one line\n and more\n of them\n");
        index.append("Filename: %s\nSize: %d\nSHA256: %s\n\n".formatted(path, file.length, digest(file)));
    }

    /** Writes index and release file, under this name, of the release with that codename. */
    public void publish(String name, String codename) throws IOException {
        byte[] packed = xz(index.toString().getBytes(StandardCharsets.UTF_8));
        server.put("dists/" + name + "/main/binary-riscv64/Packages.xz", packed);
        server.put(
                "dists/" + name + "/InRelease", release(name, codename, packed).getBytes(StandardCharsets.UTF_8));
    }

    private String release(String name, String codename, byte[] packed) {
        return key.sign("""
            Origin: Debian
            Suite: %s
            Version: 13.0
            Codename: %s
            MD5Sum:
             d41d8cd98f00b204e9800998ecf8427e 0 main/binary-riscv64/Packages.xz
            SHA256:
             %s %d main/binary-riscv64/Packages.xz
            """.formatted(name, codename, digest(packed), packed.length));
    }

    public FileServer server() {
        return server;
    }

    public String url() {
        return server.address("").toString();
    }

    public Path keyring(Path file) {
        return key.keyring(file);
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] xz(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new XZOutputStream(bytes, new LZMA2Options(0))) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] deb(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(data)) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
            for (Map.Entry<String, byte[]> file : new LinkedHashMap<>(files).entrySet()) {
                TarArchiveEntry entry = new TarArchiveEntry(file.getKey());
                entry.setSize(file.getValue().length);
                tar.putArchiveEntry(entry);
                tar.write(file.getValue());
                tar.closeArchiveEntry();
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ArArchiveOutputStream ar = new ArArchiveOutputStream(bytes)) {
            member(ar, "debian-binary", "2.0\n".getBytes(StandardCharsets.US_ASCII));
            member(ar, "data.tar.xz", xz(data.toByteArray()));
        }
        return bytes.toByteArray();
    }

    private static void member(ArArchiveOutputStream ar, String name, byte[] content) throws IOException {
        ar.putArchiveEntry(new ArArchiveEntry(name, content.length));
        ar.write(content);
        ar.closeArchiveEntry();
    }

    @Override
    public void close() {
        server.close();
    }
}
