package dev.vmkit.tools.cli;

import dev.vmkit.assembly.catalog.Catalog;
import dev.vmkit.language.card.HtmlCard;
import dev.vmkit.language.card.ReferenceCard;
import dev.vmkit.language.card.TextCard;
import dev.vmkit.language.text.Diagnostics;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kit card}: the reference card of an instruction set. */
@Command(name = "card", description = "Print the reference card of an instruction set, as text or as a page for paper.")
final class CardCommand extends KitCommand {
    @Mixin
    private final Parts parts = new Parts();

    @Option(names = "--html", description = "One HTML page that prints well.")
    private boolean html;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write to a file; HTML if its name ends with .html.")
    private Optional<String> output = Optional.empty();

    @Parameters(
            paramLabel = "ISA",
            description = "An instruction set: a part (lc3), a part with a variant (riscv:rv64imac), or a file.")
    private String isa = "";

    @Override
    int run() throws IOException {
        Surroundings surroundings = kit().surroundings();
        Diagnostics diagnostics = new Diagnostics();
        try (Catalog catalog = parts.open(surroundings)) {
            ReferenceCard card = ReferenceCard.of(Parts.isa(catalog, surroundings, isa, diagnostics));
            boolean page = html || output.filter(name -> name.endsWith(".html")).isPresent();
            String text = page ? HtmlCard.render(card) : TextCard.render(card);
            if (output.isPresent()) {
                Files.writeString(surroundings.path(output.get()), text);
                screen().say("wrote " + output.get());
            } else {
                screen().print(text);
            }
        }
        return ExitCode.SUCCESS;
    }
}
