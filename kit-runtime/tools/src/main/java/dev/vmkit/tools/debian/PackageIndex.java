package dev.vmkit.tools.debian;

import dev.vmkit.tools.download.FetchFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The packages of one architecture: of a file {@code Packages}, those that may be asked for. */
public final class PackageIndex {
    private final Map<String, PackageEntry> entries = new HashMap<>();

    private PackageIndex() {}

    /** Reads an unpacked index, and keeps the packages whose names are wanted; of several versions the last. */
    static PackageIndex read(InputStream unpacked, Predicate<String> wanted) throws IOException {
        PackageIndex index = new PackageIndex();
        Paragraphs paragraphs =
                new Paragraphs(new BufferedReader(new InputStreamReader(unpacked, StandardCharsets.UTF_8), 1 << 16));
        for (Optional<Map<String, String>> next = paragraphs.next(); next.isPresent(); next = paragraphs.next()) {
            if (wanted.test(next.get().getOrDefault("Package", ""))) {
                PackageEntry entry = PackageEntry.of(next.get());
                index.entries.put(entry.name(), entry);
            }
        }
        return index;
    }

    /** The package of this name. */
    public PackageEntry get(String name) throws FetchFailure {
        return Optional.ofNullable(entries.get(name))
                .orElseThrow(() -> new FetchFailure("the archive has no package '" + name + "' for this processor"));
    }
}
