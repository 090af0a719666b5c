package dev.vmkit.tools.cli;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Programs that are started beside this one. */
final class FreshProcess {
    private static final String PLUGINS = "-Dvmkit.plugins=";

    private FreshProcess() {}

    /** Another kit: the same JVM with the same options and classes, which the arguments follow. */
    static List<String> kit(Surroundings surroundings) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> !option.startsWith(PLUGINS))
                .forEach(command::add);
        command.add(PLUGINS + surroundings.plugins());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Kit.class.getName()));
        return command;
    }

    /** Where a program lies that can be called by its name alone. */
    static Optional<String> onPath(Surroundings surroundings, String program) {
        return Arrays.stream(surroundings.environment().getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> surroundings.path(folder).resolve(program))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }
}
