package dev.vmkit.curriculum;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.testkit.judge.CheckResult;
import dev.vmkit.testkit.judge.Judge;
import dev.vmkit.testkit.judge.Lateness;
import dev.vmkit.testkit.judge.Status;
import dev.vmkit.testkit.judge.Verdict;
import dev.vmkit.testkit.local.LocalSubject;
import dev.vmkit.testkit.suite.Points;
import dev.vmkit.testkit.suite.Suite;
import dev.vmkit.testkit.suite.SuiteReader;
import dev.vmkit.tools.cli.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the suites of the labs say of their solutions, their starters, and of honest attempts between. */
@DisplayName("The graded labs:")
class GradedLabsTests {
    private static final Path LABS = Session.REPOSITORY.resolve("curriculum");
    private static final Path LC3 = Session.REPOSITORY.resolve("plugins/isa-lc3/src/main/resources");
    private static final List<Path> PLUGINS = List.of(Session.REPOSITORY.resolve("plugins"));

    @TempDir
    private Path folder;

    private static Verdict grade(String lab, String suite, Path submission) throws IOException {
        Path file = LABS.resolve(lab).resolve(suite);
        Diagnostics diagnostics = new Diagnostics();
        Suite read = SuiteReader.read(new SourceFile(suite, Files.readString(file)), LABS.resolve(lab), diagnostics)
                .orElseThrow(() -> new AssertionError(diagnostics.list()));
        try (Judge judge = new Judge(read, PLUGINS)) {
            return judge.verdict(
                    () -> LocalSubject.of(submission, PLUGINS),
                    new Verdict.Digests(read.digest(), "", ""),
                    Lateness.NONE,
                    _ -> {});
        }
    }

    /** A copy of a part, with what the kit makes of its sources. */
    private Path copy(Path part) throws IOException {
        Path copy = folder.resolve("submission");
        try (Stream<Path> files = Files.walk(part)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = copy.resolve(part.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        if (Files.exists(copy.resolve("src"))) {
            assertThat(Session.typing("").kit("check", copy.toString()).exitCode())
                    .isEqualTo(ExitCode.SUCCESS);
        }
        return copy;
    }

    private static List<CheckResult> notPassed(Verdict verdict) {
        return verdict.checks().stream()
                .filter(check -> check.status() != Status.PASSED)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "02-your-first-isa",
                "04-a-device",
                "06-a-scheduler-policy",
                "07-ctss",
                "08-is-it-virtualizable",
                "09-trap-and-emulate",
                "10-shadow-paging",
                "11-hardware-assist",
                "12-adams-agesen"
            })
    void aStarterIsItsSolutionWithTheGapsOpen(String lab) {
        Session.End end = Session.typing("").kit("lab", "starter", "curriculum/" + lab, "--check");
        assertThat(end.out()).endsWith(", 0 other than the solution says\n");
        assertThat(end.exitCode()).isEqualTo(ExitCode.SUCCESS);
    }

    @Test
    void theLc3sStarterIsThePluginWithTheGapsOpen() {
        Session.End end = Session.typing("")
                .kit("lab", "starter", "curriculum/03-a-real-isa", "--from", LC3.toString(), "--check");
        assertThat(end.exitCode()).as(end.out()).isEqualTo(ExitCode.SUCCESS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "02-your-first-isa",
                "04-a-device",
                "06-a-scheduler-policy",
                "07-ctss",
                "08-is-it-virtualizable",
                "09-trap-and-emulate",
                "10-shadow-paging",
                "11-hardware-assist",
                "12-adams-agesen"
            })
    void aSolutionGetsAllPoints(String lab) throws IOException {
        Verdict verdict = grade(lab, "suite-hidden.yaml", copy(LABS.resolve(lab + "/solution")));
        assertThat(notPassed(verdict)).isEmpty();
        assertThat(verdict.points()).isEqualTo(verdict.most());
    }

    @Test
    void theKitsLc3GetsAllPoints() throws IOException {
        assertThat(notPassed(grade("03-a-real-isa", "suite-hidden.yaml", LC3))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "02-your-first-isa, 1",
        "03-a-real-isa, 1",
        "04-a-device, 0",
        "06-a-scheduler-policy, 0",
        "07-ctss, 0",
        "08-is-it-virtualizable, 0",
        "09-trap-and-emulate, 0",
        "12-adams-agesen, 0"
    })
    void aStarterGetsNextToNothing(String lab, long points) throws IOException {
        Verdict verdict = grade(lab, "suite.yaml", LABS.resolve(lab + "/starter"));
        assertThat(verdict.points()).isEqualTo(Points.of(points));
    }

    @Test
    void halfOfTheBabyGetsHalfOfThePointsAndIsToldWhatIsMissing() throws IOException {
        Path half = copy(LABS.resolve("02-your-first-isa/solution"));
        without(half.resolve("baby.yaml"), "  JMP:", "  JRP:", "  CMP:");
        Verdict verdict = grade("02-your-first-isa", "suite-hidden.yaml", half);
        assertThat(verdict.points().value()).isBetween(7.0, 12.0);
        assertThat(rationale(verdict, "JMP goes on behind the line whose number it finds"))
                .contains("no instruction 'JMP'");
        assertThat(rationale(verdict, "CMP skips an instruction if the accumulator is negative"))
                .contains("nothing was executed");
    }

    @Test
    void halfOfTheLc3GetsHalfOfThePointsAndIsToldWhatIsMissing() throws IOException {
        Path half = copy(LC3);
        without(half.resolve("lc3.yaml"), "  LDI:", "  STI:", "  STR:", "  JSRR:");
        Files.writeString(
                half.resolve("lc3.yaml"),
                Files.readString(half.resolve("lc3.yaml"))
                        .replace("enter(zext(vec, 16), next)", "pc = mem[zext(vec, 16)]"));
        Verdict verdict = grade("03-a-real-isa", "suite-hidden.yaml", half);
        assertThat(verdict.points().value()).isBetween(8.0, 18.0);
        assertThat(rationale(verdict, "STR stores to a register plus offset")).contains("no instruction 'STR'");
        assertThat(rationale(verdict, "TRAP enters the operating system on its own stack"))
                .contains("PRIV should be 0, and is 1");
    }

    @Test
    void halfOfTheHostsGetsHalfOfThePointsAndIsToldWhatWasCounted() throws IOException {
        Path half = copy(LABS.resolve("09-trap-and-emulate/solution"));
        without(half.resolve("predictions.yaml"), "  - exits[device]", "  - exits[shadow");
        Files.writeString(
                half.resolve("predictions.yaml"),
                Files.readString(half.resolve("predictions.yaml")).replace("= 27", "= 28"));
        Files.copy(
                LABS.resolve("09-trap-and-emulate/starter/deep.yaml"),
                half.resolve("deep.yaml"),
                StandardCopyOption.REPLACE_EXISTING);
        Verdict verdict = grade("09-trap-and-emulate", "suite.yaml", half);
        assertThat(verdict.points()).isEqualTo(Points.of(10));
        assertThat(rationale(verdict, "exits are as predicted"))
                .contains(
                        "'exits[instruction csrrs](guest, trap-and-emulate) = 28' does not hold: 27 = 28",
                        "there is no claim 'exits[device](guest, trap-and-emulate) = NUMBER'");
        assertThat(rationale(verdict, "three monitors deep, guests cannot tell"))
                .contains("no machine of the name 'host/inner/editor'");
    }

    @Test
    void aMachineThatPrintsWhatIsExpectedIsNotTheMachine() throws IOException {
        Path forged = copy(LABS.resolve("09-trap-and-emulate/solution"));
        Path fast = forged.resolve("fast.yaml");
        Files.writeString(fast, Files.readString(fast).replace("tiny.asm", "forged.asm"));
        Files.writeString(forged.resolve("forged.asm"), """
                    .org 0x80000000
                    .entry start
            start:  la   a0, text
                    li   t1, 0x10000000
            next:   lbu  t0, 0(a0)
                    beqz t0, off
                    sb   t0, 0(t1)
                    addi a0, a0, 1
                    j    next
            off:    li   t0, 0x00100000
                    li   t1, 0x5555
                    sw   t1, 0(t0)
            text:   .ascii "kernel: hello\\n.....\\nkernel: bye, timer interrupts 0x0000000a\\n\\0"
            """);
        Verdict verdict = grade("09-trap-and-emulate", "suite.yaml", forged);
        assertThat(rationale(verdict, "on a processor twice as fast there are ten timer interrupts"))
                .contains("(as in suite/fast.yaml)")
                .doesNotContain("console");
    }

    @Test
    void halfOfTheNanobenchmarksGetsHalfOfThePointsAndIsToldWhatWasCounted() throws IOException {
        Path half = copy(LABS.resolve("12-adams-agesen/solution"));
        without(half.resolve("predictions.yaml"), "  - exits(pgfault", "  - exits(ptemod", "  - exits(divzero");
        for (String name : List.of("cheap.yaml", "own.asm")) {
            Files.copy(
                    LABS.resolve("12-adams-agesen/starter").resolve(name),
                    half.resolve(name),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        Verdict verdict = grade("12-adams-agesen", "suite.yaml", half);
        assertThat(verdict.points()).isEqualTo(Points.of(7));
        assertThat(rationale(verdict, "exits are as predicted"))
                .contains("there is no claim 'exits(pgfault, trap-and-emulate) = NUMBER'");
        assertThat(rationale(verdict, "the break-even of in is found")).contains("does not hold: 3,003 < 63");
    }

    private static void without(Path file, String... beginnings) throws IOException {
        List<String> lines = Files.readAllLines(file).stream()
                .filter(line -> Stream.of(beginnings).noneMatch(line::startsWith))
                .toList();
        Files.write(file, lines);
    }

    private static String rationale(Verdict verdict, String check) {
        return verdict.checks().stream()
                .filter(result -> result.name().equals(check))
                .flatMap(result -> result.cause().stream())
                .findFirst()
                .orElseThrow()
                .rationale();
    }

    @Test
    void thePageOfTheBabyShowsWhatHappens() throws IOException {
        for (Excerpts.Excerpt excerpt :
                Excerpts.of(LABS.resolve("02-your-first-isa/README.md")).all()) {
            Session.End end = Session.typing("").kit(excerpt.command().toArray(String[]::new));
            excerpt.requireIn(end.out() + end.err());
        }
    }
}
