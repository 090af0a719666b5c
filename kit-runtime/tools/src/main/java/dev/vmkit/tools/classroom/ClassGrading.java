package dev.vmkit.tools.classroom;

import dev.vmkit.tools.classroom.crew.Grading;
import dev.vmkit.tools.classroom.statistics.ClassResults;
import dev.vmkit.tools.classroom.statistics.Graded;
import dev.vmkit.tools.classroom.store.Entry;
import dev.vmkit.tools.classroom.store.Recorded;
import dev.vmkit.tools.classroom.store.VerdictStore;
import dev.vmkit.tools.grade.Grader;
import dev.vmkit.tools.grade.Watcher;
import dev.vmkit.tools.grade.report.VerdictJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Grades what is on a roll. */
public final class ClassGrading implements Grading {
    private final Grader grader;
    private final Map<String, HandIn> byName = new TreeMap<>();

    /** Of these hand-ins, by that grader, which is not closed. */
    public ClassGrading(Grader grader, Roll roll) {
        this.grader = grader;
        roll.handIns().forEach(handIn -> byName.put(handIn.entry().name(), handIn));
    }

    @Override
    public String grade(Entry entry) throws IOException {
        HandIn handIn = byName.get(entry.name());
        if (handIn == null) {
            throw new IOException("not on the roll: " + entry.name());
        }
        return VerdictJson.of(grader.grade(handIn.path(), handIn.submitted(), Watcher.NOBODY))
                .write();
    }

    @Override
    public String ungradable(Entry entry, String why) {
        return VerdictJson.of(grader.ungradable(why)).write();
    }

    /** The verdicts on what is on a roll now, as far as there are any. */
    public static ClassResults results(String suite, Roll roll, VerdictStore store) {
        List<Graded> graded = new ArrayList<>();
        for (Entry entry : roll.entries()) { // one by one: their texts together may be large
            Optional<Recorded> found = store.find(entry);
            found.ifPresent(one -> graded.add(new Graded(entry.name(), VerdictJson.read(one.verdict()), one.millis())));
        }
        return new ClassResults(suite, graded);
    }
}
