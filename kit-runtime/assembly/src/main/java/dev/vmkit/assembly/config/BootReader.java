package dev.vmkit.assembly.config;

import dev.vmkit.language.text.Span;
import dev.vmkit.language.text.Text;
import dev.vmkit.language.yaml.MappingReader;
import java.util.Optional;

/** Reads {@code boot:}. */
final class BootReader {
    private BootReader() {}

    static BootConfig read(MappingReader in, Span span) {
        Optional<Text> arguments = in.text("arguments");
        Optional<Text> initrd = in.text("initrd");
        Optional<Text> deviceTree = in.text("device-tree");
        in.finish();
        return new BootConfig(arguments, initrd, deviceTree, span);
    }
}
