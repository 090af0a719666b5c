package dev.vmkit.language.isa;

import dev.vmkit.language.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes one form of a blueprint with its modes chosen. Operands that come with a mode keep their names; where two would
 * have one name, the later one is primed: the second {@code gx} is {@code gx'}.
 */
final class FormBuilder {
    private final Blueprint blueprint;
    private final Map<String, ModeSet.Alternative> modes;
    private final Vocabulary vocabulary;
    private final int unit;
    private final Context context;
    /** Every operand of the form, by its name in it, in the order of the encoding. */
    private final Map<String, Operand> placed = new LinkedHashMap<>();
    /** For each mode operand, how the names in its mode change. */
    private final Map<String, Renaming> renamings = new LinkedHashMap<>();

    FormBuilder(
            Blueprint blueprint,
            Map<String, ModeSet.Alternative> modes,
            Vocabulary vocabulary,
            int unit,
            Context context) {
        this.blueprint = blueprint;
        this.modes = modes;
        this.vocabulary = vocabulary;
        this.unit = unit;
        this.context = context;
    }

    Optional<Form> build() {
        List<RawPiece.Word> words = words();
        List<RawToken> line = line();
        LineReader reader = new LineReader(blueprint.subject(), placed, context);
        Optional<Syntax> syntax = reader.read(line);
        List<Operand> operands = reader.operands();
        boolean allWritten = allWritten(words, operands, line);
        Optional<Encoding> encoding = allWritten
                ? new Placement(blueprint.subject(), operands, unit, context).place(words)
                : Optional.empty();
        Optional<Form.StandsFor> standsFor = blueprint
                .standsFor()
                .flatMap(text -> new StandsForParser(blueprint.subject(), context.mistakes()).parse(text));
        if (syntax.isEmpty()
                || encoding.isEmpty()
                || standsFor.isPresent() != blueprint.standsFor().isPresent()) {
            return Optional.empty();
        }
        return Optional.of(form(encoding.get(), syntax.get(), operands, standsFor));
    }

    private Form form(Encoding encoding, Syntax syntax, List<Operand> operands, Optional<Form.StandsFor> standsFor) {
        Blueprint.Traits traits = blueprint.traits();
        return new Form(
                id(),
                syntax.tokens().getFirst() instanceof Syntax.Literal(String mnemonic) ? mnemonic : blueprint.id(),
                traits.doc(),
                encoding,
                syntax,
                operands,
                bound(),
                blueprint.columns(),
                blueprint.body(),
                standsFor,
                blueprint.where(),
                traits.overrides().stream().map(Text::value).toList(),
                traits.cycles()
                        + modes.values().stream()
                                .mapToInt(m -> m.mode().bound().cycles())
                                .sum(),
                traits.unusedOk(),
                traits.restartable(),
                blueprint.span());
    }

    private String id() {
        StringBuilder id = new StringBuilder(blueprint.id());
        modes.values()
                .forEach(alternative -> id.append('/').append(alternative.mode().name()));
        return blueprint.fullId(id.toString());
    }

    private Map<String, BoundMode> bound() {
        Map<String, BoundMode> bound = new LinkedHashMap<>();
        modes.forEach((operand, alternative) -> {
            BoundMode mode = alternative.mode().bound();
            Renaming renaming = renamings.getOrDefault(operand, Renaming.NONE);
            bound.put(
                    operand,
                    new BoundMode(
                            mode.mode(),
                            mode.at().map(renaming::apply),
                            mode.get().map(renaming::apply),
                            mode.set().map(renaming::apply),
                            mode.pre().map(renaming::apply),
                            mode.then().map(renaming::apply),
                            mode.cycles()));
        });
        return bound;
    }

    /** The words with each mode operand replaced by the bits of its mode, and the mode's own words around. */
    private List<RawPiece.Word> words() {
        directNames().forEach(name -> placed.put(name, vocabulary.operands().get(name)));
        List<RawPiece.Word> words = new ArrayList<>();
        for (RawPiece.Word word : blueprint.words()) {
            List<RawPiece> pieces = new ArrayList<>();
            List<RawPiece.Word> tails = new ArrayList<>();
            for (RawPiece piece : word.pieces()) {
                ModeSet.Alternative mode = piece instanceof RawPiece.Named named ? modes.get(named.id()) : null;
                if (mode != null && piece instanceof RawPiece.Named named) {
                    Renaming renaming = bindNames(named.id(), mode);
                    pieces.addAll(
                            renaming.words(List.of(mode.pattern())).getFirst().pieces());
                    words.addAll(renaming.words(mode.mode().before()));
                    tails.addAll(renaming.words(mode.mode().tail()));
                } else {
                    pieces.add(piece);
                }
            }
            words.add(new RawPiece.Word(word.text(), pieces));
            words.addAll(tails);
        }
        return words;
    }

    private Set<String> directNames() {
        Set<String> names = new LinkedHashSet<>();
        blueprint
                .words()
                .forEach(word -> word.pieces().forEach(piece -> {
                    if (piece instanceof RawPiece.Named named && !modes.containsKey(named.id())) {
                        names.add(named.id());
                    }
                }));
        return names;
    }

    /** Gives the operands of a mode names that no other operand of the form has. */
    private Renaming bindNames(String slot, ModeSet.Alternative alternative) {
        Map<String, String> names = new LinkedHashMap<>();
        List<RawPiece.Word> words = new ArrayList<>(alternative.mode().before());
        words.add(alternative.pattern());
        words.addAll(alternative.mode().tail());
        for (RawPiece.Word word : words) {
            for (RawPiece piece : word.pieces()) {
                if (piece instanceof RawPiece.Named named && !names.containsKey(named.id())) {
                    bindName(named.id(), names);
                }
            }
        }
        Renaming renaming = new Renaming(names);
        renamings.put(slot, renaming);
        return renaming;
    }

    private void bindName(String name, Map<String, String> names) {
        Operand operand = vocabulary.operands().get(name);
        String free = name;
        while (placed.containsKey(free)) {
            free += "'";
        }
        names.put(name, free);
        if (operand != null) {
            placed.put(free, operand.named(free));
        }
    }

    private List<RawToken> line() {
        List<RawToken> line = new ArrayList<>();
        for (RawToken token : blueprint.line()) {
            ModeSet.Alternative mode = token instanceof RawToken.Hole(Text name) ? modes.get(name.value()) : null;
            if (mode != null && token instanceof RawToken.Hole(Text name)) {
                Renaming renaming = renamings.getOrDefault(name.value(), Renaming.NONE);
                line.addAll(renaming.holes(mode.mode().line()));
            } else {
                line.add(token);
            }
        }
        return line;
    }

    /** Tells operands and modes of the encoding that the line does not mention. */
    private boolean allWritten(List<RawPiece.Word> words, List<Operand> operands, List<RawToken> line) {
        Set<String> written = new LinkedHashSet<>();
        operands.forEach(operand -> written.add(operand.name()));
        boolean all = true;
        for (RawPiece.Word word : words) {
            for (RawPiece piece : word.pieces()) {
                if (piece instanceof RawPiece.Named named && !written.contains(named.id())) {
                    tellNotWritten(named.name(), RawToken.show(line));
                    all = false;
                }
            }
        }
        return all;
    }

    private void tellNotWritten(Text name, String line) {
        context.mistakes()
                .tell(
                        IsaProblem.NOT_IN_SYNTAX,
                        name.span(),
                        blueprint.subject() + "operand '" + name + "' is in encode but not in the assembly syntax \""
                                + line + "\", so the assembler cannot know its value",
                        "write {" + name + "} in asm or syntax");
    }
}
