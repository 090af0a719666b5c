package dev.vmkit.assembly.experiment;

import dev.vmkit.language.text.Problem;

/** What can be wrong with an experiment file or a cost profile. */
public enum ExperimentProblem implements Problem {
    VERSION("K901", "an experiment file of another version", """
        Experiment files and cost profiles start with 'kit: 1', the version of their format. A file of a later version may \
        mean by its words what this kit does not know, so it is refused.\
        """),
    WAY("K902", "a way in which guests cannot run", """
        Each entry of 'under:' is a technique's name, or a mapping with a technique, a scheduler or both. Each has a name of \
        its own, that of its technique unless 'name:' says another; 'bare' is the name of the run without a monitor.\
        """),
    GUESTS("K903", "guests that do not fit the machine of an experiment", """
        If 'machine:' is a machine file, each of 'guests:' runs on it alone. If it is a host file, its own guests run, and \
        the experiment has none. Only a host file has a scheduler to be replaced.\
        """),
    COSTS("K904", "a cost profile that cannot be used", """
        'costs:' names profiles that the kit brings, or files. Costs are whole numbers of cycles from 0 to 1,000,000,000 for \
        exits by their cause. What a profile adds from a run under another technique, the experiment must run, too.\
        """),
    CLAIM("K905", "a claim that cannot be checked", """
        A claim compares two sides by =, !=, <, <=, > or >=. A side is a number, or a measure of a way: exits(WAY), \
        exits[CAUSE](WAY), exits[CAUSE DETAIL](WAY), instructions(WAY), direct(WAY), cycles(WAY) or cycles[PROFILE](WAY); or of one guest, exits(GUEST, WAY).\
        """),
    PLACE("K906", "a place in a guest's memory that is not there", """
        'words:' and 'iterations:' put words of 64 bits at addresses, or at labels of the guest's programs. All eight bytes \
        must be memory.\
        """);

    private final String code;
    private final String title;
    private final String explanation;

    ExperimentProblem(String code, String title, String explanation) {
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
