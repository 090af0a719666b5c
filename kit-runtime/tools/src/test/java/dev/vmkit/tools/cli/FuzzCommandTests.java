package dev.vmkit.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person sees of random programs, for an instruction set that was just started. */
class FuzzCommandTests {
    @TempDir
    private Path folder;

    private String text = "";

    private int kit(String line) {
        Shown shown = Shown.of(folder, folder, line.split(" "));
        text = shown.text();
        return shown.exitCode();
    }

    @BeforeEach
    void newIsa() {
        assertThat(kit("new isa mine")).isEqualTo(ExitCode.SUCCESS);
    }

    @Test
    void all_instruction_sets_are_tried_and_engines_are_equal() {
        assertThat(kit("fuzz --cases 5 --seed 3")).isEqualTo(ExitCode.SUCCESS);
        assertThat(text)
                .startsWith("engines interpret and translate, seed 3\n")
                .containsPattern("mine +5 +[0-9]+ +[0-9]+ +equal\n");
    }

    @Test
    void equal_seeds_run_equal_programs() {
        kit("fuzz mine --cases 5 --seed 3 --engines interpret,interpret");
        String first = text;
        kit("fuzz mine/mine.yaml --cases 5 --seed 3 --engines interpret,interpret");
        assertThat(text.replace("mine/mine.yaml", "mine").replaceAll(" +", " ")).isEqualTo(first.replaceAll(" +", " "));
    }

    @Test
    void a_program_reads_json() {
        assertThat(kit("fuzz mine --cases 2 --seed 3 --json")).isEqualTo(ExitCode.SUCCESS);
        assertThat(text).contains("\"seed\": 3", "\"isa\": \"mine\"", "\"programs\": 2", "\"differences\": []");
    }

    @ParameterizedTest
    @CsvSource({
        "fuzz mine --engines interpret, --engines takes two engines",
        "'fuzz mine --engines interpret,jit', there is no engine 'jit'",
        "fuzz mine --cases 0, --seconds and --cases are at least 1",
        "fuzz mien --cases 1, did you mean 'mine'?",
    })
    void what_is_wrong_is_said(String line, String message) {
        assertThat(kit(line)).isEqualTo(ExitCode.MISTAKE);
        assertThat(text).contains(message);
    }
}
