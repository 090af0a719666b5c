package dev.vmkit.tools.classroom;

import dev.vmkit.tools.classroom.store.Entry;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * What a student handed in.
 *
 * @param path a folder, a ZIP or a JAR
 * @param submitted when, if that is known
 */
public record HandIn(Entry entry, Path path, Optional<Instant> submitted) {}
