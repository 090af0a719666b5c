package dev.vmkit.assembly.compile;

import dev.vmkit.api.DeviceModel;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.MistakeException;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.language.text.Span;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.pf4j.ExtensionPoint;

/**
 * Compiles the Java sources of a plugin folder, {@code src/}, into {@code classes/}, if they have changed since. A folder
 * without a plugin.yaml at its top, such as a Maven module, is left to its own build.
 */
public final class PluginCompiler {
    private static final String SYMBOL = "symbol:";
    private static final int MOST_SOURCES = 1000;

    private PluginCompiler() {}

    /**
     * Makes sure that {@code classes/} is up to date.
     *
     * @throws MistakeException with the compiler's errors
     */
    public static void compile(Path plugin) throws IOException {
        boolean ours = Files.isRegularFile(plugin.resolve("plugin.yaml"));
        List<Path> sources = ours ? sources(plugin.resolve("src")) : List.of();
        Path classes = plugin.resolve("classes");
        if (!sources.isEmpty() && isStale(sources, classes)) {
            compile(sources, classes);
        }
    }

    private static List<Path> sources(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder, 20)) {
            return files.filter(f -> f.toString().endsWith(".java"))
                    .limit(MOST_SOURCES)
                    .sorted()
                    .toList();
        }
    }

    private static boolean isStale(List<Path> sources, Path classes) throws IOException {
        if (!Files.isDirectory(classes)) {
            return true;
        }
        FileTime compiled = Files.getLastModifiedTime(classes);
        for (Path source : sources) {
            if (Files.getLastModifiedTime(source).compareTo(compiled) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static void compile(List<Path> sources, Path classes) throws IOException {
        JavaCompiler javac = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "a JDK");
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        Files.createDirectories(classes);
        try (StandardJavaFileManager files = javac.getStandardFileManager(said, Locale.ROOT, StandardCharsets.UTF_8)) {
            List<String> options = List.of(
                    "-d",
                    classes.toString(),
                    "-cp",
                    contract(),
                    "-processorpath",
                    processor(),
                    "-proc:full",
                    "-parameters");
            javac.getTask(null, files, said, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
        }
        report(said);
        Files.setLastModifiedTime(classes, FileTime.fromMillis(System.currentTimeMillis()));
    }

    /** PF4J's annotation processor: it lists the classes marked {@code @Extension}, or nobody finds them. */
    private static String processor() {
        return place(ExtensionPoint.class);
    }

    /** The jars of kit-api and of PF4J, whose {@code ExtensionPoint} it extends. */
    private static String contract() {
        return place(DeviceModel.class) + java.io.File.pathSeparator + place(ExtensionPoint.class);
    }

    private static String place(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void report(DiagnosticCollector<JavaFileObject> said) throws IOException {
        Diagnostics mistakes = new Diagnostics();
        for (Diagnostic<? extends JavaFileObject> d : said.getDiagnostics()) {
            if (d.getKind() == Diagnostic.Kind.ERROR) {
                report(d, mistakes);
            }
        }
        mistakes.throwIfErrors();
    }

    /** The compiler's first line, and the symbol that it tells of in the next. */
    private static String message(List<String> lines) {
        String first = lines.isEmpty() ? "" : lines.getFirst();
        return lines.stream()
                .map(String::strip)
                .filter(line -> line.startsWith(SYMBOL))
                .findFirst()
                .map(line -> first + ": " + line.substring(SYMBOL.length()).strip())
                .orElse(first);
    }

    private static void report(Diagnostic<? extends JavaFileObject> error, Diagnostics mistakes) throws IOException {
        String message = message(error.getMessage(Locale.ROOT).lines().toList());
        JavaFileObject source = error.getSource();
        if (source == null || error.getStartPosition() == Diagnostic.NOPOS) {
            throw MistakeException.of(CompileProblem.JAVA, message, "");
        }
        SourceFile file = new SourceFile(
                Path.of(source.toUri()).toString(), source.getCharContent(true).toString());
        int length = file.content().length();
        int start = (int) Math.min(error.getStartPosition(), length);
        int end = (int) Math.min(Math.max(error.getEndPosition(), start), length);
        mistakes.report(CompileProblem.JAVA, new Span(file, start, end), message);
    }
}
