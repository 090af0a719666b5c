package dev.vmkit.tools.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmkit.language.text.MistakeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A starter that is derived from a solution")
class DerivationTests {
    @TempDir
    private Path lab;

    @BeforeEach
    void aSolution() throws IOException {
        write("solution/part.yaml", "a: 1\n# gap: Write b.\nb: 2\n# end gap\n");
        write("solution/src/Part.java", "// gap\nclass Part {}\n// end gap\n");
        write("solution/classes/Part.class", "compiled");
        write("solution/.hidden", "x");
        Files.write(lab.resolve("solution/image"), new byte[] {(byte) 0xFF, ' ', 'g', 'a', 'p'});
    }

    private void write(String name, String content) throws IOException {
        Path file = lab.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private Derivation derived() throws IOException {
        return Derivation.of(lab.resolve("solution"));
    }

    @Test
    void hasTheFilesOfWhichSomethingIsLeft() throws IOException {
        derived().write(lab.resolve("starter"));
        assertThat(lab.resolve("starter/part.yaml")).hasContent("a: 1\n# Write b.\n");
        assertThat(lab.resolve("starter/image")).hasBinaryContent(new byte[] {(byte) 0xFF, ' ', 'g', 'a', 'p'});
        assertThat(lab.resolve("starter")).isDirectoryNotContaining("glob:**/{src,classes,.hidden}");
        assertThat(derived().differences(lab.resolve("starter"))).isEmpty();
    }

    @Test
    void differsWhereASolutionHasChanged() throws IOException {
        assertThat(derived().differences(lab.resolve("starter"))).containsExactly("image", "part.yaml");
        derived().write(lab.resolve("starter"));
        write("solution/part.yaml", "a: 2\n");
        assertThat(derived().differences(lab.resolve("starter"))).containsExactly("part.yaml");
        derived().write(lab.resolve("starter"));
        assertThat(lab.resolve("starter/part.yaml")).hasContent("a: 2\n");
    }

    @Test
    void isNotWrittenOverFilesOfAnother() throws IOException {
        write("starter/mine.yaml", "precious");
        assertThat(derived().differences(lab.resolve("starter"))).contains("mine.yaml");
        assertThatThrownBy(() -> derived().write(lab.resolve("starter")))
                .isInstanceOf(MistakeException.class)
                .hasMessageContaining("mine.yaml");
        assertThat(lab.resolve("starter/mine.yaml")).hasContent("precious");
        assertThat(lab.resolve("starter/part.yaml")).doesNotExist();
    }

    @Test
    void needsASolution() {
        assertThatThrownBy(() -> Derivation.of(lab.resolve("other")))
                .isInstanceOf(MistakeException.class)
                .hasMessageContaining("there is no folder");
    }
}
