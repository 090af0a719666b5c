package dev.vmkit.language.semantics;

import dev.vmkit.language.text.Suggestion;
import dev.vmkit.language.text.Text;
import java.util.List;
import java.util.Map;

/** What {@code $name} stands for in a body: the text that the family's row has in that column, as a tree. */
final class Columns {
    static final Columns NONE = new Columns(Map.of(), false);

    private static final Columns INSIDE = new Columns(Map.of(), true);

    private final Map<String, Text> texts;
    private final boolean inside;

    private Columns(Map<String, Text> texts, boolean inside) {
        this.texts = texts;
        this.inside = inside;
    }

    static Columns of(Map<String, Text> texts) {
        return texts.isEmpty() ? NONE : new Columns(texts, false);
    }

    Ast.Expression expression(Ast.Identifier name, Mistakes mistakes) {
        Text text = texts.get(name.text());
        if (text == null) {
            unknown(name, mistakes);
            return new Ast.Missing(name.span());
        }
        return Parser.expression(text, INSIDE, mistakes);
    }

    Ast.Block block(Ast.Identifier name, Mistakes mistakes) {
        Text text = texts.get(name.text());
        if (text == null) {
            unknown(name, mistakes);
            return new Ast.Block(List.of(), name.span());
        }
        return Parser.body(text, INSIDE, mistakes);
    }

    private void unknown(Ast.Identifier name, Mistakes mistakes) {
        mistakes.report(
                SemanticsProblem.UNKNOWN_NAME,
                name.span(),
                inside ? "a column's text cannot use another column" : "no column is called '" + name.text() + "' here",
                Suggestion.didYouMean(name.text(), texts.keySet()));
    }
}
