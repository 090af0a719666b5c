package dev.vmkit.assembly;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;

/** Writes plugins for tests, and compiles their Java. */
public final class PluginFolder {
    private final Path folder;

    private PluginFolder(Path folder) {
        this.folder = folder;
    }

    /** A plugin that provides what {@code provides} lists, one {@code kind: file} each. */
    public static PluginFolder plugin(Path plugins, String name, String... provides) {
        StringBuilder yaml = new StringBuilder("plugin: " + name + "\nversion: 1.0.0\n");
        yaml.append("requires: \">=1.0.0 & <2.0.0\"\nabout: A plugin for tests.\nprovides:\n");
        Stream.of(provides).forEach(p -> yaml.append("  - ").append(p).append('\n'));
        return new PluginFolder(plugins.resolve(name)).file("plugin.yaml", yaml.toString());
    }

    public PluginFolder file(String path, String content) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compiles a class of the package {@code demo} against what the test sees. */
    public PluginFolder java(String className, String body) {
        return java(folder, className, body);
    }

    /** Compiles a class of the package {@code demo} into a folder. */
    public PluginFolder java(Path classes, String className, String body) {
        file("source/" + className + ".java", "package demo;\nimport dev.vmkit.api.*;\n" + body);
        int result = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-nowarn",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-d",
                        classes.toString(),
                        folder.resolve("source").resolve(className + ".java").toString());
        if (result != 0) {
            throw new IllegalStateException(className + " does not compile");
        }
        return this;
    }

    public Path path() {
        return folder;
    }

    /** The plugin as an archive beside its folder, which goes away; entries below {@code prefix}. */
    public Path archive(String fileName, String prefix) {
        Path archive = folder.resolveSibling(fileName);
        try (OutputStream out = Files.newOutputStream(archive);
                ZipOutputStream zip = new ZipOutputStream(out);
                Stream<Path> all = Files.walk(folder)) {
            List<Path> files = all.filter(Files::isRegularFile).sorted().toList();
            for (Path file : files) {
                zip.putNextEntry(
                        new ZipEntry(prefix + folder.relativize(file).toString().replace('\\', '/')));
                zip.write(Files.readAllBytes(file));
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return archive;
    }
}
