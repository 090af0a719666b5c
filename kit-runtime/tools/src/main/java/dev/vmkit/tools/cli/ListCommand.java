package dev.vmkit.tools.cli;

import dev.vmkit.api.PartKind;
import dev.vmkit.assembly.catalog.Catalog;
import dev.vmkit.assembly.catalog.Part;
import dev.vmkit.assembly.catalog.PluginInfo;
import dev.vmkit.language.yaml.Json;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kit list}: what there is to build with. */
@Command(
        name = "list",
        description = "List what there is to build with; or one part with its parameters and registers.",
        footer = {"", "Examples: kit list, kit list device, kit list plugins, kit list part uart-16550"})
final class ListCommand extends KitCommand {
    /** What can be listed. */
    enum What {
        all,
        plugins,
        isa,
        device,
        policy,
        image,
        part
    }

    @Mixin
    private final Parts parts = new Parts();

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "WHAT",
            description = "One of ${COMPLETION-CANDIDATES}. Default: all.")
    private What what = What.all;

    @Parameters(index = "1", arity = "0..1", paramLabel = "NAME", description = "With 'part': the part's name.")
    private Optional<String> name = Optional.empty();

    @Override
    int run() throws IOException {
        if ((what == What.part) != name.isPresent()) {
            throw wrongUsage("'list part NAME' shows one part; nothing else takes a name");
        }
        try (Catalog catalog = parts.open(kit().surroundings())) {
            screen().report(catalog.mistakes());
            switch (what) {
                case part -> screen().print(new PartPage(catalog, screen()).of(name.orElseThrow(), json));
                case plugins -> plugins(catalog);
                default -> parts(catalog, listed(catalog));
            }
        }
        return ExitCode.SUCCESS;
    }

    private List<Part> listed(Catalog catalog) {
        return what == What.all
                ? catalog.parts()
                : catalog.parts(PartKind.valueOf(what.name().toUpperCase(Locale.ROOT)));
    }

    private void parts(Catalog catalog, List<Part> listed) {
        if (json) {
            screen().print(Json.array(
                            listed.stream().map(part -> json(catalog, part)).toList())
                    .pretty());
            return;
        }
        int width = listed.stream().mapToInt(p -> p.name().length()).max().orElse(0);
        PartKind before = null;
        for (Part part : listed) {
            if (part.kind() != before) {
                screen().line((before == null ? "" : "\n") + screen().bold(heading(part.kind())));
                before = part.kind();
            }
            screen().line("  " + pad(part.name(), width) + "  "
                    + catalog.info(part).summary());
        }
    }

    private static Json json(Catalog catalog, Part part) {
        return Json.object()
                .put("kind", part.kind().name().toLowerCase(Locale.ROOT))
                .put("name", part.name())
                .put("summary", catalog.info(part).summary())
                .put("plugin", part.pluginName())
                .build();
    }

    private void plugins(Catalog catalog) {
        List<PluginInfo> plugins = catalog.plugins();
        if (json) {
            screen().print(Json.array(plugins.stream().map(ListCommand::json).toList())
                    .pretty());
            return;
        }
        int width = plugins.stream().mapToInt(p -> p.name().length()).max().orElse(0);
        for (PluginInfo plugin : plugins) {
            screen().line(screen().bold(pad(plugin.name(), width)) + "  " + plugin.version() + "  " + plugin.about());
            screen().line(" ".repeat(width) + "  "
                    + screen().dim(plugin.location().toString()));
        }
    }

    private static Json json(PluginInfo plugin) {
        return Json.object()
                .put("name", plugin.name())
                .put("version", plugin.version())
                .put("requires", plugin.requires())
                .put("about", plugin.about())
                .put("location", plugin.location().toString())
                .put("parts", Json.texts(plugin.parts().stream().map(Part::name).toList()))
                .build();
    }

    private static String heading(PartKind kind) {
        return switch (kind) {
            case ISA -> "Instruction sets";
            case DEVICE -> "Devices";
            case POLICY -> "Scheduler policies";
            case IMAGE -> "Program formats";
        };
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
