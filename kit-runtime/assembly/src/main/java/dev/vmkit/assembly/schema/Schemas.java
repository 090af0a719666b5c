package dev.vmkit.assembly.schema;

import dev.vmkit.assembly.catalog.Catalog;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.language.yaml.Json;
import dev.vmkit.language.yaml.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The schemas of the kit's files. What a schema accepts the kit may still refuse: it checks more, and says why. */
public final class Schemas {

    /** A kind of file. */
    public enum Kind {
        MACHINE,
        HOST,
        TIMESHARE,
        EXPERIMENT,
        ISA,
        DEVICE,
        PLUGIN,
        POLICY,
        WORKLOAD,
        SUITE;

        /** As on the command line. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private Schemas() {}

    /** The schema of a kind of file; that of machine files knows the parts of the catalog. */
    public static Json of(Kind kind, Catalog catalog) {
        return kind == Kind.MACHINE ? new MachineSchema(catalog).schema() : resource(kind.word() + ".json");
    }

    private static Json resource(String name) {
        try (InputStream in = Schemas.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return JsonReader.read(new SourceFile(name, text), new Diagnostics())
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
