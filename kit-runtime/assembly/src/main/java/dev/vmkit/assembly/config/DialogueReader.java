package dev.vmkit.assembly.config;

import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.language.text.Text;
import dev.vmkit.language.yaml.MappingReader;
import dev.vmkit.language.yaml.Values;
import dev.vmkit.language.yaml.YamlNode;
import dev.vmkit.language.yaml.YamlReader;
import dev.vmkit.machine.board.Dialogue;
import dev.vmkit.machine.board.Dialogue.Exchange;
import java.util.ArrayList;
import java.util.List;

/** Reads what a person would wait for and type: {@code dialogue: [ { see: "login: ", enter: root } ]}. */
public final class DialogueReader {
    private DialogueReader() {}

    /**
     * The dialogue of a file.
     *
     * @throws dev.vmkit.language.text.MistakeException if the file is wrong
     */
    public static Dialogue read(SourceFile file) {
        Diagnostics diagnostics = new Diagnostics();
        List<Exchange> exchanges = new ArrayList<>();
        YamlReader.read(file, diagnostics)
                .flatMap(root -> new Values(diagnostics).mapping(root, "the file"))
                .ifPresent(in -> {
                    in.requiredNode("dialogue");
                    for (YamlNode item : in.list("dialogue")) {
                        in.values().mapping(item, "an exchange").ifPresent(m -> exchanges.add(exchange(m)));
                    }
                    in.finish();
                });
        diagnostics.throwIfErrors();
        return new Dialogue(exchanges);
    }

    private static Exchange exchange(MappingReader in) {
        String see = in.text("see").map(Text::value).orElse("");
        String typed = in.text("type").map(Text::value).orElse("");
        String entered = in.text("enter").map(text -> text.value() + "\r").orElse("");
        in.finish();
        return new Exchange(see, typed + entered);
    }
}
