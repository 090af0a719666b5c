package dev.vmkit.tools.cli;

import dev.vmkit.assembly.catalog.PluginFailure;
import dev.vmkit.language.text.Diagnostic;
import dev.vmkit.language.text.MistakeException;
import dev.vmkit.layers.archive.MalformedArchive;
import dev.vmkit.machine.device.PluginFault;
import dev.vmkit.tools.bench.BenchmarkFailure;
import dev.vmkit.tools.classroom.store.StoreFailure;
import dev.vmkit.tools.download.FetchFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** How a command failed, as a person is told and as a script sees it. */
sealed interface Failure {

    /** Mistakes in input files, or code of a plugin that cannot be used, as located messages. */
    record Located(List<Diagnostic> diagnostics, int exitCode) implements Failure {}

    /** One sentence. */
    record Said(String message, int exitCode) implements Failure {}

    /** Nothing, for nobody listens. */
    record Silent(int exitCode) implements Failure {}

    static Failure of(Throwable thrown) {
        return switch (thrown) {
            case MistakeException e -> new Located(e.diagnostics(), ExitCode.MISTAKE);
            case PluginFailure e -> new Located(List.of(e.diagnostic()), ExitCode.PLUGIN);
            case PluginFault e -> new Said(String.valueOf(e.getMessage()), ExitCode.PLUGIN);
            case FetchFailure e -> new Said(String.valueOf(e.getMessage()), ExitCode.FAILURE);
            case BenchmarkFailure e -> new Said(String.valueOf(e.getMessage()), ExitCode.FAILURE);
            case MalformedArchive e -> new Said(String.valueOf(e.getMessage()), ExitCode.FAILURE);
            case StoreFailure e -> new Said(String.valueOf(e.getMessage()), ExitCode.MISTAKE);
            case UncheckedIOException e -> of(Objects.requireNonNull(e.getCause()));
            case NoSuchFileException e -> new Said(missing(e.getFile()), ExitCode.MISTAKE);
            case FileAlreadyExistsException e -> new Said("'" + e.getFile() + "' exists already", ExitCode.MISTAKE);
            case AccessDeniedException e -> new Said("'" + e.getFile() + "' may not be accessed", ExitCode.MISTAKE);
            case IOException e -> new Said(String.valueOf(e.getMessage()), ExitCode.MISTAKE);
            case OutputClosed e -> new Silent(ExitCode.MISTAKE);
            case OutOfMemoryError e ->
                new Said("the kit ran out of memory; VMKIT_JAVA_OPTS=-Xmx8g gives it more", ExitCode.LIMIT);
            default ->
                new Said(
                        "this is a fault of the kit, not yours: " + thrown + "; --debug shows where",
                        ExitCode.INTERNAL);
        };
    }

    /** A file that is to be written is missing only if its folder is. */
    private static String missing(String file) {
        Path folder = Path.of(file).toAbsolutePath().getParent();
        return folder == null || Files.isDirectory(folder)
                ? "there is no file '" + file + "'"
                : "there is no file '" + file + "', nor a folder for it";
    }

    int exitCode();

    /** Tells the person; what the process ends with. */
    default int show(Screen screen) {
        switch (this) {
            case Located(List<Diagnostic> diagnostics, int _) -> screen.report(diagnostics);
            case Said(String message, int _) -> screen.say(screen.red("kit: ") + message);
            case Silent(int _) -> {}
        }
        return exitCode();
    }
}
