package dev.vmkit.curriculum;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lab 6: a policy that students write, and what they are told if it is wrong. */
@DisplayName("A scheduler policy:")
class PolicyLabTests {
    private static final Path LAB = Session.REPOSITORY.resolve("curriculum/06-a-scheduler-policy");

    @TempDir
    private Path folder;

    private static Session.End kit(String... arguments) {
        return Session.typing("").kit(arguments);
    }

    private static String stints(String policy, Path plugins) {
        Session.End end = kit(
                "schedule",
                LAB.resolve("shares.yaml").toString(),
                "--stints",
                "--policy",
                policy + ",slice=2",
                "-p",
                plugins.toString());
        return end.out().replace("my-stride", "stride");
    }

    @Test
    void whatThePageShowsIsWhatHappens() throws IOException {
        Excerpts page = Excerpts.of(LAB.resolve("README.md"));
        assertThat(page.all()).hasSize(5);
        for (Excerpts.Excerpt excerpt : page.all()) {
            Session.End end = kit(excerpt.command().toArray(String[]::new));
            excerpt.requireIn(end.out() + end.err());
        }
    }

    @Test
    void theSolutionKeepsWhatItPromisesAndDecidesAsTheKitsPolicyDoes() {
        assertThat(kit("test", LAB.resolve("solution").toString()).out()).contains("11 passed, 0 failed");
        assertThat(stints("my-stride", LAB.resolve("solution"))).isEqualTo(stints("stride", LAB.resolve("solution")));
    }

    /** Two of the page's table, made in the solution; the laws' own tests have the others. */
    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = """
        waiting(cpu).min                               | tasks().stream().min                          | runs already
        .min()\\n                .orElse(comes.pass.now()) | .min()\\n                .orElseThrow()        | No value present, in line 67 of MyStride.java
        """)
    void aMistakeIsExplained(String right, String wrong, String told) throws IOException {
        String source = Files.readString(LAB.resolve("solution/src/MyStride.java"));
        String before = right.replace("\\n", "\n");
        assertThat(source).contains(before);
        Files.createDirectory(folder.resolve("src"));
        for (String name : Stream.of("plugin.yaml", "my-stride.yaml").toList()) {
            Files.copy(LAB.resolve("solution").resolve(name), folder.resolve(name));
        }
        Files.writeString(folder.resolve("src/MyStride.java"), source.replace(before, wrong.replace("\\n", "\n")));
        Session.End end = kit("test", folder.toString());
        assertThat(end.out()).as(end.err()).contains(told).doesNotContain(" 0 failed");
    }
}
