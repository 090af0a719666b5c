package dev.vmkit.curriculum;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.tools.cli.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Machines on machines: what guests show, what they cannot notice, and what their monitor counts. */
@DisplayName("Hosts:")
class HostsTests {
    private static final Path LAB = Session.REPOSITORY.resolve("curriculum/09-trap-and-emulate");
    private static final String BOARD = LAB.resolve("board.yaml").toString();

    /** Runs that are compared with several others, by what was asked for. */
    private static final Map<List<String>, Session.End> KNOWN = new ConcurrentHashMap<>();

    @TempDir
    private Path folder;

    private static Session.End known(String file, String... more) {
        List<String> what = Stream.concat(Stream.of(file), Stream.of(more)).toList();
        return KNOWN.computeIfAbsent(what, _ -> run(file, more));
    }

    private static Session.End run(String file, String... more) {
        List<String> arguments =
                new java.util.ArrayList<>(List.of("run", LAB.resolve(file).toString()));
        arguments.addAll(List.of(more));
        return Session.typing("").kit(arguments.toArray(String[]::new));
    }

    private Session.End host(String guests, String... more) throws IOException {
        return hostBy("trap-and-emulate", guests, more);
    }

    private Session.End hostBy(String technique, String guests, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("host.yaml"), """
            kit: 1
            machine: host
            hardware: %s
            hypervisor: { technique: %s }
            guests:
            %s
            """.formatted(BOARD, technique, guests.indent(2)));
        List<String> arguments = new java.util.ArrayList<>(List.of("run", file.toString()));
        arguments.addAll(List.of(more));
        return Session.typing("").kit(arguments.toArray(String[]::new));
    }

    private static List<String> states(Session.End end) {
        return end.err()
                .lines()
                .filter(line -> line.startsWith("state "))
                .map(line -> line.split(" ")[1])
                .toList();
    }

    @Test
    void aGuestEndsInTheStateOfAMachineOfItsOwn() {
        Session.End bare = run("board.yaml", "--hash");
        Session.End guest = known("one-guest.yaml", "--hash", "--stats");
        assertThat(bare.out()).isEqualTo("kernel: hello\n.....\nkernel: bye, timer interrupts 0x00000014\n");
        assertThat(guest.out()).isEqualTo("""
            only| kernel: hello
            only| .....
            only| kernel: bye, timer interrupts 0x00000014
            """);
        assertThat(states(guest)).isEqualTo(states(bare)).hasSize(1);
        assertThat(guest.exitCode()).isEqualTo(ExitCode.SUCCESS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"trap-and-emulate", "shadow-paging", "shadow-paging, shadow: trace", "hardware-assisted"})
    void aGuestIsInTheStateOfAMachineOfItsOwnAfterAnyNumberOfInstructions(String technique) throws IOException {
        for (String count : List.of("1", "57", "3000", "100001", "1234567")) {
            assertThat(states(hostBy(technique, "only: {}", "--hash", "-n", count)))
                    .as("after %s instructions", count)
                    .isEqualTo(states(known("board.yaml", "--hash", "-n", count)))
                    .hasSize(1);
        }
    }

    @Test
    void guestsCannotTellThatThereAreOthers() {
        Session.End two = known("two-guests.yaml", "--hash");
        assertThat(states(two)).hasSize(2);
        assertThat(states(two).getFirst()).isEqualTo(states(two).getLast());
        assertThat(states(run("nested.yaml", "--hash"))).isEqualTo(states(two));
    }

    @Test
    void shareOfTimeIsShareOfTickets() {
        assertThat(run("two-guests.yaml", "-n", "4000000").err())
                .containsPattern("editor +[\\d,]+ +7[2-8]\\.\\d %")
                .containsPattern("batch +[\\d,]+ +2[2-8]\\.\\d %");
    }

    @Test
    void fourteenGuestsOfOneImageEachHaveTheirOwnConsole() throws IOException {
        Session.End end = run("cp67.yaml", "--consoles", folder.toString());
        assertThat(end.exitCode()).isEqualTo(ExitCode.SUCCESS);
        for (int i = 1; i <= 14; i++) {
            assertThat(folder.resolve("user" + i + ".log"))
                    .hasContent("kernel: hello\n.....\nkernel: bye, timer interrupts 0x00000014\n");
        }
        assertThat(end.err()).startsWith("56,015,708 ticks of the processor, 100.0 % of them in use");
    }

    @Test
    void aMonitorCountsWhyItWasNeeded() {
        assertThat(known("one-guest.yaml", "--hash", "--stats").err())
                .containsPattern("instruction +sret +27\n")
                .containsPattern("instruction +ecall +7\n")
                .containsPattern("device +store +62\n");
    }

    @Test
    void aGuestThatNeverEndsLeavesTheOthersTheirTime() throws IOException {
        Path forever = Files.writeString(
                folder.resolve("forever.asm"), "        .org 0x80000000\n        .entry here\nhere:   j here\n");
        Session.End end = host("""
            wild: { load: %s, memory: 4 MiB }
            tame: { memory: 4 MiB }\
            """.formatted(forever), "-n", "9000000", "--hash");
        assertThat(end.out()).contains("tame| kernel: bye, timer interrupts 0x00000014\n");
        assertThat(end.exitCode()).isEqualTo(ExitCode.LIMIT);
        assertThat(states(end).getLast())
                .isEqualTo(states(known("two-guests.yaml", "--hash")).getLast());
    }

    @Test
    void guestsThatNeedMoreMemoryThanThereIsAreRefused() throws IOException {
        assertThat(host("a: { memory: 40 MiB }\nb: { memory: 40 MiB }").err())
                .contains("error K129: the guests need 83886080 bytes of memory, the hardware has 67108864");
    }

    @Test
    void whatIsWrongWithAHostIsSaidWhereItStands() throws IOException {
        Path file = Files.writeString(folder.resolve("bad.yaml"), """
            kit: 1
            machine: bad
            hardware: %s
            hypervisor: { technique: trap-and-emulates, scheduler: { policy: lotery } }
            guests:
              one: { tikets: 3, load: none.elf }
            """.formatted(BOARD));
        Session.End end = Session.typing("").kit("run", file.toString());
        assertThat(end.exitCode()).isEqualTo(ExitCode.MISTAKE);
        assertThat(end.err())
                .contains("there is no technique 'trap-and-emulates'", "did you mean 'trap-and-emulate'?")
                .contains("no scheduler policy called 'lotery'", "did you mean 'lottery'?")
                .contains("error K014", "did you mean 'tickets'?");
    }

    @Test
    void guestsHaveNamesOfTheirOwn() throws IOException {
        assertThat(host("a: { copies: 2, memory: 4 MiB }\na1: { memory: 4 MiB }")
                        .err())
                .contains("error K129: there are two guests called 'a1'");
    }

    @Test
    void aGuestHasOnlyDevicesOfItsMachine() throws IOException {
        assertThat(host("a: { devices: { uert: { fifo: 1 } } }").err())
                .contains("error K117: the guest's machine has no device 'uert'", "did you mean 'uart'?");
    }

    @Test
    void whatAHostIsAsAGuestItsOwnFileSays() throws IOException {
        assertThat(host("a: { machine: %s, memory: 4 MiB }".formatted(LAB.resolve("two-guests.yaml")))
                        .err())
                .contains("error K129: 'a' is a host, whose own file says what its guests are");
    }

    @ParameterizedTest
    @ValueSource(strings = {"trap-and-emulate", "paravirtual", "hardware-assisted"})
    void whereTablesFollowInOneWayThereIsNothingToChoose(String technique) throws IOException {
        assertThat(hostBy(technique + ", shadow: trace", "a: { memory: 4 MiB }").err())
                .contains("error K130: '" + technique + "' leaves no choice of when tables follow the guests'");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "09-trap-and-emulate/two-guests.yaml | a host with guests",
                "07-ctss/ctss.yaml | a time-sharing host",
                "12-adams-agesen/system.yaml | an experiment"
            })
    void aFileOfAnotherKindIsNamedInOneMessage(String file, String kind) {
        String path = LAB.resolveSibling(file).toString();
        Session.End end = Session.typing("").kit("show", path);
        assertThat(end.exitCode()).isEqualTo(ExitCode.MISTAKE);
        assertThat(end.err())
                .containsOnlyOnce("error K")
                .contains("K132: this is " + kind + ", where a machine is wanted");
    }

    @Test
    void aReportHasOneForm() {
        Session.End end = Session.typing("").kit("analyze", "popf", "--json", "--html");
        assertThat(end.exitCode()).isEqualTo(ExitCode.MISTAKE);
        assertThat(end.err()).contains("the report is either JSON or HTML");
    }

    @Test
    void aFileThatCannotBeWrittenIsNotSaidToBeMissingAlone() {
        Session.End end = Session.typing("")
                .kit("analyze", "popf", "-o", folder.resolve("none/report.txt").toString());
        assertThat(end.err()).contains("there is no file '", "nor a folder for it");
    }
}
