package dev.vmkit.tools.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The {@code kit} command: what is common to all its commands. */
@Command(
        name = "kit",
        description = "Builds virtual machines from interchangeable parts, and runs them.",
        version = "kit " + Kit.VERSION,
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "First steps:",
            "  kit run curriculum/00-hello-machine/machine.yaml   run a machine",
            "  kit new isa mine && kit test mine                  start an instruction set of your own",
            "  kit list                                           what there is to build with",
            "",
            "Exit codes: 0 success, 1 the guest or a check failed, 2 a mistake in the command or an input file,",
            "3 a plugin failed, 4 a limit was reached."
        })
public final class Kit {
    static final String VERSION = "0.1.0";

    private final Surroundings surroundings;

    @Option(
            names = "--color",
            scope = ScopeType.INHERIT,
            paramLabel = "WHEN",
            description = "Colours: ${COMPLETION-CANDIDATES}. Default: auto, on terminals alone.")
    private Screen.Colours colours = Screen.Colours.auto;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show where in the kit or a plugin it failed.")
    private boolean debug;

    private Kit(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    public static void main(String[] arguments) {
        System.exit(execute(Surroundings.ofProcess(), arguments));
    }

    /** Runs a command; what the process ends with. */
    public static int execute(Surroundings surroundings, String... given) {
        String[] arguments = helped(given);
        Kit kit = new Kit(surroundings);
        CommandLine line = new CommandLine(kit);
        Commands.add(line, arguments);
        line.setOut(new PrintWriter(surroundings.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(surroundings.err(), true, StandardCharsets.UTF_8));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpAutoWidth(true);
        line.setParameterExceptionHandler(new UsageMistake());
        line.setExecutionExceptionHandler((thrown, _, _) -> kit.failed(thrown));
        try {
            return line.execute(arguments);
        } catch (Error thrown) { // picocli hands on exceptions alone
            return kit.failed(thrown);
        }
    }

    /** {@code help run} is what some say for {@code run --help}. */
    private static String[] helped(String... given) {
        if (given.length == 0 || !given[0].equals("help")) {
            return given;
        }
        String[] arguments = Arrays.copyOfRange(given, 1, given.length + 1);
        arguments[given.length - 1] = "--help";
        return arguments;
    }

    Surroundings surroundings() {
        return surroundings;
    }

    Screen screen() {
        return new Screen(surroundings, colours);
    }

    private int failed(Throwable thrown) {
        if (debug) {
            thrown.printStackTrace(surroundings.err());
        }
        return Failure.of(thrown).show(screen());
    }
}
