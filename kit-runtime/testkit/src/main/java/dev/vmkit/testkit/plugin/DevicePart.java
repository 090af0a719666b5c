package dev.vmkit.testkit.plugin;

import dev.vmkit.assembly.catalog.Catalog;
import dev.vmkit.assembly.catalog.Part;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.testkit.report.Case;
import java.util.List;
import java.util.function.Consumer;

/** The tests of a device. */
record DevicePart(Catalog catalog, Part part) {

    List<Case> test(Consumer<String> progress, Diagnostics mistakes) {
        return List.of();
    }
}
