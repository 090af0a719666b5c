package dev.vmkit.language.yaml;

import dev.vmkit.language.text.Problem;
import dev.vmkit.language.text.Severity;

/** What can be wrong with a file as YAML, before anyone asks what it means. */
public enum YamlProblem implements Problem {
    SYNTAX("K001", "the YAML cannot be read", """
        The file breaks YAML's own rules: an unclosed bracket or quote, a line at an indentation that fits none of \
        the lines above, a missing colon. Keys of one mapping start in the same column; a value stands after a \
        colon and a space, or indented on the lines below its key.\
        """),
    DUPLICATE_KEY("K002", "a key is given twice", """
        A mapping gives the same key twice. Most YAML readers silently keep the last one; here both places are \
        named, because one of them is not what its author meant. Rename one or delete one.\
        """),
    ALIAS("K003", "anchors and aliases are not used here", """
        '&name' gives a node a name and '*name' repeats it; '<<' merges one mapping into another. The kit's files \
        do without: the reader of a file should not have to look elsewhere for what a line says, and a few lines \
        of nested aliases can stand for billions of nodes. Write the value out, or use what the file's own \
        language offers for sharing (a function, 'like:'). To write text that starts with '&' or '*', quote it.\
        """),
    TAG("K004", "tags are not used here", """
        '!name' and '!!type' tell a YAML reader which type to make of a value. Here the key decides that. Leave \
        the tag out; to write text that starts with '!', quote it.\
        """),
    SEVERAL_DOCUMENTS("K005", "more than one document in a file", """
        A line '---' starts another YAML document. A file holds one definition; put the other into a file of its \
        own.\
        """),
    KEY_KIND("K006", "a key is not a plain value", """
        A key is a name or a quoted text. A list or a mapping cannot be a key; a text with brackets or braces in \
        it must be quoted.\
        """),
    TOO_LARGE("K007", "the file is too large", """
        A definition is bounded, so that a hostile file cannot fill the memory: 4 MiB of text, 200,000 nodes, \
        64 levels.\
        """),
    CHARACTER("K008", "a character that text may not hold", """
        The file holds a control character, half of a surrogate pair, or bytes that are not UTF-8. Save it as \
        UTF-8 text; write a control character that is meant as an escape in double quotes: "\\x1B".\
        """),
    TAB("K009", "a tab in the indentation", """
        YAML is indented by spaces; a tab has no width that everyone agrees on. Replace it by spaces.\
        """),
    COLON("K010", "a colon inside unquoted text", """
        A colon followed by a space ends a key. Text that holds one must be quoted, or its colon moved: \
        "b16 ptr(b8 z): return z" is a key and a value, 'a: b: c' is neither.\
        """),
    COMMENT("K011", "a '#' starts a comment", """
        After a space, '#' starts a comment that goes to the end of the line, so that 'asm: LDA #{v8}' says only \
        'LDA'. Quote the text: "LDA #{v8}". For a comment, put a space after the '#'.\
        """) {
        @Override
        public Severity severity() {
            return Severity.WARNING;
        }
    },
    SPLIT("K012", "a comma or bracket splits unquoted text", """
        Between [ ] or { } a comma separates, and a bracket opens or closes a list. Text that holds commas, \
        brackets or braces must be quoted there: ["000", "adc(a, b)"].\
        """),
    MISSING_KEY("K013", "a required key is missing", """
        This mapping needs a key that it does not have. 'kit schema' gives an editor the list of keys, so that it \
        completes them.\
        """),
    UNKNOWN_KEY("K014", "an unknown key", """
        Nobody reads this key here: it is misspelt, or it stands at the wrong level. An unknown key is refused \
        rather than ignored, so that a misspelt option cannot quietly do nothing.\
        """),
    KIND("K015", "a value of the wrong kind", """
        A key wants text, a list or a mapping, and got another of these.\
        """),
    NUMBER("K016", "not a number", """
        A whole number is written 1200, 1_200, 0x4B0 or 0b100_1011_0000, with a minus sign in front if it is \
        negative. A leading zero is refused, because YAML 1.1 reads 010 as eight and people read it as ten.\
        """),
    RANGE("K017", "a number out of range", """
        The number does not lie within the range the key allows; the message states the range.\
        """),
    BOOLEAN("K018", "neither true nor false", """
        Yes or no is said with 'true' or 'false' alone. The other spellings of old YAML (yes, no, on, off) are \
        refused, because half of all readers take them for text.\
        """),
    NAME("K019", "a name that YAML readers bend", """
        Unquoted, other YAML readers turn yes, no, on, off, true, false, null, ~ and numbers into something that is \
        not text. Choose another name, or quote it.\
        """),
    EMPTY("K020", "a value is missing", """
        The key stands there, but nothing follows its colon: the value was forgotten, is not indented below the \
        key, or starts with '#' and became a comment. Empty text is written \"\".\
        """),
    SWALLOWED("K021", "a comment swallows a closing bracket", """
        After a space, '#' starts a comment that goes to the end of the line, together with the bracket that \
        should have closed the list or the mapping. Quote the text that holds '#'.\
        """),
    JSON("K022", "the JSON cannot be read", """
        The text breaks the rules of JSON (RFC 8259): names and texts in double quotes, no comma behind the last \
        item, no comments, one value and nothing behind it.\
        """),
    CONTINUED("K023", "a list item that is none", """
        A key with a value on its own line cannot have a list below it: YAML joins the lines into one text, with the \
        dashes in it. Leave the key alone on its line and start every item with '- ' below it.\
        """),
    TYPOGRAPHIC("K024", "a typographic quote", """
        Word processors turn straight quotes into curly ones, which YAML takes for letters. Quote with " or '.\
        """) {
        @Override
        public Severity severity() {
            return Severity.WARNING;
        }
    };

    private final String code;
    private final String title;
    private final String explanation;

    YamlProblem(String code, String title, String explanation) {
        this.code = code;
        this.title = title;
        this.explanation = explanation;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String explanation() {
        return explanation;
    }
}
