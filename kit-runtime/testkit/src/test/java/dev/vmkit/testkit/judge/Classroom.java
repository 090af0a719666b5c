package dev.vmkit.testkit.judge;

import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.testkit.local.LocalSubject;
import dev.vmkit.testkit.suite.Suite;
import dev.vmkit.testkit.suite.SuiteReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** A folder with a suite, a reference that is right, and what students hand in. */
public record Classroom(Path folder) {
    /** The definition that is right. */
    public static String lc3() {
        return resource("/isa/lc3.yaml");
    }

    static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(Classroom.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file in the folder. */
    public Path write(String name, String content) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            return Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A suite of the part lc3, whose reference is right. */
    public Suite suite(String checks) {
        write("reference.yaml", lc3());
        return read(
                "kit: 1\nsuite: sample\npart: { isa: lc3 }\nreference: reference.yaml\nchecks:\n" + checks.indent(2));
    }

    /** The same if nobody says what is right. */
    public Suite withoutReference(String checks) {
        return read("kit: 1\nsuite: sample\npart: { isa: lc3 }\nchecks:\n" + checks.indent(2));
    }

    /** A suite as it is written. */
    public Suite read(String yaml) {
        Diagnostics diagnostics = new Diagnostics();
        SourceFile file = new SourceFile("suite.yaml", yaml);
        var suite = SuiteReader.read(file, folder, diagnostics);
        diagnostics.throwIfErrors();
        return suite.orElseThrow();
    }

    /** What comes of what a student hands in: one definition. */
    public List<CheckResult> judge(Suite suite, String definition) {
        Path handedIn = write("handed-in/lc3.yaml", definition);
        return judge(suite, handedIn);
    }

    /** What comes of a submission that lies somewhere. */
    public List<CheckResult> judge(Suite suite, Path submission) {
        try (Judge judge = new Judge(suite, List.of())) {
            return judge.check(() -> LocalSubject.of(submission, List.of()), _ -> {});
        }
    }
}
