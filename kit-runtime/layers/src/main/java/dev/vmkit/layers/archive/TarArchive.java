package dev.vmkit.layers.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * An unpacked tar file on disk, whose members are read on demand. Their names are looked up and never used as places:
 * {@code ../../etc/passwd} is a name like any other, that nobody asks for. Links are not followed.
 */
public final class TarArchive {
    /** More members than any package has. */
    private static final int MOST_MEMBERS = 200_000;

    private final Path file;

    public TarArchive(Path file) {
        this.file = file;
    }

    private interface Visitor {
        void visit(String name, TarArchiveEntry member, InputStream content) throws IOException;
    }

    /** The names of all plain files, without a {@code ./} in front. */
    public Set<String> files() throws IOException {
        Set<String> names = new HashSet<>();
        visit((name, _, _) -> names.add(name));
        return names;
    }

    /**
     * The content of the files of these names, of those that exist; the first of several with one name.
     *
     * @param most the bytes that all of them may have together
     */
    public Map<String, byte[]> read(Set<String> names, int most) throws IOException {
        Map<String, byte[]> found = new HashMap<>();
        visit((name, member, content) -> {
            if (names.contains(name) && !found.containsKey(name)) {
                int read =
                        found.values().stream().mapToInt(bytes -> bytes.length).sum();
                found.put(name, content(name, member, content, most - read));
            }
        });
        return found;
    }

    /** The content of one file. */
    public Optional<byte[]> read(String name, int most) throws IOException {
        return Optional.ofNullable(read(Set.of(name), most).get(name));
    }

    private byte[] content(String name, TarArchiveEntry member, InputStream content, int most) throws IOException {
        if (member.getSize() > most) {
            throw new MalformedArchive("'%s' in %s has %,d bytes, more than %,d"
                    .formatted(name, file.getFileName(), member.getSize(), most));
        }
        byte[] bytes = content.readNBytes((int) member.getSize());
        if (bytes.length < member.getSize()) {
            throw new MalformedArchive(file.getFileName() + " ends in the middle of '" + name + "'");
        }
        return bytes;
    }

    private void visit(Visitor visitor) throws IOException {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
                TarArchiveInputStream members = new TarArchiveInputStream(bytes)) {
            int count = 0;
            for (TarArchiveEntry member = members.getNextEntry(); member != null; member = members.getNextEntry()) {
                if (++count > MOST_MEMBERS) {
                    throw new MalformedArchive(
                            "%s has more than %,d members".formatted(file.getFileName(), MOST_MEMBERS));
                }
                if (member.isFile() && !member.isLink() && !member.isSymbolicLink()) {
                    visitor.visit(plain(member.getName()), member, members);
                }
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException damaged) { // the library lets some through
            throw new MalformedArchive(file.getFileName() + " is damaged: " + damaged.getMessage(), damaged);
        }
    }

    private static String plain(String name) {
        return name.startsWith("./") ? name.substring(2) : name;
    }
}
