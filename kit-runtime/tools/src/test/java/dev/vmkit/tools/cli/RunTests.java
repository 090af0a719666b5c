package dev.vmkit.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code kit run} as a person meets it: how runs end, and what they are asked for. */
class RunTests extends CommandLine {
    @Test
    void aMachineRunsToItsEnd() throws IOException {
        tiny();
        Shown shown = line("run -p tiny --stats tiny/machine.yaml");
        assertThat(shown.exitCode()).isEqualTo(ExitCode.SUCCESS);
        assertThat(shown.text()).contains("instructions");
    }

    @Test
    void statisticsTellTheTiersApart() throws IOException {
        tiny("examples/sum.asm", "LOAD  #10", "LOAD  #100");
        Shown shown = line("run -p tiny --stats --engine translate tiny/machine.yaml");
        assertThat(shown.text()).containsPattern("interpreted +\\d+ +\\d+\\.\\d %  one after another");
        assertThat(shown.text()).containsPattern("translated +\\d+ +\\d+\\.\\d %  in regions entered");
        assertThat(shown.text()).contains("regions made", "bytes of JVM code", "page misses");
        assertThat(line("run -p tiny --stats --engine interpret tiny/machine.yaml")
                        .text())
                .contains("100.0 %  one after another")
                .doesNotContain("regions made");
    }

    @Test
    void statisticsAreThereForScripts() throws IOException {
        tiny();
        Shown shown = line("run -p tiny --stats --json --engine translate tiny/machine.yaml");
        assertThat(shown.text())
                .contains("\"engine\": {", "\"translated\": ", "\"handedOver\": ", "\"unremembered\": ");
    }

    @Test
    void aRunIsRecordedAndRepeated() throws IOException {
        tiny();
        Shown first = line("run -p tiny --hash --record run.log tiny/machine.yaml");
        assertThat(first.exitCode()).isEqualTo(ExitCode.SUCCESS);
        assertThat(line("run -p tiny --hash --replay run.log tiny/machine.yaml"))
                .isEqualTo(first);
        Files.writeString(folder.resolve("bad.log"), "1 0 idle console 41\nx\n");
        Shown bad = line("run -p tiny --replay bad.log tiny/machine.yaml");
        assertThat(bad.exitCode()).isEqualTo(ExitCode.MISTAKE);
        assertThat(bad.text()).contains("'bad.log' was not written by --record", "line 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"22", "0:22", "8022:65536", "a:b", "1:2:3", ":", "8022:-1"})
    void portsThatAreNoneAreRefused(String ports) throws IOException {
        tiny();
        Shown shown = line("run -p tiny --forward " + ports + " tiny/machine.yaml");
        assertThat(shown.exitCode()).isEqualTo(ExitCode.MISTAKE);
        assertThat(shown.text()).contains("'" + ports + "' is no pair of ports; write 8022:22");
    }

    @Test
    void portsLeadNowhereInAMachineWithoutANetwork() throws IOException {
        tiny();
        Shown shown = line("run -p tiny --service 80:8080 tiny/machine.yaml");
        assertThat(shown.exitCode()).isEqualTo(ExitCode.MISTAKE);
        assertThat(shown.text()).contains("this machine has no network");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-n 3", "-n 0", "-t 0"})
    void aLimitEndsTheRun(String limit) throws IOException {
        tiny();
        Shown shown = line("run -p tiny " + limit + " tiny/machine.yaml");
        assertThat(shown.exitCode()).isEqualTo(ExitCode.LIMIT);
        assertThat(shown.text()).startsWith("kit: the limit of");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "trace", "show"})
    void anotherEngineIsChosenByName(String command) throws IOException {
        tiny("machine.yaml", "isa: tiny", "isa: tiny, engine: interpret");
        Shown written = line(command + " -p tiny tiny/machine.yaml");
        assertThat(written.exitCode()).isEqualTo(ExitCode.SUCCESS);
        assertThat(line(command + " -p tiny --engine interpret tiny/machine.yaml"))
                .isEqualTo(written);
        Shown none = line(command + " -p tiny --engine interprte tiny/machine.yaml");
        assertThat(none.exitCode()).isEqualTo(ExitCode.MISTAKE);
        assertThat(none.text())
                .contains(
                        "error K115: there is no engine 'interprte'",
                        "the command line:1:1",
                        "did you mean 'interpret'?");
    }

    @Test
    void aGuestThatGetsStuckIsAFailure() throws IOException {
        tiny("examples/sum.asm", "HALT\n", "JUMP nothing\nnothing: .byte 0\n");
        Shown shown = line("run -p tiny -n 1000 tiny/machine.yaml");
        assertThat(shown.exitCode()).isEqualTo(ExitCode.FAILURE);
    }

    @Test
    void aFolderIsNotTyped() throws IOException {
        tiny();
        Shown shown = line("run -p tiny -i tiny tiny/machine.yaml");
        assertThat(shown.exitCode()).isEqualTo(ExitCode.MISTAKE);
        assertThat(shown.text()).contains("is a folder, not a file");
    }
}
