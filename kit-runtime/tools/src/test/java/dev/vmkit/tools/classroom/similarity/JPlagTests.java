package dev.vmkit.tools.classroom.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A shell script stands for Java, and shows how JPlag would be called; JPlag itself is its user's to install. */
@DisabledOnOs(OS.WINDOWS)
class JPlagTests {
    @TempDir
    private Path folder;

    private JPlag jplag(String script) throws IOException {
        Path java = folder.resolve("java");
        Files.writeString(java, "#!/bin/sh\n" + script);
        assertThat(java.toFile().setExecutable(true)).isTrue();
        return new JPlag(java, Path.of("/opt/jplag.jar"));
    }

    @Test
    void it_is_called_as_a_program_of_its_own() throws Exception {
        Path log = folder.resolve("out/jplag.log");
        jplag("echo \"$@\"\n").compare(Path.of("/class/sources"), Path.of("/class/jplag"), log);
        assertThat(log).hasContent("-jar /opt/jplag.jar --mode=RUN --overwrite -l java -r /class/jplag /class/sources");
    }

    @Test
    void its_failure_is_told_with_where_it_said_why() throws Exception {
        JPlag failing = jplag("echo no submissions; exit 3\n");
        Path log = folder.resolve("jplag.log");
        assertThatThrownBy(() -> failing.compare(folder, folder, log))
                .isInstanceOf(IOException.class)
                .hasMessage("JPlag ended with 3; what it said is in " + log);
        assertThat(log).hasContent("no submissions");
    }
}
