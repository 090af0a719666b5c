package dev.vmkit.assembly.catalog;

import dev.vmkit.api.PartKind;
import dev.vmkit.language.text.Text;
import java.util.List;

/**
 * A plugin.yaml.
 *
 * @param version three numbers, such as 1.0.0
 * @param requires the versions of the kit it works with
 * @param about one sentence; may be empty
 */
record PluginDeclaration(Text name, Text version, Text requires, String about, List<Provided> provides) {

    /** A part and the file, within the plugin, that defines it. */
    record Provided(PartKind kind, Text file) {

        /** The part's name, which is its file's without folder and ending. */
        String name() {
            String path = file.value();
            return path.substring(path.lastIndexOf('/') + 1, path.length() - ".yaml".length());
        }
    }

    PluginDeclaration {
        provides = List.copyOf(provides);
    }
}
