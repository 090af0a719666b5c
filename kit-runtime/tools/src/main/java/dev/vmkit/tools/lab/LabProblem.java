package dev.vmkit.tools.lab;

import dev.vmkit.language.text.Problem;

/** What can be wrong with the solution of a lab. */
public enum LabProblem implements Problem {
    GAP("K981", "a gap in a solution that cannot be opened", """
        In a solution, the comments '# gap: WHAT TO DO' and '# end gap' stand around what students are to write; lines behind \
        '# instead' and before the end, comments too, are what they find there in its place. The comments start as the \
        file's language has it: '#', ';' or '//', alike from the beginning of a gap to its end. Gaps do not lie in gaps.\
        """),
    FILES("K982", "a folder that cannot be a lab's solution or starter", """
        'kit lab starter' writes the folder 'starter' of a lab from its folder 'solution'. It removes nothing: a file of the \
        starter that the solution does not have is a mistake, and so is a folder with more than 500 files or a file of more \
        than 16 MiB.\
        """);

    private final String code;
    private final String title;
    private final String explanation;

    LabProblem(String code, String title, String explanation) {
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
