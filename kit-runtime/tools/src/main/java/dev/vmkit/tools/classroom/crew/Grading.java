package dev.vmkit.tools.classroom.crew;

import dev.vmkit.tools.classroom.store.Entry;

/** Somebody who grades one submission; used by several threads at a time. */
public interface Grading {

    /** Its verdict as JSON. What a submission does wrong is in its verdict; an exception says that the kit failed. */
    String grade(Entry entry) throws Exception;

    /** The verdict, as JSON, on one that could not be graded. */
    String ungradable(Entry entry, String why);
}
