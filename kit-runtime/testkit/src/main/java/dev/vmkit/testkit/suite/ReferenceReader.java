package dev.vmkit.testkit.suite;

import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.Text;
import dev.vmkit.language.yaml.MappingReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads checks that hold a definition against another one. */
record ReferenceReader(Optional<Path> reference, long seed, SuiteFiles files, Diagnostics diagnostics) {
    private static final int CASES = 100;
    private static final int MOST_CASES = 100_000;
    private static final int MOST_FORMS = 10_000;

    Optional<Trial> property(MappingReader check) {
        return check.mapping("property", "a property").flatMap(in -> {
            List<Text> instructions = instructions(in, "instruction");
            int cases = in.integer("cases", 1, MOST_CASES).orElse(CASES);
            long drawn = seed(in);
            Optional<Path> against = against(in);
            in.finish();
            return needsReference(in, against, new Trial.Property(instructions, cases, drawn, against));
        });
    }

    Optional<Trial> encodings(MappingReader check) {
        return check.mapping("encoding", "an encoding check").flatMap(in -> {
            List<Text> instructions = instructions(in, "of");
            int cases = in.integer("cases", 1, MOST_CASES).orElse(CASES);
            long drawn = seed(in);
            Optional<Path> against = against(in);
            in.finish();
            return needsReference(in, against, new Trial.Encodings(instructions, cases, drawn, against));
        });
    }

    Optional<Trial> changes(MappingReader check) {
        return check.mapping("changes", "a check of changes").flatMap(in -> {
            Optional<Integer> most = in.requiredInteger("most", 0, MOST_FORMS);
            int least = in.integer("least", 0, most.orElse(MOST_FORMS)).orElse(0);
            Optional<Path> against = against(in);
            in.finish();
            return most.flatMap(m -> needsReference(in, against, new Trial.Changes(least, m, against)));
        });
    }

    private static List<Text> instructions(MappingReader in, String key) {
        List<Text> named = in.texts(key);
        boolean all = named.size() == 1 && named.getFirst().value().equals("all");
        return all ? List.of() : named;
    }

    private long seed(MappingReader in) {
        return in.unsigned("seed", Long.SIZE).orElse(seed);
    }

    private Optional<Path> against(MappingReader in) {
        return in.text("against").flatMap(files::place);
    }

    private Optional<Trial> needsReference(MappingReader in, Optional<Path> against, Trial trial) {
        if (against.isEmpty() && reference.isEmpty() && !diagnostics.hasErrors()) {
            diagnostics.report(
                    SuiteProblem.REFERENCE,
                    in.at(),
                    "there is nothing to compare with",
                    "add 'against: FILE' here, or 'reference:' to the suite");
            return Optional.empty();
        }
        return Optional.of(trial);
    }
}
