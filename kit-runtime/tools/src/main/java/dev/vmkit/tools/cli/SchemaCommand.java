package dev.vmkit.tools.cli;

import dev.vmkit.assembly.catalog.Catalog;
import dev.vmkit.assembly.schema.Schemas;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kit schema}: JSON Schemas, with which editors complete and check YAML. */
@Command(
        name = "schema",
        description = "Print the JSON Schema of machine files and definitions, made from the parts there are.",
        footer = {
            "",
            "Tell your editor by the first line of a file:",
            "  # yaml-language-server: $$schema=machine.schema.json"
        })
final class SchemaCommand extends KitCommand {
    @Mixin
    private final Parts parts = new Parts();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write to a file.")
    private Optional<String> output = Optional.empty();

    @Parameters(arity = "0..1", paramLabel = "KIND", description = "One of ${COMPLETION-CANDIDATES}. Default: MACHINE.")
    private Schemas.Kind kind = Schemas.Kind.MACHINE;

    @Override
    int run() throws IOException {
        try (Catalog catalog = parts.open(kit().surroundings())) {
            String schema = Schemas.of(kind, catalog).pretty();
            if (output.isPresent()) {
                Files.writeString(kit().surroundings().path(output.get()), schema);
            } else {
                screen().print(schema);
            }
        }
        return ExitCode.SUCCESS;
    }
}
