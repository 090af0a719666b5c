package dev.vmkit.tools.isolate;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a Java machine needs that is to run the kit: the JDK, the kit's classes, the plugins that come with it, and the cache
 * of loaded classes that the launcher makes.
 *
 * @param cache belongs to exactly this class path
 */
public record KitRuntime(Path java, List<Path> classPath, Path plugins, Optional<Path> cache) {
    public KitRuntime {
        classPath = List.copyOf(classPath);
    }

    /** That of this process. */
    public static KitRuntime ofThisProcess(Path plugins) {
        List<Path> classPath = Arrays.stream(
                        System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .map(entry -> Path.of(entry).toAbsolutePath())
                .filter(Files::exists)
                .toList();
        Optional<Path> cache = Optional.ofNullable(System.getProperty("vmkit.cache"))
                .map(Path::of)
                .filter(Files::isRegularFile);
        return new KitRuntime(Path.of(System.getProperty("java.home")), classPath, plugins, cache);
    }

    /** All files and folders that it is read from, but for the JDK. */
    Stream<Path> files() {
        return Stream.of(classPath.stream(), Stream.of(plugins).filter(Files::exists), cache.stream())
                .flatMap(paths -> paths);
    }

    /**
     * The command that starts {@code main}, which is told where its submission is, and where it may write.
     *
     * @param fenced whether native code is kept out, which takes longer to start
     */
    List<String> command(Limits limits, String main, Path submission, Path scratch, boolean fenced) {
        String classes = String.join(
                File.pathSeparator, classPath.stream().map(Path::toString).toList());
        String cached = cache.map(file -> "-XX:AOTCache=" + file).orElse("-Xshare:auto");
        return Stream.of(
                        List.of(java.resolve("bin").resolve("java").toString()),
                        JvmOptions.of(limits),
                        List.of(fenced ? JvmOptions.FENCE : cached),
                        List.of("-Djava.io.tmpdir=" + scratch, "-cp", classes, main),
                        List.of(submission.toString(), scratch.toString(), plugins.toString()))
                .flatMap(List::stream)
                .toList();
    }
}
