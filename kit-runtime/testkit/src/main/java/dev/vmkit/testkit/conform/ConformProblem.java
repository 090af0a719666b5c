package dev.vmkit.testkit.conform;

import dev.vmkit.language.text.Problem;

/** What can be wrong with public test material and how it is asked for. */
public enum ConformProblem implements Problem {
    MATERIAL("K991", "test material that cannot be understood", """
        'kit conform FORMAT' reads files of that format alone. A file with something else in it is not half a test: it is \
        refused, and the message says where.\
        """),
    SETTING("K992", "a setting that the format does not have, or that is missing", """
        'kit conform FORMAT --set NAME=VALUE' says what a file does not say itself, such as where it is loaded. \
        'kit conform FORMAT' without files lists the settings.\
        """),
    NAME("K993", "a name of the material that stands for nothing in the definition", """
        Material calls registers by names of its own. A name that the definition has too means that register, field or \
        word of memory; for another one say which, '--set names=im=IM', or that it does not matter, '--set names=ei='.\
        """);

    private final String code;
    private final String title;
    private final String explanation;

    ConformProblem(String code, String title, String explanation) {
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
