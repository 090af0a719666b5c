package dev.vmkit.tools.images;

import dev.vmkit.layers.archive.Compression;
import dev.vmkit.layers.archive.MalformedArchive;
import dev.vmkit.layers.archive.TarArchive;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Some modules of a kernel, and all that they need, unpacked: a guest's processor has better things to do than unpacking.
 * The package has no {@code modules.dep}, which depmod makes when it is installed; so it is made here.
 */
final class KernelModules {
    /** Those of the kit's list, with all that they need, are some thirty. */
    private static final int MOST_MODULES = 256;

    /** Bytes of all modules together, unpacked. */
    private static final int MOST = 256 << 20;

    /** The kernel takes names of at most 55 characters. */
    private static final String FILE = "(usr/)?lib/modules/[^/]+/kernel/(.*/)?[^/]{1,55}\\.ko(\\.[a-z]+)?";

    private final TarArchive files;
    private final Map<String, String> paths;
    private final SortedMap<String, byte[]> content = new TreeMap<>();
    private final Map<String, ModuleInfo> info = new HashMap<>();
    private int room = MOST;

    private KernelModules(TarArchive files) throws IOException {
        this.files = files;
        this.paths = files.files().stream()
                .filter(path -> path.matches(FILE))
                .collect(Collectors.toMap(KernelModules::name, path -> path, (one, _) -> one));
    }

    /** The modules of these names and all that they depend on, from the files of a kernel's package. */
    static KernelModules select(TarArchive files, Collection<String> names) throws IOException {
        KernelModules modules = new KernelModules(files);
        for (Set<String> missing = modules.missing(names); !missing.isEmpty(); missing = modules.missing(names)) {
            modules.read(missing);
        }
        return modules;
    }

    /** A module's name: that of its file, with the kernel's spelling. */
    private static String name(String path) {
        String file = path.substring(path.lastIndexOf('/') + 1);
        return file.substring(0, file.indexOf(".ko")).replace('-', '_');
    }

    /** Those named, and those that the ones read so far depend on, as far as they are not read yet. */
    private Set<String> missing(Collection<String> names) {
        Set<String> missing = new LinkedHashSet<>(names);
        info.values().forEach(module -> missing.addAll(module.depends()));
        missing.removeAll(content.keySet());
        return missing;
    }

    private void read(Set<String> names) throws IOException {
        if (content.size() + names.size() > MOST_MODULES) {
            throw new MalformedArchive("the kernel's modules need more than " + MOST_MODULES + " of them");
        }
        Map<String, String> wanted = new HashMap<>();
        for (String name : names) {
            if (!paths.containsKey(name)) {
                throw new MalformedArchive("the kernel's package has no module '" + name + "'");
            }
            wanted.put(paths.get(name), name);
        }
        for (Map.Entry<String, byte[]> file : files.read(wanted.keySet(), room).entrySet()) {
            String name = Objects.requireNonNull(wanted.get(file.getKey()));
            add(name, unpacked(file.getKey(), file.getValue()));
        }
    }

    private void add(String name, byte[] file) throws MalformedArchive {
        try {
            ElfObject module = ElfObject.read(file);
            info.put(name, ModuleInfo.of(module));
            content.put(name, Stripped.of(module));
        } catch (IndexOutOfBoundsException outside) {
            throw new MalformedArchive("the kernel module " + name + " is damaged", outside);
        }
    }

    private byte[] unpacked(String path, byte[] packed) throws IOException {
        try (InputStream in = Compression.of(path).unpack(new ByteArrayInputStream(packed), room, path)) {
            byte[] file = in.readAllBytes();
            room -= file.length;
            return file;
        }
    }

    /** The modules' files by their names. */
    SortedMap<String, byte[]> content() {
        return content;
    }

    /** The file {@code modules.dep}, as modprobe reads it: each module with all it needs, the last to be loaded first. */
    String dependencies() {
        StringBuilder text = new StringBuilder();
        for (String name : content.keySet()) {
            text.append(name).append(".ko:");
            needs(name).forEach(need -> text.append(' ').append(need).append(".ko"));
            text.append('\n');
        }
        return text.toString();
    }

    /** All that a module needs; each stands before those that it needs itself. */
    private Collection<String> needs(String name) {
        Deque<String> order = new ArrayDeque<>();
        follow(name, new HashSet<>(), order);
        order.removeFirst();
        return order;
    }

    /** Calls itself no deeper than there are modules. */
    private void follow(String name, Set<String> seen, Deque<String> order) {
        if (seen.add(name)) {
            depends(name).forEach(need -> follow(need, seen, order));
            order.addFirst(name);
        }
    }

    private Collection<String> depends(String name) {
        return Objects.requireNonNull(info.get(name)).depends();
    }

    /** The file {@code modules.alias}: what the kernel may ask for, and the module that serves it. */
    String aliases() {
        StringBuilder text = new StringBuilder();
        for (String name : content.keySet()) {
            for (String alias : Objects.requireNonNull(info.get(name)).aliases()) {
                text.append("alias ").append(alias).append(' ').append(name).append('\n');
            }
        }
        return text.toString();
    }
}
