package dev.vmkit.assembly.compile;

import dev.vmkit.language.text.Problem;

/** What can be wrong with a plugin's Java sources. */
public enum CompileProblem implements Problem {
    JAVA(
            "K590",
            "the Java compiler refuses a source",
            "A plugin folder may hold Java sources under src/. The kit compiles them against kit-api and the JDK, and "
                    + "nothing else: the kit's own classes are not visible to a plugin. The message is javac's.");

    private final String code;
    private final String title;
    private final String explanation;

    CompileProblem(String code, String title, String explanation) {
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
