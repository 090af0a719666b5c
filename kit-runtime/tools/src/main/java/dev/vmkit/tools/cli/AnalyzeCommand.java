package dev.vmkit.tools.cli;

import dev.vmkit.assembly.catalog.Catalog;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.isa.Privilege;
import dev.vmkit.language.isa.Privilege.Mode;
import dev.vmkit.language.sensitivity.ModePair;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.Suggestion;
import dev.vmkit.layers.witness.Analysis;
import dev.vmkit.tools.analysis.HtmlReport;
import dev.vmkit.tools.analysis.JsonReport;
import dev.vmkit.tools.analysis.Page;
import dev.vmkit.tools.analysis.PageWriter;
import dev.vmkit.tools.analysis.TextReport;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kit analyze}: whether an instruction set can be virtualized, and if not, which instructions are at fault. */
@Command(
        name = "analyze",
        description =
                "Derive from an instruction set's definition whether it can be virtualized (Popek and Goldberg 1974).",
        footer = {
            "",
            "Exit code: 0 if the sufficient condition of theorem 1 holds, 1 if it does not, 2 if the definition has no"
                    + " modes."
        })
final class AnalyzeCommand extends KitCommand {
    @Mixin
    private final Parts parts = new Parts();

    @Option(names = "--kernel", paramLabel = "MODE", description = "The mode that kernels are written for.")
    private Optional<String> kernel = Optional.empty();

    @Option(
            names = "--runs-in",
            paramLabel = "MODE",
            description = "The mode they are to run in; otherwise the lowest.")
    private Optional<String> runsIn = Optional.empty();

    @Option(names = "--brief", description = "Leave out the states that show what is claimed.")
    private boolean brief;

    @Option(names = "--json", description = "All of it as JSON.")
    private boolean json;

    @Option(names = "--html", description = "One HTML page.")
    private boolean html;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write to a file; HTML or JSON if its name ends so.")
    private Optional<String> output = Optional.empty();

    @Parameters(
            paramLabel = "ISA",
            description = "An instruction set: a part (lc3), a part with a variant (riscv:rv64imac), or a file.")
    private String isa = "";

    @Override
    int run() throws IOException {
        if (json && (html || endsWith(".html")) || html && endsWith(".json")) {
            throw wrongUsage("the report is either JSON or HTML");
        }
        Surroundings surroundings = kit().surroundings();
        try (Catalog catalog = parts.open(surroundings)) {
            Isa definition = Parts.isa(catalog, surroundings, isa, new Diagnostics());
            Privilege privilege = definition.model().privilege().orElseThrow(() -> modeless(definition));
            Analysis analysis = Analysis.of(definition, privilege, pair(privilege));
            String text = render(analysis);
            if (output.isPresent()) {
                Files.writeString(surroundings.path(output.get()), text);
                screen().say("wrote " + output.get());
            } else {
                screen().print(text);
            }
            return analysis.verdict().isVirtualizable() ? ExitCode.SUCCESS : ExitCode.FAILURE;
        }
    }

    private RuntimeException modeless(Isa definition) {
        return wrongUsage(
                "instruction set '" + definition.name() + "' has no modes: its definition has no 'privilege:'");
    }

    private String render(Analysis analysis) {
        if (json || endsWith(".json")) {
            return JsonReport.of(analysis).pretty();
        }
        Page page = PageWriter.of(analysis);
        return html || endsWith(".html") ? HtmlReport.render(page) : TextReport.render(page, !brief);
    }

    private boolean endsWith(String ending) {
        return output.filter(name -> name.endsWith(ending)).isPresent();
    }

    private ModePair pair(Privilege privilege) {
        Mode high = kernel.map(name -> mode(privilege, name)).orElse(privilege.kernel());
        Mode low = runsIn.map(name -> mode(privilege, name)).orElse(privilege.user());
        List<Mode> modes = privilege.modes();
        if (modes.indexOf(low) >= modes.indexOf(high)) {
            throw wrongUsage("mode '" + low.name() + "' is not less privileged than mode '" + high.name() + "'");
        }
        return new ModePair(low, high);
    }

    private Mode mode(Privilege privilege, String name) {
        List<String> names = privilege.modes().stream().map(Mode::name).toList();
        return privilege
                .mode(name)
                .orElseThrow(() -> wrongUsage("there is no mode '" + name + "'; "
                        + Suggestion.nearest(name, names)
                                .map(near -> "did you mean '" + near + "'?")
                                .orElse("there are " + String.join(", ", names))));
    }
}
