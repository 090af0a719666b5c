package dev.vmkit.language.isa;

import dev.vmkit.language.text.Text;
import dev.vmkit.language.yaml.YamlMapping;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the keys of one instruction, or of a family for one of its rows, into a blueprint. */
final class BlueprintReader {
    static final int MOST_CYCLES = 1_000_000;

    private final String entry;
    private final Fields fields;
    private final Recipe recipe;
    private final Family family;
    private final Context context;

    BlueprintReader(String entry, Fields fields, Recipe recipe, Family family, Context context) {
        this.entry = entry;
        this.fields = fields;
        this.recipe = recipe;
        this.family = family;
        this.context = context;
    }

    /** All keys of an instruction. */
    static final List<String> KEYS = List.of(
            "encode",
            "asm",
            "syntax",
            "mnemonic",
            "do",
            "is",
            "where",
            "except",
            "overrides",
            "cycles",
            "unused",
            "restartable",
            "like",
            "with",
            "columns",
            "rows");

    /**
     * The blueprint, or nothing where its encoding or its line cannot be read.
     *
     * @param name the key, or the row's
     */
    Optional<Blueprint> read(Text name, Text id) {
        Optional<List<RawToken>> line = line(name);
        Optional<List<RawPiece.Word>> words = words();
        Optional<Text> body = semantics("do");
        Optional<Text> where = semantics("where");
        Optional<Text> standsFor = text("is").flatMap(family::insert).map(recipe.renaming("is")::apply);
        Map<String, List<Text>> except = except();
        Blueprint.Traits traits = traits();
        if (fields.has("do") == fields.has("is")) {
            tellMeaning(body.isPresent());
        }
        if (line.isEmpty() || words.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Blueprint(
                entry,
                id.value(),
                "",
                name.span(),
                line.get(),
                words.get(),
                family.semanticCells(),
                body,
                standsFor,
                where,
                except,
                traits));
    }

    private void tellMeaning(boolean both) {
        context.mistakes()
                .tell(
                        IsaProblem.NO_MEANING,
                        fields.place(),
                        fields.subject() + (both ? "'do' and 'is' both say what it does" : "nothing says what it does"),
                        both ? "" : "write do: with its semantics (\"\" for nothing), or is: with what it stands for");
    }

    private Optional<Text> text(String key) {
        return fields.text(key);
    }

    private Optional<Text> semantics(String key) {
        Optional<Text> text = text(key).map(recipe.renaming(key)::apply);
        text.ifPresent(family::noteUse);
        return text;
    }

    private Optional<List<RawToken>> line(Text name) {
        SyntaxParser parser = new SyntaxParser(family.subject(), context.mistakes());
        for (String key : List.of("syntax", "asm", "mnemonic")) {
            if (text(key).isPresent() && text(key).flatMap(family::insert).isEmpty()) {
                return Optional.empty();
            }
        }
        Optional<Text> syntax = text("syntax").flatMap(family::insert);
        Optional<Text> asm = text("asm").flatMap(family::insert);
        Optional<Text> mnemonic = text("mnemonic").flatMap(family::insert);
        if (syntax.isPresent()) {
            if (asm.isPresent() || mnemonic.isPresent()) {
                context.mistakes()
                        .tell(
                                IsaProblem.BAD_SYNTAX,
                                fields.at(asm.isPresent() ? "asm" : "mnemonic"),
                                fields.subject() + "'syntax' is the whole line already",
                                "write either syntax:, or mnemonic: and asm:");
            }
            return parser.line(syntax.get()).map(recipe.renaming("syntax")::line);
        }
        int slash = name.value().indexOf('/');
        Text first = mnemonic.orElse(slash < 0 ? name : name.part(0, slash));
        return parser.line(first, asm).map(recipe.renaming("asm")::line);
    }

    private Optional<List<RawPiece.Word>> words() {
        EncodingParser parser = new EncodingParser(family.subject(), context.mistakes());
        return fields.requiredText("encode")
                .flatMap(family::insert)
                .flatMap(parser::words)
                .map(recipe.renaming("encode")::words)
                .flatMap(words -> withCells(words, parser));
    }

    /** Puts the row's bits in the place of the columns' names. */
    private Optional<List<RawPiece.Word>> withCells(List<RawPiece.Word> words, EncodingParser parser) {
        List<RawPiece.Word> replaced = new ArrayList<>();
        for (RawPiece.Word word : words) {
            List<RawPiece> pieces = new ArrayList<>();
            for (RawPiece piece : word.pieces()) {
                if (piece instanceof RawPiece.Named named && family.isBits(named.id())) {
                    Optional<List<RawPiece>> cell = cell(named.id(), parser);
                    if (cell.isEmpty()) {
                        return Optional.empty();
                    }
                    pieces.addAll(cell.get());
                } else {
                    pieces.add(piece);
                }
            }
            replaced.add(new RawPiece.Word(word.text(), pieces));
        }
        return Optional.of(replaced);
    }

    private Optional<List<RawPiece>> cell(String column, EncodingParser parser) {
        family.used().add(column);
        return Optional.ofNullable(family.cells().get(column))
                .flatMap(parser::word)
                .map(RawPiece.Word::pieces);
    }

    private Map<String, List<Text>> except() {
        Map<String, List<Text>> except = new LinkedHashMap<>();
        for (YamlMapping.Entry exception : fields.entries("except")) {
            except.put(
                    recipe.renaming("except").apply(exception.name()),
                    fields.values().texts(exception.value()));
        }
        return except;
    }

    private Blueprint.Traits traits() {
        return new Blueprint.Traits(
                text("doc").flatMap(family::insert).map(Text::value).orElse(""),
                fields.texts("overrides"),
                fields.number("cycles", 0, MOST_CYCLES, 1),
                word("unused", List.of("ok", "true"), List.of("false"), false),
                word("restartable", List.of("yes", "true"), List.of("no", "false"), true));
    }

    private boolean word(String key, List<String> yes, List<String> no, boolean otherwise) {
        Optional<Text> text = text(key);
        if (text.isEmpty() || yes.contains(text.get().value())) {
            return text.isPresent() || otherwise;
        }
        if (!no.contains(text.get().value())) {
            context.mistakes()
                    .tell(
                            IsaProblem.BAD_WORD,
                            text.get().span(),
                            fields.subject() + key + " is " + yes.getFirst() + " or " + no.getFirst() + ", not '"
                                    + text.get() + "'");
        }
        return false;
    }
}
