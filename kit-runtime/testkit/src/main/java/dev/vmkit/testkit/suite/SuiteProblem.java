package dev.vmkit.testkit.suite;

import dev.vmkit.language.text.Problem;

/** What can be wrong with a graded suite. */
public enum SuiteProblem implements Problem {
    VERSION("K951", "a suite of another version", """
        A graded suite starts with 'kit: 1', the version of its format. A file of a later version may mean by its words what \
        this kit does not know, so it is refused.\
        """),
    PART("K952", "a part that a suite cannot be about", """
        'part:' names one part: 'isa:', 'device:' or 'policy:' with its name, 'program:' or 'machine:' with a file of the \
        submission. 'variant:', 'params:' and 'features:' choose of an instruction set, 'set:' gives a device's or a policy's \
        parameters.\
        """),
    KIND("K953", "a check that does not say what it does", """
        A check has exactly one of 'run:', 'code:' or 'program:' (an example), 'board:', 'property:', 'encoding:', 'operate:', \
        'laws:', 'workload:', 'analysis:', 'changes:' or 'own-tests:'; and it is one that the suite's part can be asked.\
        """),
    POINTS("K954", "points that do not add up", """
        Points are numbers from 0 to 100,000 with at most two decimals. If a suite says 'points:', its checks have as many \
        together, those with 'extra: true' aside.\
        """),
    ORDER("K955", "a check that depends on one that is not there", """
        'after:' names checks of the same suite that stand before this one; so nothing can depend on itself.\
        """),
    FILE("K956", "a file that a suite needs and cannot be read", """
        Paths of a suite start in its folder; '../' may stand at their beginning alone, and no two of 'files:' have the same name \
        behind it. Boards are among 'files:', unless a 'machine:' submission brings them. All files of a suite together have at \
        most 64 MiB, a reference at most 2,000 files.\
        """),
    EXPECT("K957", "an expectation that cannot be checked", """
        'expect:' gives what should come out: registers, fields and memory ('R0: 5', '"mem[0x4000]": 7'), 'console:', 'ends:', \
        'instructions:', 'exits:', 'traps:', 'state:', 'picks:' or 'writes:'. Numbers may be compared: '<= 1000'; what is in a \
        place has a sign if it is compared with a negative number, or by '< 0' or '>= 0'.\
        """),
    STEP("K958", "a step of a device's script that is none", """
        Steps are 'write OFFSET WIDTH VALUE', 'read OFFSET WIDTH = VALUE', 'read OFFSET WIDTH & MASK = VALUE', 'pass 5 ms', \
        'type "text"', 'shown "text"', 'raised OUTPUT', 'lowered OUTPUT', 'line NUMBER up', 'line NUMBER down', \
        'poke ADDRESS WIDTH VALUE', 'peek ADDRESS WIDTH = VALUE', 'refused read OFFSET WIDTH', \
        'refused write OFFSET WIDTH VALUE', 'reset' and 'resume' (it is saved, and another one goes on). Widths are 8, 16, 32 or \
        64 bits; the memory that a device reaches is 1 MiB from address 0.\
        """),
    REFERENCE("K959", "a suite without the reference that it needs", """
        What 'property:', 'encoding:' and 'changes:' compare with is 'against:', or the suite's 'reference:': a definition, or \
        a folder as a student would hand it in. 'kit grade --check-suite' needs a reference, too, and one with something to \
        change.\
        """),
    LIMIT("K960", "a limit or a deadline that cannot be read", """
        'due:' is a moment with its offset from UTC, such as 2026-11-30T23:59:00+01:00. 'late:' says what happens after it: \
        { grace: 15 minutes, each-day: 10 %, most-days: 5 }. 'limits:' has 'time:' for an answer and 'memory:' for the \
        process that answers, with units: from 100 ms to 10 minutes, and from 32 MiB to 16 GiB.\
        """),
    UNSOUND("K961", "a check that the reference itself does not pass", """
        What a submission fails, the suite's 'reference:' is tried by, too. If it fails as well, the suite is wrong, or the \
        reference is: a board with a mistake, a register that nobody has, a number that is one too many. Nobody is graded by \
        such a check. 'kit grade --check-suite' finds all of them at once.\
        """);

    private final String code;
    private final String title;
    private final String explanation;

    SuiteProblem(String code, String title, String explanation) {
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
