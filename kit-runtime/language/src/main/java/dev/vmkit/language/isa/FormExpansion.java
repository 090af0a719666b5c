package dev.vmkit.language.isa;

import dev.vmkit.language.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes the forms of a blueprint: one for each choice of modes that {@code except} allows. */
final class FormExpansion {
    static final int MOST_FORMS = 100_000;

    private final Definition definition;
    private final Vocabulary vocabulary;
    private final int unit;
    private final Context context;
    /** How many more forms there may be. */
    private long left = MOST_FORMS;

    /** For words of whole units of {@code unit} bits. */
    FormExpansion(Definition definition, Vocabulary vocabulary, int unit, Context context) {
        this.definition = definition;
        this.vocabulary = vocabulary;
        this.unit = unit;
        this.context = context;
    }

    List<Form> expand(Blueprint blueprint) {
        if (!namesKnown(blueprint)) {
            return List.of();
        }
        Map<String, List<ModeSet.Alternative>> slots = slots(blueprint);
        if (tooMany(slots, blueprint)) {
            return List.of();
        }
        List<Form> forms = new ArrayList<>();
        int[] odometer = new int[slots.size()];
        List<String> names = List.copyOf(slots.keySet());
        boolean more = slots.values().stream().noneMatch(List::isEmpty);
        while (more) {
            Map<String, ModeSet.Alternative> chosen = new LinkedHashMap<>();
            for (int i = 0; i < odometer.length; i++) {
                chosen.put(
                        names.get(i),
                        slots.getOrDefault(names.get(i), List.of()).get(odometer[i]));
            }
            Optional<Form> form = new FormBuilder(blueprint, chosen, vocabulary, unit, context).build();
            form.ifPresent(forms::add);
            more = form.isPresent() && next(odometer, names, slots);
        }
        return forms;
    }

    private boolean tooMany(Map<String, List<ModeSet.Alternative>> slots, Blueprint blueprint) {
        long count = 1;
        for (List<ModeSet.Alternative> alternatives : slots.values()) {
            count = Math.min(count * alternatives.size(), MOST_FORMS + 1L);
        }
        if (left >= 0 && count > left) {
            context.mistakes()
                    .tell(
                            IsaProblem.TOO_MANY,
                            blueprint.span(),
                            blueprint.subject() + "with it there are more than " + MOST_FORMS + " forms");
        }
        left -= count;
        return left < 0;
    }

    private static boolean next(int[] odometer, List<String> names, Map<String, List<ModeSet.Alternative>> slots) {
        for (int i = odometer.length - 1; i >= 0; i--) {
            if (++odometer[i] < slots.getOrDefault(names.get(i), List.of()).size()) {
                return true;
            }
            odometer[i] = 0;
        }
        return false;
    }

    private boolean namesKnown(Blueprint blueprint) {
        boolean known = true;
        for (RawPiece.Word word : blueprint.words()) {
            for (RawPiece piece : word.pieces()) {
                known &= !(piece instanceof RawPiece.Named named) || isKnown(named.name(), blueprint);
            }
        }
        for (RawToken token : blueprint.line()) {
            known &= !(token instanceof RawToken.Hole hole) || isKnown(hole.name(), blueprint);
        }
        return known;
    }

    private boolean isKnown(Text name, Blueprint blueprint) {
        boolean declared = definition.section("operands").containsKey(name.value())
                || definition.section("mode-sets").containsKey(name.value());
        if (!vocabulary.knows(name.value()) && declared) {
            context.mistakes()
                    .tell(
                            IsaProblem.UNKNOWN_NAME,
                            name.span(),
                            blueprint.subject() + "the operand '" + name
                                    + "' does not exist for the parameters and features chosen",
                            "give the instruction the same 'when:' as the operand");
        } else if (!vocabulary.knows(name.value())) {
            context.mistakes().unknown(name.span(), blueprint.subject(), "operand", name.value(), vocabulary.names());
        }
        return vocabulary.knows(name.value()) && !vocabulary.broken().contains(name.value());
    }

    /** For each mode operand of the encoding the alternatives it may have. */
    private Map<String, List<ModeSet.Alternative>> slots(Blueprint blueprint) {
        Map<String, List<ModeSet.Alternative>> slots = new LinkedHashMap<>();
        for (RawPiece.Word word : blueprint.words()) {
            for (RawPiece piece : word.pieces()) {
                ModeSet set = piece instanceof RawPiece.Named named
                        ? vocabulary.sets().get(named.id())
                        : null;
                if (set != null) {
                    slots.put(set.name(), allowed(set, blueprint));
                }
            }
        }
        for (Map.Entry<String, List<Text>> exception : blueprint.except().entrySet()) {
            checkException(exception.getKey(), exception.getValue(), slots.keySet(), blueprint);
        }
        return slots;
    }

    private static List<ModeSet.Alternative> allowed(ModeSet set, Blueprint blueprint) {
        Set<String> not = blueprint.except().getOrDefault(set.name(), List.of()).stream()
                .map(Text::value)
                .collect(Collectors.toSet());
        return set.alternatives().stream()
                .filter(alternative -> !not.contains(alternative.mode().name()))
                .toList();
    }

    private void checkException(String operand, List<Text> modes, Set<String> slots, Blueprint blueprint) {
        ModeSet set = slots.contains(operand) ? vocabulary.sets().get(operand) : null;
        if (set == null) {
            modes.stream()
                    .findFirst()
                    .ifPresent(first -> context.mistakes()
                            .unknown(first.span(), blueprint.subject() + "except: ", "mode operand", operand, slots));
            return;
        }
        List<String> known = set.alternatives().stream()
                .map(alternative -> alternative.mode().name())
                .toList();
        for (Text mode : modes) {
            if (!known.contains(mode.value())) {
                String subject = blueprint.subject() + "'" + operand + "' has ";
                context.mistakes().unknown(mode.span(), subject, "mode", mode.value(), known);
            }
        }
    }
}
