package dev.vmkit.language.isa;

import dev.vmkit.language.isa.BootProtocol.Handover;
import dev.vmkit.language.text.Text;
import dev.vmkit.language.yaml.YamlMapping;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads {@code boot}. */
final class BootReader {
    private static final Map<String, Handover> WORDS = Stream.of(Handover.values())
            .collect(Collectors.toMap(Handover::word, h -> h, (a, b) -> a, LinkedHashMap::new));

    private final Definition definition;
    private final Registers registers;
    private final Context context;

    BootReader(Definition definition, Registers registers, Context context) {
        this.definition = definition;
        this.registers = registers;
        this.context = context;
    }

    Optional<BootProtocol> read() {
        return definition
                .setting("boot")
                .flatMap(node -> context.values().mapping(node, "'boot'"))
                .map(in -> {
                    Map<Handover, Integer> handed = handed(in.entries("registers"));
                    TreeTemplateReader templates = new TreeTemplateReader(context);
                    BootProtocol protocol = new BootProtocol(
                            handed,
                            in.node("processor").flatMap(templates::read),
                            in.node("interrupts").flatMap(templates::read));
                    in.finish();
                    return protocol;
                });
    }

    private Map<Handover, Integer> handed(Iterable<YamlMapping.Entry> entries) {
        Map<Handover, Integer> handed = new LinkedHashMap<>();
        for (YamlMapping.Entry entry : entries) {
            OptionalInt slot = slot(entry.key().text());
            Optional<Text> word = context.values().text(entry.value());
            word.flatMap(this::handover)
                    .filter(_ -> slot.isPresent())
                    .ifPresent(handover -> handed.put(handover, slot.getAsInt()));
        }
        return handed;
    }

    private Optional<Handover> handover(Text word) {
        Optional<Handover> handover = Optional.ofNullable(WORDS.get(word.value()));
        if (handover.isEmpty()) {
            context.mistakes()
                    .tell(
                            IsaProblem.BAD_WORD,
                            word.span(),
                            "boot: a register holds one of " + String.join(", ", WORDS.keySet()) + ", not '" + word
                                    + "'");
        }
        return handover;
    }

    private OptionalInt slot(Text name) {
        for (RegisterFile file : registers.list()) {
            int named = file.names().indexOf(name.value());
            int index = named >= 0 ? named : file.also().getOrDefault(name.value(), -1);
            if (index >= 0) {
                return OptionalInt.of(file.slot() + index);
            }
        }
        context.mistakes().unknown(name.span(), "boot: ", "register", name.value(), registers.names());
        return OptionalInt.empty();
    }
}
