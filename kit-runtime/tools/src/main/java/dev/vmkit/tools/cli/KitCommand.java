package dev.vmkit.tools.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** One of the kit's commands. */
abstract class KitCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private final HelpOption help = new HelpOption();

    /** Does the work; what {@code kit} ends with. */
    abstract int run() throws Exception;

    @Override
    public final Integer call() throws Exception {
        return run();
    }

    Kit kit() {
        return (Kit) spec.root().userObject();
    }

    Screen screen() {
        return kit().screen();
    }

    /** The kit's command line with the commands that were added to it. */
    CommandLine root() {
        return spec.root().commandLine();
    }

    /** Whether this was said on the command line, as {@code --name}. */
    boolean isSaid(String option) {
        return spec.commandLine().getParseResult().hasMatchedOption(option);
    }

    /** A mistake on the command line. */
    ParameterException wrongUsage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
