package dev.vmkit.tools.cli;

import dev.vmkit.assembly.catalog.Catalog;
import dev.vmkit.language.codec.Assembler;
import dev.vmkit.language.codec.Program;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.tools.cpm.CpmDisk;
import dev.vmkit.tools.cpm.CpmName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kit image cpm}: makes a disk of files. */
@Command(
        name = "cpm",
        description = "Make a CP/M disk of files. An assembly source, NAME.asm, becomes the program NAME.COM.",
        footer = {"", "Example: kit image cpm -o disk.img basic.asm letter.txt"})
final class ImageCpmCommand extends KitCommand {
    private static final String SOURCE = ".asm";

    @Mixin
    private final Parts parts = new Parts();

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE",
            description = "Where the disk goes: 1 MiB, to be named as the image of a sector-disk. What is"
                    + " there is replaced.")
    private String output = "";

    @Option(
            names = {"-i", "--isa"},
            paramLabel = "ISA",
            description = "The instruction set of sources; z80 if nothing is said.")
    private String isa = "z80";

    @Option(names = "--sources", description = "Sources are put there as they are, for an assembler that runs on CP/M.")
    private boolean sources;

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "What is on the disk.")
    private List<String> files = List.of();

    @Override
    int run() throws IOException {
        OutputFile target = new OutputFile(kit().surroundings(), output);
        target.require();
        CpmDisk disk = new CpmDisk();
        for (String file : files) {
            if (target.is(kit().surroundings().path(file))) {
                throw new IOException("'" + file + "' is to be on the disk; the disk must go elsewhere");
            }
            add(disk, file);
        }
        Files.write(target.path(), disk.bytes());
        return ExitCode.SUCCESS;
    }

    private void add(CpmDisk disk, String file) throws IOException {
        Path path = kit().surroundings().path(file);
        String name = Objects.requireNonNullElse(path.getFileName(), path).toString();
        try {
            if (!sources && name.toLowerCase(Locale.ROOT).endsWith(SOURCE)) {
                String stem = name.substring(0, name.length() - SOURCE.length());
                disk.add(CpmName.of(stem + ".COM"), assembled(file));
            } else {
                disk.add(CpmName.of(name), content(path, file));
            }
        } catch (IllegalArgumentException unfit) {
            throw new IOException(file + ": " + unfit.getMessage(), unfit);
        }
    }

    private static byte[] content(Path path, String file) throws IOException {
        if (!Files.isRegularFile(path)) {
            throw new IOException(
                    Files.exists(path) ? "'" + file + "' is not a file" : "there is no file '" + file + "'");
        }
        if (Files.size(path) > CpmDisk.MOST_BYTES) {
            throw new IOException(
                    file + " has " + Files.size(path) + " bytes; a file of CP/M has at most " + CpmDisk.MOST_BYTES);
        }
        return Files.readAllBytes(path);
    }

    private byte[] assembled(String file) throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        try (Catalog catalog = parts.open(kit().surroundings())) {
            Isa checked = Parts.isa(catalog, kit().surroundings(), isa, diagnostics);
            Optional<Program> program =
                    Assembler.of(checked).assemble(SourceFiles.read(kit().surroundings(), file), diagnostics);
            diagnostics.throwIfErrors();
            return RawProgram.of(checked, program.orElseThrow());
        }
    }
}
