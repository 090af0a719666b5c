package dev.vmkit.testkit.conform;

import dev.vmkit.language.text.MistakeException;
import dev.vmkit.machine.execute.InterpretEngine;
import dev.vmkit.testkit.differential.SampleIsas;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Material that a test makes itself, tried on a sample definition. */
final class Tried {
    private Tried() {}

    static FileResult by(Adapter adapter, String isa, byte[] content, String... settings) {
        Processor processor = new Processor(SampleIsas.get(isa), Map::of, InterpretEngine::new);
        return adapter.run(
                new Material("file", Path.of("file"), content),
                processor,
                Settings.of(adapter, List.of(settings)),
                done -> {});
    }

    static FileResult by(Adapter adapter, String isa, String content, String... settings) {
        return by(adapter, isa, content.getBytes(StandardCharsets.UTF_8), settings);
    }

    /** What the kit says of it, all lines. */
    static String message(MistakeException mistake) {
        return String.join(
                "\n",
                mistake.diagnostics().stream()
                        .map(d -> d.problem().code() + " " + d.message() + " " + d.hint())
                        .toList());
    }
}
