package dev.vmkit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TerminalPictureTests {
    /** {@code -Dapprove=true} draws it anew. */
    private static final Path PICTURE = Console.REPOSITORY.resolve("docs/images/session.svg");

    private static final String SESSION = """
        $ echo Ada | ./kit run curriculum/00-hello-machine/machine.yaml
        $ ./kit run curriculum/01-real-compiler/machine.yaml
        """;

    @Test
    void theSessionOnTheFirstPageIsWhatTheKitPrints() throws IOException {
        String shown = new Console(Console.REPOSITORY).replay(SESSION);
        String svg = new TerminalPicture("vmkit", shown.lines().toList()).svg();
        if (Boolean.getBoolean("approve")) {
            Files.createDirectories(PICTURE.getParent());
            Files.writeString(PICTURE, svg);
        }
        assertThat(PICTURE).hasContent(svg);
    }

    @Test
    void marksOfXmlAreText() {
        assertThat(new TerminalPicture("a & b", java.util.List.of("$ 1 < 2", "<&>")).svg())
                .contains("a &amp; b", ">1 &lt; 2<", ">&lt;&amp;><");
    }
}
