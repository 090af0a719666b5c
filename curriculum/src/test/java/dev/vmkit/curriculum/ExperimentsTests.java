package dev.vmkit.curriculum;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.tools.cli.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same guests in several ways, side by side. */
@DisplayName("Experiments:")
class ExperimentsTests {
    private static final Path LAB = Session.REPOSITORY.resolve("curriculum/12-adams-agesen");
    private static final String HOSTS =
            Session.REPOSITORY.resolve("curriculum/09-trap-and-emulate").toString();

    @TempDir
    private Path folder;

    private Session.End experiment(String text, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("experiment.yaml"), "kit: 1\nexperiment: test\n" + text);
        List<String> arguments = new java.util.ArrayList<>(List.of("experiment", file.toString()));
        arguments.addAll(List.of(more));
        return Session.typing("").kit(arguments.toArray(String[]::new));
    }

    private Session.End ofOneGuest(String text, String... more) throws IOException {
        return experiment("""
            machine: %1$s/board.yaml
            guests: { ptemod: { load: %1$s/nanobench.asm, words: { 0x80008000: 5 } } }
            iterations: { at: 0x80008008, short: 10, long: 20 }
            under: [ trap-and-emulate, hardware-assisted ]
            %2$s\
            """.formatted(LAB, text), more);
    }

    @Test
    void theClaimsOfTheLabHold() {
        Session.End end = Session.typing("")
                .kit("experiment", LAB.resolve("nanobench.yaml").toString());
        assertThat(end.out())
                .contains("each of 1,000 repetitions, between runs of 100 and 1,100\n")
                .containsPattern("ptemod +bare +5 +5 +0 +0 .*\n +trap-and-emulate +5 +4 +1 +1 .* 1,005 +1,005\n")
                .doesNotContain("fails");
        assertThat(end.exitCode()).isEqualTo(ExitCode.SUCCESS);
    }

    @Test
    void aClaimThatDoesNotHoldIsShownWithWhatWasCounted() throws IOException {
        Session.End end = ofOneGuest("""
            claims:
              - exits(trap-and-emulate) = 2
              - exits(ptemod, hardware-assisted) < exits[instruction](trap-and-emulate)
            """);
        assertThat(end.exitCode()).isEqualTo(ExitCode.FAILURE);
        assertThat(end.out()).endsWith("""
            fails  exits(trap-and-emulate) = 2
                   ptemod: 1 = 2
            holds  exits(ptemod, hardware-assisted) < exits[instruction](trap-and-emulate)
            """);
    }

    @Test
    void guestsDoMoreWhereTheyAreTimedAndNothingElseInCounts() throws IOException {
        String timed = "timed: { nowhere: 5 }\n";
        assertThat(ofOneGuest(timed).exitCode()).isEqualTo(ExitCode.SUCCESS);
        Session.End end = ofOneGuest(timed, "--time", "--runs", "1");
        assertThat(end.err()).contains("nowhere");
        assertThat(end.exitCode()).isEqualTo(ExitCode.MISTAKE);
    }

    @Test
    void cyclesAreCountsTimesTheirCosts() throws IOException {
        Path costs = Files.writeString(folder.resolve("mine.yaml"), """
            kit: 1
            costs: mine
            instruction: 2
            techniques:
              trap-and-emulate: { exits: { instruction: 7, instruction sfence.vma: 100 } }
              hardware-assisted:
                exits: { other: 30 }
                adds: { from: trap-and-emulate, exits: [ instruction ] }
            """);
        assertThat(ofOneGuest("costs: [ mine.yaml ]", "--csv").out()).isEqualTo("""
            guest,under,instructions,directly,exits,instruction,cycles mine
            ptemod,bare,5,5,0,0,10
            ptemod,trap-and-emulate,5,4,1,1,110
            ptemod,hardware-assisted,5,5,0,0,40
            """);
    }

    @Test
    void moreCostsStandBesideTheFilesOwnSoThatItsClaimsKeepTheirMeaning() throws IOException {
        Path more = Files.writeString(folder.resolve("more.yaml"), """
            kit: 1
            costs: more
            techniques: { trap-and-emulate: { exits: { other: 1 } }, hardware-assisted: { exits: { other: 1 } } }
            """);
        Session.End end = ofOneGuest("""
            costs: p4-2005
            claims: [ "cycles[p4-2005](ptemod, bare) = 5" ]
            """, "--costs", more.toString());
        assertThat(end.out()).contains("p4-2005  more\n").contains("holds");
        assertThat(end.exitCode()).isEqualTo(ExitCode.SUCCESS);
    }

    @Test
    void costsOfTheSameNameTakeThePlaceOfTheFilesOwn() throws IOException {
        Path costs = Files.writeString(folder.resolve("mine.yaml"), """
            kit: 1
            costs: p4-2005
            instruction: 3
            techniques: { trap-and-emulate: { exits: { other: 1 } }, hardware-assisted: { exits: { other: 1 } } }
            """);
        assertThat(ofOneGuest("costs: p4-2005", "--costs", costs.toString(), "--csv")
                        .out())
                .contains("cycles p4-2005\n", "ptemod,bare,5,5,0,0,15\n");
    }

    @Test
    void scriptsLearnEveryExit() throws IOException {
        assertThat(ofOneGuest("", "--json").out().replaceAll("\\s+", " "))
                .contains("{ \"cause\": \"instruction\", \"detail\": \"sfence.vma\", \"count\": 1 }");
    }

    @Test
    void cyclesAreDrawn() throws IOException {
        Path plot = folder.resolve("plot.svg");
        assertThat(ofOneGuest("costs: p4-2005", "--plot", plot.toString()).exitCode())
                .isEqualTo(ExitCode.SUCCESS);
        assertThat(plot).content().startsWith("<svg").contains("ptemod, hardware-assisted", ">601.00<");
    }

    @Test
    void overheadsStandBesideTheCounts() throws IOException {
        assertThat(ofOneGuest("", "--time", "--runs", "1").out())
                .containsPattern("time of the host, 1 run of each:\n")
                .containsPattern("ptemod +hardware-assisted +[\\d.,]+ ms +[\\d.]+ +[\\d.]+ +[\\d.]+\n");
    }

    @Test
    void whatALimitCutsOffIsNoResult() throws IOException {
        Session.End end = ofOneGuest("limits: { instructions: 100 }");
        assertThat(end.exitCode()).isEqualTo(ExitCode.LIMIT);
        assertThat(end.err()).contains("ptemod, bare: the limit of instructions was reached");
    }

    @Test
    void guestsOfAHostRunUnderSeveralPolicies() throws IOException {
        Session.End end = experiment("""
            machine: %s/two-guests.yaml
            under:
              - { scheduler: { policy: round-robin, slice: 5000 } }
              - { scheduler: { policy: lottery, slice: 10000, seed: 42 } }
            limits: { instructions: 400000 }
            """.formatted(HOSTS), "--csv");
        assertThat(end.out())
                .contains("editor,bare,400000,", "editor,round-robin,200000,", "batch,round-robin,200000,");
        assertThat(end.exitCode()).isEqualTo(ExitCode.SUCCESS);
    }

    @Test
    void whatIsWrongWithAnExperimentIsSaidWhereItStands() throws IOException {
        Session.End end = experiment("""
            machine: board.yaml
            under: [ trap-and-emulate, trap-and-emulate, { shadow: trace } ]
            costs: p4-2006
            claims: [ exits(trap-and-emulated) = 0, exit(bare) = 0, exits(bare) ]
            """);
        assertThat(end.exitCode()).isEqualTo(ExitCode.MISTAKE);
        assertThat(end.err())
                .contains("error K902: there is another way called 'trap-and-emulate'")
                .contains("error K902: a way says a technique, a scheduler or both")
                .contains("error K904: there is no cost profile and no such file 'p4-2006'", "did you mean 'p4-2005'?")
                .contains("error K905: there is no way 'trap-and-emulated'", "did you mean 'trap-and-emulate'?")
                .contains("error K905: there is no measure 'exit'", "did you mean 'exits'?")
                .contains("error K905: a claim is two sides");
    }

    @Test
    void aProfileThatCannotBeReadIsOneMistakeWhateverIsClaimedOfIt() throws IOException {
        Files.writeString(folder.resolve("mine.yaml"), """
            kit: 1
            costs: mine
            techniques: { trap-and-emulate: { exits: { device: -1 } } }
            """);
        Session.End end = ofOneGuest("""
            costs: mine.yaml
            claims: [ "cycles[mine](bare) = 5", "cycles(bare) = 5" ]
            """);
        assertThat(end.err()).contains("error K017: expected a number from 0").endsWith("\n1 error\n");
    }

    @Test
    void aProfileHasToFitTheExperiment() throws IOException {
        assertThat(experiment("machine: %s/board.yaml\nunder: [ hardware-assisted ]\ncosts: p4-2005\n".formatted(HOSTS))
                        .err())
                .contains("error K904: the cost profile 'p4-2005' adds exits of 'trap-and-emulate'");
    }

    @Test
    void aPlaceThatIsNoneIsRefused() throws IOException {
        assertThat(ofOneGuest("").err()).isEmpty();
        assertThat(experiment("""
            machine: %s/board.yaml
            guests: { one: { words: { nowhere: 1 } } }
            under: [ hardware-assisted ]
            """.formatted(HOSTS)).err())
                .contains("error K906: 'nowhere' is no address and no label of the program");
    }

    @Test
    void repetitionsThatNobodyReadsAreNone() throws IOException {
        Session.End end = experiment("""
            machine: %1$s/board.yaml
            guests: { ptemod: { load: %1$s/nanobench.asm, words: { 0x80008000: 5, 0x80008008: 10 } } }
            iterations: { at: 0x80008100, short: 10, long: 20 }
            under: [ trap-and-emulate ]
            """.formatted(LAB));
        assertThat(end.exitCode()).isEqualTo(ExitCode.MISTAKE);
        assertThat(end.err())
                .contains(
                        "error K906: guest 'ptemod' does as much with 20 in this word as with 10: it does not read it",
                        "5 | iterations: { at: 0x80008100");
    }

    @Test
    void aWordHasOnePlace() throws IOException {
        Session.End end = experiment("""
            machine: %1$s/board.yaml
            guests: { ptemod: { load: %1$s/nanobench.asm, words: { 0x8000800C: 5 } } }
            iterations: { at: 0x80008008, short: 10, long: 20 }
            under: [ trap-and-emulate ]
            """.formatted(LAB));
        assertThat(end.err()).contains("error K906: '0x80008008' and '0x8000800C' are not 8 bytes apart");
    }

    private Session.End waitingInVain(String limits) throws IOException {
        Files.writeString(folder.resolve("wishes.yaml"), "dialogue:\n  - { see: \"what never comes\" }\n");
        return experiment("""
            machine: %s/board.yaml
            guests: { one: { dialogue: wishes.yaml } }
            under: [ trap-and-emulate ]
            %s
            """.formatted(HOSTS, limits));
    }

    @Test
    void aDialogueThatStoppedHalfWayIsNoRunToCompare() throws IOException {
        Session.End end = waitingInVain("");
        assertThat(end.exitCode()).isEqualTo(ExitCode.FAILURE);
        assertThat(end.err()).contains("one, trap-and-emulate: the guest never showed 'what never comes'");
    }

    @Test
    void norIsOneThatALimitStopped() throws IOException {
        Session.End end = waitingInVain("limits: { instructions: 1000 }");
        assertThat(end.exitCode()).isEqualTo(ExitCode.LIMIT);
        assertThat(end.err())
                .contains("one, bare: the limit of instructions was reached before it showed 'what never comes'");
    }

    @Test
    void costsAreThoseOfOneMonitor() throws IOException {
        Session.End end = experiment("""
            machine: %s/nested.yaml
            under: [ trap-and-emulate ]
            costs: [ p4-2005 ]
            """.formatted(HOSTS));
        assertThat(end.err())
                .containsPattern("error K904: the cost profile 'p4-2005' has costs of one monitor, and guest '.*' runs"
                        + " under 2");
    }
}
