package dev.vmkit.testkit.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.language.text.Diagnostic;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A suite that extends another one")
class ExtensionTests {
    private static final String HEAD = "kit: 1\nsuite: hidden\n";

    @TempDir
    private Path folder;

    private final Diagnostics diagnostics = new Diagnostics();

    @BeforeEach
    void aPublicSuite() throws IOException {
        Files.writeString(folder.resolve("board.yaml"), "a board");
        Files.writeString(folder.resolve("suite.yaml"), """
            kit: 1
            suite: public
            part: { isa: lc3, variant: small }
            files: [board.yaml]
            seed: 7
            limits: { time: 3 s }
            checks:
              it adds: { run: "ADD R0, R0, 1", expect: { R0: 1 } }
            """);
    }

    private Optional<Suite> read(String text) {
        return SuiteReader.read(new SourceFile("hidden.yaml", text), folder, diagnostics);
    }

    private static final String MORE = """
        extends: suite.yaml
        checks:
          it adds more: { after: [it adds], run: "ADD R0, R0, 2", expect: { R0: 2 } }
        """;

    @Test
    void beginsWithTheOthersChecksAndTakesOverWhatItDoesNotSay() {
        Suite suite = read(HEAD + MORE).orElseThrow();
        assertThat(suite.checks()).extracting(check -> check.name().value()).containsExactly("it adds", "it adds more");
        assertThat(suite.checks()).extracting(Check::number).containsExactly(1, 2);
        assertThat(suite.checks().getLast().after()).containsExactly(1);
        assertThat(suite.name().value()).isEqualTo("hidden");
        assertThat(suite.part().choices().variant()).contains("small");
        assertThat(suite.files()).containsOnlyKeys("board.yaml");
        assertThat(suite.seed()).isEqualTo(7);
        assertThat(suite.caps().time()).hasSeconds(3);
    }

    @Test
    void showsItsOwnFilesToNoCheckOfTheOther() throws IOException {
        Files.writeString(folder.resolve("secret.asm"), "ADD R0, R0, 2");
        Suite suite = read(HEAD + "files: [secret.asm]\n" + MORE).orElseThrow();
        assertThat(suite.checks().getFirst().files()).containsOnlyKeys("board.yaml");
        assertThat(suite.checks().getLast().files()).containsOnlyKeys("board.yaml", "secret.asm");
    }

    @Test
    void isAnotherSuiteWhenTheOtherOneChanges() throws IOException {
        String before = read(HEAD + MORE).orElseThrow().digest();
        assertThat(read(HEAD + MORE).orElseThrow().digest()).isEqualTo(before);
        Files.writeString(folder.resolve("board.yaml"), "another board");
        assertThat(read(HEAD + MORE).orElseThrow().digest()).isNotEqualTo(before);
    }

    @Test
    void saysItsOwnSeedAndPart() {
        Suite suite = read(HEAD + "seed: 8\npart: { isa: lc3 }\n" + MORE).orElseThrow();
        assertThat(suite.seed()).isEqualTo(8);
        assertThat(suite.part().choices().variant()).isEmpty();
    }

    @Test
    void hasNoCheckTwice() {
        assertThat(read(HEAD + MORE.replace("it adds more:", "it adds:"))).isEmpty();
        assertThat(diagnostics.list())
                .extracting(Diagnostic::message)
                .contains("the suite that this one extends has a check of this name");
    }

    @Test
    void doesNotExtendOneThatExtendsAnother() throws IOException {
        Files.writeString(folder.resolve("hidden.yaml"), HEAD + MORE);
        assertThat(read(HEAD + MORE.replace("suite.yaml", "hidden.yaml"))).isEmpty();
        assertThat(diagnostics.list())
                .extracting(Diagnostic::message)
                .containsExactly("the suite that is extended extends another one");
    }

    @Test
    void reportsMistakesOfTheOtherWhereTheyAre() throws IOException {
        Files.writeString(
                folder.resolve("suite.yaml"), "kit: 1\nsuite: public\npart: { isa: lc3 }\nchecks: { a: {} }\n");
        assertThat(read(HEAD + MORE)).isEmpty();
        assertThat(diagnostics.list().getFirst().at().orElseThrow()).hasToString("suite.yaml:4:11");
    }
}
