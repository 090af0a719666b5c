package dev.vmkit.tools.submission;

import dev.vmkit.language.text.Problem;
import dev.vmkit.language.text.Severity;

/** What can be wrong with a submission before anything of it runs. */
public enum SubmissionProblem implements Problem {
    REFUSED(
            "K970",
            "the submission is not accepted",
            "A submission is a folder, a ZIP or a JAR with plain files. It is refused if it cannot be read, if a name"
                + " leads out of it, if it holds links or anything else but files and folders, two files of one name,"
                + " or more or larger files than a part has use for. Nothing of it was run."),
    NO_USE(
            "K971",
            "a class uses what a part has no use for",
            "A part is asked and answers. It starts no processes or threads, opens no files or connections, loads no"
                + " native code, does not end the process, and does not reach into the kit. Where submissions are"
                + " graded, most of this fails, and the rest changes nothing; what the class needs from the machine it"
                + " is given by kit-api.",
            Severity.WARNING);

    private final String code;
    private final String title;
    private final String explanation;
    private final Severity severity;

    SubmissionProblem(String code, String title, String explanation) {
        this(code, title, explanation, Severity.ERROR);
    }

    SubmissionProblem(String code, String title, String explanation, Severity severity) {
        this.code = code;
        this.title = title;
        this.explanation = explanation;
        this.severity = severity;
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

    @Override
    public Severity severity() {
        return severity;
    }
}
