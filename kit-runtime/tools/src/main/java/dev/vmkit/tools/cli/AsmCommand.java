package dev.vmkit.tools.cli;

import dev.vmkit.assembly.catalog.Catalog;
import dev.vmkit.language.codec.Assembler;
import dev.vmkit.language.codec.Program;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kit asm}: assembles a source. */
@Command(name = "asm", description = "Assemble a source for any instruction set.")
final class AsmCommand extends KitCommand {
    @Mixin
    private final Parts parts = new Parts();

    @Option(
            names = {"-i", "--isa"},
            required = true,
            paramLabel = "ISA",
            description = "An instruction set: a part (lc3), a part with a variant (riscv:rv64imac), or a file.")
    private String isa = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write the bytes of the program, from its first address to its last, to a file.")
    private Optional<String> output = Optional.empty();

    @Option(
            names = {"-l", "--listing"},
            description = "Print addresses and bytes beside the source. This is what happens without --output.")
    private boolean listing;

    @Option(names = "--symbols", description = "Print the labels and their addresses.")
    private boolean symbols;

    @Parameters(paramLabel = "SOURCE", description = "The assembly source.")
    private String source = "";

    @Override
    int run() throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        try (Catalog catalog = parts.open(kit().surroundings())) {
            // What a definition is warned of is for who writes it: 'kit check' says that.
            Isa checked = Parts.isa(catalog, kit().surroundings(), isa, new Diagnostics());
            SourceFile file = SourceFiles.read(kit().surroundings(), source);
            Optional<Program> program = Assembler.of(checked).assemble(file, diagnostics);
            diagnostics.throwIfErrors();
            screen().report(diagnostics.list());
            show(checked, file, program.orElseThrow());
        }
        return ExitCode.SUCCESS;
    }

    private void show(Isa checked, SourceFile file, Program program) throws IOException {
        if (output.isPresent()) {
            Files.write(kit().surroundings().path(output.get()), RawProgram.of(checked, program));
        }
        if (listing || output.isEmpty() && !symbols) {
            screen().print(new ProgramListing(checked, file, program).text());
        }
        if (symbols) {
            program.labels().entrySet().stream()
                    .sorted(java.util.Map.Entry.comparingByValue())
                    .forEach(label -> screen().line("0x%04x  %s".formatted(label.getValue(), label.getKey())));
        }
    }
}
