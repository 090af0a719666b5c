package dev.vmkit.tools.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vmkit.layers.archive.MalformedArchive;
import dev.vmkit.layers.archive.TarArchive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Modules that need each other, one after the other. */
class KernelModulesTests {
    @TempDir
    private Path folder;

    /** Modules m0, m1, ...; each needs the next, and the last the first. */
    private TarArchive circle(int modules) throws IOException {
        Path file = folder.resolve("modules.tar");
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < modules; i++) {
                byte[] module = ObjectFile.module("m" + (i + 1) % modules, "", 1);
                TarArchiveEntry entry = new TarArchiveEntry("./lib/modules/6.12/kernel/m" + i + ".ko");
                entry.setSize(module.length);
                tar.putArchiveEntry(entry);
                tar.write(module);
                tar.closeArchiveEntry();
            }
        }
        return new TarArchive(file);
    }

    @Test
    void allThatAModuleNeedsIsSelectedOnce() throws IOException {
        KernelModules selected = KernelModules.select(circle(256), List.of("m0"));
        assertThat(selected.content()).hasSize(256);
        assertThat(selected.dependencies()).contains("m254.ko: m255.ko m0.ko m1.ko ");
    }

    @Test
    void aModuleThatNeedsTooManyIsRefused() throws IOException {
        TarArchive files = circle(257);
        assertThatExceptionOfType(MalformedArchive.class)
                .isThrownBy(() -> KernelModules.select(files, List.of("m0")))
                .withMessageContaining("need more than 256 of them");
    }
}
