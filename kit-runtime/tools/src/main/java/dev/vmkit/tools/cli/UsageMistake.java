package dev.vmkit.tools.cli;

import dev.vmkit.language.text.Glyphs;
import dev.vmkit.language.text.Suggestion;
import java.io.PrintWriter;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** A wrong command line: says what is wrong, the nearest right word, and how to get help; not the whole help. */
final class UsageMistake implements IParameterExceptionHandler {
    @Override
    public int handleParseException(ParameterException mistake, String[] arguments) {
        CommandLine command = mistake.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("kit: " + Glyphs.visible(String.valueOf(mistake.getMessage())));
        if (!nearestCommand(mistake, command, err)) {
            UnmatchedArgumentException.printSuggestions(mistake, err);
        }
        err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        err.flush();
        return ExitCode.MISTAKE;
    }

    private static boolean nearestCommand(ParameterException mistake, CommandLine command, PrintWriter err) {
        if (mistake instanceof UnmatchedArgumentException unmatched
                && !command.getSubcommands().isEmpty()) {
            String word = unmatched.getUnmatched().getFirst();
            Optional<String> near =
                    Suggestion.nearest(word, command.getSubcommands().keySet());
            near.ifPresent(name -> err.println("Did you mean '" + name + "'?"));
            return near.isPresent();
        }
        return false;
    }
}
