package dev.vmkit.testkit.plugin;

import dev.vmkit.api.ImageLoader;
import dev.vmkit.assembly.catalog.Catalog;
import dev.vmkit.assembly.catalog.Part;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.testkit.report.Case;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** The tests of a program format: whatever a file holds, it is read or refused with a message. */
record ImagePart(Catalog catalog, Part part) {
    private static final int FILES = 2000;

    List<Case> test(Diagnostics mistakes) {
        return catalog.imageLoader(part, mistakes)
                .map(loader -> List.of(survives(loader)))
                .orElse(List.of());
    }

    private static Case survives(ImageLoader loader) {
        String name = "reads or refuses whatever a file holds";
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < FILES; i++) {
            byte[] content = new byte[random.nextInt(200)];
            random.nextBytes(content);
            Optional<RuntimeException> thrown = thrownBy(loader, content);
            if (thrown.isPresent()) {
                return Case.failed(name, "file " + i + " of " + content.length + " random bytes: " + thrown.get());
            }
        }
        return Case.passed(name, FILES + " files of random bytes");
    }

    /** A refusal is an {@link IllegalArgumentException}; anything else is a fault of the loader. */
    private static Optional<RuntimeException> thrownBy(ImageLoader loader, byte[] content) {
        try {
            if (loader.recognises("random.bin", content)) {
                loader.load("random.bin", content);
            }
            return Optional.empty();
        } catch (IllegalArgumentException refused) {
            return Optional.empty();
        } catch (RuntimeException fault) {
            return Optional.of(fault);
        }
    }
}
