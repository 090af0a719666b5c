package dev.vmkit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Follows a page from top to bottom in an empty folder, as a reader would: writes the files it shows, runs its commands, and
 * compares what they print. {@code -Dapprove=true} puts what they print into the page.
 */
@DisplayName("Every step of a page works as it says:")
class PagesTests {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "docs/tutorial/your-first-isa.md",
                "docs/reference/riscv-boards.md",
                "docs/reference/benchmarks.md",
                "docs/reference/fuzzing.md",
                "docs/reference/scheduling.md",
                "docs/reference/translation.md"
            })
    void aReaderFollows(String name) throws IOException {
        follow(name);
    }

    /** A lab is followed in a copy, which holds nothing but the lab. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "curriculum/00-hello-machine",
                "curriculum/01-real-compiler",
                "curriculum/09-trap-and-emulate",
                "curriculum/10-shadow-paging",
                "curriculum/11-hardware-assist"
            })
    void aLearnerFollows(String lab) throws IOException {
        Console.copy(Console.REPOSITORY.resolve(lab), folder.resolve(lab));
        follow(lab + "/README.md");
    }

    private void follow(String name) throws IOException {
        Path file = Console.REPOSITORY.resolve(name);
        Console console = new Console(folder);
        int count = Page.read(file).blocks().size();
        for (int i = 0; i < count; i++) {
            Page page = Page.read(file); // an approval may have changed it
            Page.Block block = page.blocks().get(i);
            if (block.language().equals("console")) {
                String shown = console.replay(block.text());
                if (Boolean.getBoolean("approve")) {
                    page.approve(block, shown);
                } else {
                    assertThat(shown).as("%s:%d", name, block.first()).isEqualTo(block.text());
                }
            } else if (!block.name().isEmpty()) {
                write(block);
            }
        }
    }

    private void write(Page.Block block) throws IOException {
        Path file = folder.resolve(block.name());
        Files.createDirectories(file.getParent());
        Files.writeString(file, block.text());
    }
}
