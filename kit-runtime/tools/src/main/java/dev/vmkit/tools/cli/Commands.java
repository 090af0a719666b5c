package dev.vmkit.tools.cli;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;

/** All commands. Reading the annotations of one costs start-up time, so only the one that is asked for is read. */
final class Commands {
    private static final Map<String, Supplier<KitCommand>> ALL = new LinkedHashMap<>();

    static {
        ALL.put("run", RunCommand::new);
        ALL.put("check", CheckCommand::new);
        ALL.put("asm", AsmCommand::new);
        ALL.put("dis", DisCommand::new);
        ALL.put("card", CardCommand::new);
        ALL.put("analyze", AnalyzeCommand::new);
        ALL.put("show", ShowCommand::new);
        ALL.put("trace", TraceCommand::new);
        ALL.put("list", ListCommand::new);
        ALL.put("image", ImageCommand::new);
        ALL.put("schedule", ScheduleCommand::new);
        ALL.put("experiment", ExperimentCommand::new);
        ALL.put("new", NewCommand::new);
        ALL.put("lab", LabCommand::new);
        ALL.put("test", TestCommand::new);
        ALL.put("conform", ConformCommand::new);
        ALL.put("grade", GradeCommand::new);
        ALL.put("grade-class", GradeClassCommand::new);
        ALL.put("package", PackageCommand::new);
        ALL.put("bench", BenchCommand::new);
        ALL.put("fuzz", FuzzCommand::new);
        ALL.put("schema", SchemaCommand::new);
        ALL.put("explain", ExplainCommand::new);
        ALL.put("completion", CompletionCommand::new);
    }

    private Commands() {}

    /** Adds the command the arguments begin with, or all of them if that is none: for help and for suggestions. */
    static void add(CommandLine line, String... arguments) {
        names(arguments)
                .forEach(name -> line.addSubcommand(
                        name, ALL.getOrDefault(name, CompletionCommand::new).get()));
    }

    private static Collection<String> names(String... arguments) {
        boolean one = arguments.length > 0 && ALL.containsKey(arguments[0]) && !arguments[0].equals("completion");
        return one ? List.of(arguments[0]) : ALL.keySet();
    }
}
