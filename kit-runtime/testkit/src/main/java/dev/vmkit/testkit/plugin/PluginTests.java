package dev.vmkit.testkit.plugin;

import dev.vmkit.assembly.catalog.Catalog;
import dev.vmkit.assembly.catalog.Part;
import dev.vmkit.assembly.catalog.PluginInfo;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.MistakeException;
import dev.vmkit.testkit.derive.Share;
import dev.vmkit.testkit.report.Case;
import dev.vmkit.testkit.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Tests every part of a plugin by what its definition promises, and runs its examples. */
public final class PluginTests {
    private final Catalog catalog;
    private final PluginInfo plugin;

    private PluginTests(Catalog catalog, PluginInfo plugin) {
        this.catalog = catalog;
        this.plugin = plugin;
    }

    /**
     * Tests of the plugin of that name, or at that place.
     *
     * @throws IOException if there is none
     * @throws MistakeException if its declaration cannot be read
     */
    public static PluginTests of(Catalog catalog, String name, Path place) throws IOException {
        return catalog.plugins().stream()
                .filter(p -> p.name().equals(name)
                        || place.startsWith(p.location())
                        || p.location().startsWith(place))
                .findFirst()
                .map(p -> new PluginTests(catalog, p))
                .orElseThrow(() -> missing(catalog, name, place));
    }

    private static IOException missing(Catalog catalog, String name, Path place) {
        if (Files.exists(place) && !catalog.mistakes().isEmpty()) {
            throw new MistakeException(catalog.mistakes());
        }
        String hint = catalog.parts().stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .map(part -> "; '" + name + "' is a part of plugin '" + part.pluginName() + "'")
                .orElse("");
        return new IOException("there is no plugin '" + name + "'" + hint);
    }

    /**
     * Runs them all.
     *
     * @param share how much of what follows from an instruction set's definition is tried
     * @param progress is told what is being tested
     * @throws dev.vmkit.language.text.MistakeException if a definition has mistakes: then there is nothing to test
     */
    public Report run(Share share, Consumer<String> progress) {
        List<Report.Group> groups = new ArrayList<>();
        for (Part part : plugin.parts()) {
            String called = part.kind().name().toLowerCase(Locale.ROOT) + " " + part.name();
            progress.accept("testing " + called);
            groups.add(new Report.Group(called, cases(part, share, progress)));
        }
        return new Report(groups);
    }

    private List<Case> cases(Part part, Share share, Consumer<String> progress) {
        Diagnostics mistakes = new Diagnostics();
        List<Case> cases = switch (part.kind()) {
            case ISA -> new IsaPart(catalog, plugin, part, share).test(progress, mistakes);
            case DEVICE -> new DevicePart(catalog, part).test(progress, mistakes);
            case POLICY -> new PolicyPart(catalog, part).test(mistakes);
            case IMAGE -> new ImagePart(catalog, part).test(mistakes);
        };
        mistakes.throwIfErrors();
        return cases;
    }
}
