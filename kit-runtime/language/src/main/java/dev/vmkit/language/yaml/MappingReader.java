package dev.vmkit.language.yaml;

import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.Span;
import dev.vmkit.language.text.Suggestion;
import dev.vmkit.language.text.Text;
import java.math.BigInteger;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a mapping whose keys are known: typed access with located messages, and a message with the nearest name for
 * every key nobody asked for.
 *
 * <pre>{@code
 * MappingReader in = new MappingReader(mapping, "an operand", diagnostics);
 * Optional<Text> type = in.requiredText("int");
 * int step = in.integer("step", 1, 1 << 20).orElse(1);
 * in.finish();
 * }</pre>
 *
 * <p>Every accessor gives nothing where the key is absent, and where its value is not of the kind asked for, which it
 * has then reported; a {@code required} accessor reports the absent key too.
 */
public final class MappingReader {
    private static final int MOST_KEYS_LISTED = 24;

    private final YamlMapping mapping;
    private final String what;
    private final Diagnostics diagnostics;
    private final Values values;
    private final Set<String> known = new LinkedHashSet<>();

    /** A reader of {@code mapping}, which the messages call {@code what} ("a register", "the machine"). */
    public MappingReader(YamlMapping mapping, String what, Diagnostics diagnostics) {
        this.mapping = mapping;
        this.what = what;
        this.diagnostics = diagnostics;
        this.values = new Values(diagnostics);
    }

    /** The place of the mapping. */
    public Span at() {
        return mapping.span();
    }

    /** The place of a key, or of the mapping if it is absent. */
    public Span at(String key) {
        return mapping.entry(key).map(e -> e.key().span()).orElse(at());
    }

    /** Reads nodes that the caller takes from lists and entries, reporting where this reader reports. */
    public Values values() {
        return values;
    }

    public Diagnostics diagnostics() {
        return diagnostics;
    }

    /** All entries in the order of the file, for a mapping whose keys are names; all keys count as known. */
    public List<YamlMapping.Entry> entries() {
        mapping.entries().forEach(entry -> known.add(entry.name()));
        return mapping.entries();
    }

    /** Whether the key is there, whatever its value. */
    public boolean has(String key) {
        return node(key).isPresent();
    }

    /** The value of a key as it stands. */
    public Optional<YamlNode> node(String key) {
        known.add(key);
        return mapping.get(key);
    }

    /** The value of a key as it stands. */
    public Optional<YamlNode> requiredNode(String key) {
        Optional<YamlNode> node = node(key);
        if (node.isEmpty()) {
            diagnostics.report(YamlProblem.MISSING_KEY, start(), what + " needs '" + key + ":'", missingHint(key));
        }
        return node;
    }

    private Span start() {
        Span all = at();
        int endOfLine = Lines.endOfLine(all.file().content(), all.start());
        return all.file().span(all.start(), Math.max(all.start(), Math.min(all.end(), endOfLine)));
    }

    private String missingHint(String key) {
        List<String> unread = mapping.entries().stream()
                .map(YamlMapping.Entry::name)
                .filter(n -> !known.contains(n))
                .toList();
        return Suggestion.nearest(key, unread)
                .map(near -> "is '" + near + "' meant to be '" + key + "'?")
                .orElse("");
    }

    public Optional<Text> text(String key) {
        return node(key).flatMap(values::text);
    }

    public Optional<Text> requiredText(String key) {
        return requiredNode(key).flatMap(values::text);
    }

    /** A name that no YAML reader bends. */
    public Optional<Text> name(String key) {
        return node(key).flatMap(values::name);
    }

    /** A name that no YAML reader bends. */
    public Optional<Text> requiredName(String key) {
        return requiredNode(key).flatMap(values::name);
    }

    /** A list of texts, or one text in place of a list; empty if the key is absent. */
    public List<Text> texts(String key) {
        return node(key).map(values::texts).orElse(List.of());
    }

    /** A list of names, or one name in place of a list; empty if the key is absent. */
    public List<Text> names(String key) {
        return node(key).map(values::names).orElse(List.of());
    }

    public Optional<Boolean> bool(String key) {
        return node(key).flatMap(values::bool);
    }

    /** A whole number of any size. */
    public Optional<BigInteger> number(String key) {
        return node(key).flatMap(values::number);
    }

    /** A whole number within [{@code least}, {@code most}]. */
    public Optional<Integer> integer(String key, int least, int most) {
        return node(key).flatMap(node -> values.integer(node, least, most));
    }

    /** A whole number within [{@code least}, {@code most}]. */
    public Optional<Integer> requiredInteger(String key, int least, int most) {
        return requiredNode(key).flatMap(node -> values.integer(node, least, most));
    }

    /** A number of at most {@code bits} bits without a sign, within [1, 64]; 64 bits fill the long's sign. */
    public Optional<Long> unsigned(String key, int bits) {
        return node(key).flatMap(node -> values.unsigned(node, bits));
    }

    /** A number of at most {@code bits} bits without a sign, within [1, 64]; 64 bits fill the long's sign. */
    public Optional<Long> requiredUnsigned(String key, int bits) {
        return requiredNode(key).flatMap(node -> values.unsigned(node, bits));
    }

    /** A mapping, to be read as {@code whatInside}. */
    public Optional<MappingReader> mapping(String key, String whatInside) {
        return node(key).flatMap(node -> values.mapping(node, whatInside));
    }

    /** A mapping, to be read as {@code whatInside}. */
    public Optional<MappingReader> requiredMapping(String key, String whatInside) {
        return requiredNode(key).flatMap(node -> values.mapping(node, whatInside));
    }

    /** The items of a list; empty if the key is absent. */
    public List<YamlNode> list(String key) {
        return node(key).flatMap(values::list).orElse(List.of());
    }

    /** The entries of a mapping whose keys are names; empty if the key is absent. */
    public List<YamlMapping.Entry> entries(String key) {
        return mapping(key, key).map(MappingReader::entries).orElse(List.of());
    }

    /** Reports every key that nobody asked for. Call it when all keys have been read. */
    public void finish() {
        for (YamlMapping.Entry entry : mapping.entries()) {
            if (!known.contains(entry.name())) {
                diagnostics.report(
                        YamlProblem.UNKNOWN_KEY,
                        entry.key().span(),
                        what + " has no key '" + entry.name() + "'",
                        unknownHint(entry.name()));
            }
        }
    }

    private String unknownHint(String name) {
        return Suggestion.nearest(name, known)
                .map(near -> "did you mean '" + near + "'?")
                .orElseGet(this::listKnown);
    }

    private String listKnown() {
        if (known.isEmpty()) {
            return "";
        }
        String keys = String.join(", ", known.stream().limit(MOST_KEYS_LISTED).toList());
        return "known: " + keys + (known.size() > MOST_KEYS_LISTED ? ", ..." : "");
    }
}
