package dev.vmkit.tools.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.tools.images.ImageFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The kernels that come with the kit are what their sources say. */
class KernelsTests {
    private static final Path SOURCES = Path.of("src/main/resources/dev/vmkit/tools/bench/rv64");
    private static final Kernels KERNELS = Kernels.with(new ImageFolder(Path.of("nowhere")));

    static Stream<String> programs() {
        return KERNELS.all().stream()
                .map(Kernel::board)
                .filter(VirtBoard.class::isInstance)
                .map(board -> ((VirtBoard) board).program())
                .distinct();
    }

    /** Rebuild them with build.sh if this fails. */
    @ParameterizedTest
    @MethodSource("programs")
    void aProgramWasBuiltOfTheSourcesBesideIt(String program) throws IOException {
        String content = Files.readString(SOURCES.resolve(program), StandardCharsets.ISO_8859_1);
        assertThat(content).contains(digestOfSources());
    }

    /** As build.sh makes it. */
    private static String digestOfSources() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(Files.readAllBytes(SOURCES.resolve("build.sh")));
        all.write(Files.readAllBytes(SOURCES.resolve("link.ld")));
        for (String ending : List.of(".S", ".c", ".h")) {
            try (Stream<Path> files = Files.list(SOURCES)) {
                for (Path file : files.filter(f -> f.toString().endsWith(ending))
                        .sorted()
                        .toList()) {
                    all.write(Files.readAllBytes(file));
                }
            }
        }
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(all.toByteArray()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void everyNameStandsForOneKernelOrOneGroup() {
        assertThat(KERNELS.all()).extracting(Kernel::name).doesNotHaveDuplicates();
        assertThat(KERNELS.named("mix")).extracting(Kernel::name).containsExactly("mix");
        assertThat(KERNELS.named("doubles")).extracting(Kernel::name).containsExactly("doubles");
        assertThat(KERNELS.named("cold")).extracting(Kernel::name).containsExactly("cold", "warm", "generate");
        assertThat(KERNELS.named("nothing")).isEmpty();
    }

    @Test
    void anImageIsNeededOnlyByWhoAsksForIt() {
        assertThat(KERNELS.usual()).noneMatch(kernel -> kernel.group() == Group.BOOT);
    }
}
