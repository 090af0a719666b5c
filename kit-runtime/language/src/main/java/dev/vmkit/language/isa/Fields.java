package dev.vmkit.language.isa;

import dev.vmkit.language.text.Span;
import dev.vmkit.language.text.Text;
import dev.vmkit.language.yaml.MappingReader;
import dev.vmkit.language.yaml.Values;
import dev.vmkit.language.yaml.YamlMapping;
import dev.vmkit.language.yaml.YamlNode;
import dev.vmkit.language.yaml.YamlScalar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The keys of one declaration, each asked for by what it should be; numbers may be expressions of parameters. Whoever
 * has asked for all calls {@link #close}, which tells every key that nobody asked for.
 */
final class Fields {
    private final Context context;
    private final String subject;
    private final MappingReader in;
    private final Span place;

    private Fields(Context context, String subject, MappingReader in, Span place) {
        this.context = context;
        this.subject = subject;
        this.in = in;
        this.place = place;
        in.node("when");
        in.node("doc");
        in.node("replace");
    }

    /** The keys of a declaration that must be a mapping; {@code what} says in messages what it declares. */
    static Optional<Fields> of(Declaration declaration, String what, Context context) {
        return context.values()
                .mapping(declaration.node(), article(what))
                .map(in -> new Fields(context, what + " " + declaration.id() + ": ", in, declaration.span()));
    }

    /** Those of a setting; nothing where its {@code when} does not hold, nor, which is a mistake, if it is no mapping. */
    static Optional<Fields> of(YamlNode node, String what, String subject, Context context) {
        return context.values()
                .mapping(node, what)
                .filter(_ -> context.holds(node))
                .map(in -> new Fields(context, subject, in, node.span()));
    }

    /** The keys of a mapping, which messages call {@code what} or, in front of a sentence, {@code subject}. */
    static Fields of(YamlMapping mapping, String what, String subject, Span place, Context context) {
        MappingReader in = new MappingReader(mapping, what, context.mistakes().diagnostics());
        return new Fields(context, subject, in, place);
    }

    /** The text of a declaration, or the {@code key} of a mapping that also says {@code replace} or {@code when}. */
    static Optional<Text> textOf(Declaration declaration, String key, String what, Context context) {
        if (!(declaration.node() instanceof YamlMapping)) {
            return context.values().text(declaration.node());
        }
        Optional<Fields> fields = of(declaration, what, context);
        Optional<Text> text = fields.flatMap(in -> in.requiredText(key));
        fields.ifPresent(Fields::close);
        return text;
    }

    private static String article(String what) {
        return ("aeiou".indexOf(what.charAt(0)) < 0 ? "a " : "an ") + what;
    }

    static boolean isTrue(YamlNode node) {
        return node instanceof YamlScalar scalar && scalar.value().equals("true");
    }

    String subject() {
        return subject;
    }

    /** Where the name of the declaration stands. */
    Span place() {
        return place;
    }

    /** Where the key stands, or the declaration if it does not. */
    Span at(String key) {
        return in.has(key) ? in.at(key) : place;
    }

    boolean has(String key) {
        return in.has(key);
    }

    Optional<YamlNode> node(String key) {
        return in.node(key);
    }

    void require(String key) {
        if (in.requiredNode(key).isEmpty()) {
            context.mistakes().note();
        }
    }

    Optional<Text> text(String key) {
        Optional<Text> text = in.text(key);
        if (text.isEmpty() && in.has(key)) {
            context.mistakes().note();
        }
        return text;
    }

    Optional<Text> requiredText(String key) {
        require(key);
        return text(key);
    }

    List<Text> texts(String key) {
        return in.texts(key);
    }

    List<YamlMapping.Entry> entries(String key) {
        return in.entries(key);
    }

    Values values() {
        return in.values();
    }

    String doc() {
        return in.text("doc").map(Text::value).orElse("");
    }

    boolean flag(String key, boolean otherwise) {
        return in.bool(key).orElse(otherwise);
    }

    /** What one of these words stands for; {@code otherwise} if it is absent or, which is told, unknown. */
    <T> T word(String key, Map<String, T> words, T otherwise) {
        Optional<Text> text = text(key);
        if (text.isPresent() && !words.containsKey(text.get().value())) {
            List<String> known = words.keySet().stream().sorted().toList();
            context.mistakes()
                    .unknown(text.get().span(), subject, key, text.get().value(), known);
        }
        return text.map(found -> words.get(found.value())).orElse(otherwise);
    }

    /** Any number of 64 bits. */
    OptionalLong number(String key) {
        Optional<Text> text = text(key);
        return text.isPresent() ? context.evaluate(text.get()) : OptionalLong.empty();
    }

    /** A number within [least, most]; {@code otherwise} if it is absent or, which is told, outside. */
    int number(String key, int least, int most, int otherwise) {
        Optional<Text> text = text(key);
        return text.isEmpty() ? otherwise : within(text.get(), subject + key, least, most, otherwise, context);
    }

    static int within(Text text, String what, int least, int most, int otherwise, Context context) {
        OptionalLong number = context.evaluate(text);
        if (number.isEmpty()) {
            return otherwise;
        }
        long value = number.getAsLong();
        if (value < least || value > most) {
            context.mistakes()
                    .tell(
                            IsaProblem.OUT_OF_RANGE,
                            text.span(),
                            what + " is " + value + ", but must lie within " + least + " and " + most);
            return otherwise;
        }
        return (int) value;
    }

    /** Tells every key that nobody asked for. */
    void close() {
        in.finish();
    }
}
