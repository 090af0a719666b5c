package dev.vmkit.layers.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** A ZIP or JAR on disk, gone through member by member. What a member says of its size is not believed. */
public final class ZipArchive {
    private static final int KIND = 0xF000;
    private static final int PLAIN_FILE = 0x8000;
    private static final int FOLDER = 0x4000;

    private final Path file;

    public ZipArchive(Path file) {
        this.file = file;
    }

    /** Is shown the plain files of an archive. */
    @FunctionalInterface
    public interface Visitor {
        /**
         * One file.
         *
         * @param name as the archive has it, which may lead anywhere
         * @param content its bytes; who reads them has to say when it is enough
         */
        void file(String name, InputStream content) throws IOException;
    }

    /**
     * Shows all plain files, in the order of the archive's directory.
     *
     * @throws MalformedArchive if it is damaged, or has anything in it but files and folders, or more than {@code most}
     */
    public void visit(int most, Visitor visitor) throws IOException {
        try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
            int count = 0;
            Enumeration<ZipArchiveEntry> members = zip.getEntries();
            while (members.hasMoreElements()) {
                if (++count > most) {
                    throw new MalformedArchive("it has more than %,d members".formatted(most));
                }
                visit(zip, members.nextElement(), visitor);
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException damaged) { // the library lets some through
            throw new MalformedArchive("it is damaged: " + damaged.getMessage(), damaged);
        }
    }

    private static void visit(ZipFile zip, ZipArchiveEntry member, Visitor visitor) throws IOException {
        int kind = member.getUnixMode() & KIND;
        if (kind != 0 && kind != PLAIN_FILE && kind != FOLDER) {
            throw new MalformedArchive("'" + member.getName() + "' is a link, or no file at all");
        }
        if (member.isDirectory()) {
            return;
        }
        if (!zip.canReadEntryData(member)) {
            throw new MalformedArchive(
                    "'" + member.getName() + "' is encrypted, or compressed in a way that is not read");
        }
        try (InputStream content = zip.getInputStream(member)) {
            visitor.file(member.getName(), content);
        }
    }
}
