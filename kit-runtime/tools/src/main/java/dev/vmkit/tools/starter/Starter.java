package dev.vmkit.tools.starter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** A part to start from, of each kind. In its files {@code @name@} stands for the name, {@code @Class@} for a class name. */
public enum Starter {
    ISA(Map.of(
            "plugin.yaml", "plugin.yaml",
            "isa.yaml", "@name@.yaml",
            "machine.yaml", "machine.yaml",
            "examples/sum.asm", "examples/sum.asm")),
    DEVICE(Map.of("plugin.yaml", "plugin.yaml", "device.yaml", "@name@.yaml")),
    POLICY(Map.of("plugin.yaml", "plugin.yaml", "policy.yaml", "@name@.yaml", "src/Policy.java", "src/@Class@.java")),
    MACHINE(Map.of("machine.yaml", "machine.yaml", "program.asm", "program.asm"));

    /** Names that are safe as a file, as a word in YAML and as a part. */
    public static final Pattern NAME =
            Pattern.compile("(?!(?:y|n|yes|no|on|off|true|false|null)$)[a-z][a-z0-9-]{0,39}");

    private final Map<String, String> files;

    Starter(Map<String, String> files) {
        this.files = files;
    }

    /**
     * Writes the files into a folder that does not exist yet.
     *
     * @param name matches {@link #NAME}
     * @return the files written, relative to the folder, in alphabetical order
     */
    public List<String> write(Path folder, String name) throws IOException {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("'" + name + "' is no name for a part");
        }
        Files.createDirectories(Objects.requireNonNull(folder.toAbsolutePath().getParent()));
        Files.createDirectory(folder);
        List<String> written = new ArrayList<>();
        for (Map.Entry<String, String> file : files.entrySet()) {
            String target = filled(file.getValue(), name);
            Path path = folder.resolve(target);
            Files.createDirectories(Objects.requireNonNull(path.getParent()));
            Files.writeString(path, filled(resource(file.getKey()), name), StandardOpenOption.CREATE_NEW);
            written.add(target);
        }
        written.sort(null);
        return written;
    }

    private static String filled(String template, String name) {
        return template.replace("@name@", name).replace("@Class@", className(name));
    }

    /** {@code round-robin} becomes {@code RoundRobin}. */
    private static String className(String name) {
        StringBuilder joined = new StringBuilder();
        for (String word : name.split("-", -1)) {
            if (!word.isEmpty()) {
                joined.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
            }
        }
        return joined.toString();
    }

    private String resource(String file) {
        String path = name().toLowerCase(Locale.ROOT) + "/" + file;
        try (InputStream in = Objects.requireNonNull(Starter.class.getResourceAsStream(path), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
