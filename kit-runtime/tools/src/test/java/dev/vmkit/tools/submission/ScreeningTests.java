package dev.vmkit.tools.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Classes are looked at without being loaded, and remarked at in words. */
class ScreeningTests {

    @Test
    void whatAClassUsesIsFoundInItsConstants() throws IOException {
        assertThat(remarks(bytes(Reaching.class)))
                .anySatisfy(remark ->
                        assertThat(remark).contains("Reaching.class' ends the process: it uses java.lang.Runtime.halt"))
                .anySatisfy(remark -> assertThat(remark).contains("starts a thread: it uses java.lang.Thread.start"))
                .anySatisfy(remark -> assertThat(remark).contains("opens files: it uses java.nio.file."))
                .anySatisfy(remark -> assertThat(remark).contains("opens connections: it uses java.net.Socket"))
                .anySatisfy(remark -> assertThat(remark).contains("is named like a class of the kit"));
    }

    @Test
    void aClassThatReachesNowhereIsNotRemarkedAt() throws IOException {
        assertThat(remarks(bytes(Harmless.class)))
                .singleElement()
                .asString()
                .contains("is named like a class of the kit");
    }

    @Test
    void whatIsNoClassIsSaidToBeNone() throws IOException {
        byte[] whole = bytes(Reaching.class);
        for (int length = 0; length < whole.length; length += 7) {
            assertThat(remarks(java.util.Arrays.copyOf(whole, length))).hasSizeLessThanOrEqualTo(10);
        }
        assertThat(remarks(new byte[0])).singleElement().asString().contains("is no class file");
    }

    private static List<String> remarks(byte[] classFile) {
        Screening screening = new Screening();
        screening.look("Reaching.class", classFile);
        return screening.remarks().stream().map(remark -> remark.message()).toList();
    }

    private static byte[] bytes(Class<?> type) throws IOException {
        String name = type.getName().replace('.', '/') + ".class";
        try (InputStream in = Objects.requireNonNull(type.getClassLoader().getResourceAsStream(name))) {
            return in.readAllBytes();
        }
    }

    /** Is never run. */
    static final class Reaching {
        void reach() throws IOException {
            new Thread(() -> Runtime.getRuntime().halt(0)).start();
            Files.delete(Path.of("results.json"));
            new Socket("localhost", 1).close();
        }
    }

    /** Computes. */
    static final class Harmless {
        int twice(int number) {
            return Math.addExact(number, number);
        }
    }
}
