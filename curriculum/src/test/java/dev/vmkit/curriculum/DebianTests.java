package dev.vmkit.curriculum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.sun.net.httpserver.HttpServer;
import dev.vmkit.tools.cli.ExitCode;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Debian's kernel, fetched as a person would fetch it, boots and works. Skipped, and said so, where Debian's archive cannot
 * be reached; whatever else goes wrong is a failure.
 */
@DisplayName("Debian's kernel:")
@Execution(ExecutionMode.CONCURRENT)
class DebianTests {
    private static final String IMAGE = "debian-13-riscv64";
    private static final String LAB = "curriculum/05-boot-an-os";
    private static final int COPIES = 64;

    @TempDir
    private static Path folder;

    private static final byte[] PAGE = new byte[1 << 20];
    private static HttpServer server;
    private static Optional<String> unreachable = Optional.empty();

    @BeforeAll
    static void fetch() throws IOException {
        new Random(5).nextBytes(PAGE);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/page", exchange -> {
            exchange.sendResponseHeaders(200, PAGE.length);
            exchange.getResponseBody().write(PAGE);
            exchange.close();
        });
        server.start();
        Session.End fetched = Session.typing("")
                .in(environment())
                .kit("image", "fetch", IMAGE, "--in", folder.resolve("image").toString());
        if (fetched.err().contains("cannot be reached") || fetched.err().contains("no mirror of Debian's archive")) {
            unreachable = Optional.of("Debian's archive cannot be reached: " + fetched.err());
            return;
        }
        assertThat(fetched.exitCode()).as(fetched.err()).isEqualTo(ExitCode.SUCCESS);
        assertThat(fetched.out()).isEqualTo(folder.resolve("image/machine.yaml") + "\n");
    }

    /** In each test, for the report counts tests: of a class that is skipped whole it counts none. */
    @BeforeEach
    void skipWithoutArchive() {
        unreachable.ifPresent(reason -> abort(reason));
    }

    /** That of the process, with a cache that lasts until the next {@code mvn clean}. */
    private static Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        Path cache = Session.REPOSITORY.resolve("curriculum/target/cache");
        environment.put("XDG_CACHE_HOME", cache.toString());
        return environment;
    }

    @AfterAll
    static void stop() {
        server.stop(0);
    }

    /** A machine with its own disk; kernel and first file system are those that were fetched. */
    private static Path machine(String name, int harts, String more) throws IOException {
        Path own = Files.createDirectory(folder.resolve(name));
        link(own);
        Session.typing("").kit("image", "fetch", IMAGE, "--in", own.toString(), "--harts", Integer.toString(harts));
        Path file = own.resolve("machine.yaml");
        return Files.writeString(file, Files.readString(file) + more);
    }

    /** Puts the kernel and the first file system that were fetched into a folder. */
    private static void link(Path own) throws IOException {
        for (String file : List.of("Image", "initrd.cpio")) {
            Files.createSymbolicLink(own.resolve(file), folder.resolve("image").resolve(file));
        }
    }

    /** Runs a machine with the commands typed at its shell, the last of which powers it off. */
    private static Session.End run(Path machine, List<String> commands, String... options) throws IOException {
        StringBuilder dialogue = new StringBuilder("dialogue:\n");
        for (String command : commands) {
            dialogue.append("  - { see: \"root@kit:~# \", enter: '%s' }\n".formatted(command));
        }
        Path file = Files.createTempFile(folder, "dialogue", ".yaml");
        Files.writeString(file, dialogue);
        List<String> arguments = Stream.concat(
                        Stream.of("run", machine.toString(), "--dialogue", file.toString(), "-n", "20000000000"),
                        Stream.of(options))
                .toList();
        return Session.typing("").kit(arguments.toArray(String[]::new));
    }

    @ParameterizedTest(name = "with {0} harts it writes, and remembers after a power cycle")
    @ValueSource(ints = {1, 2})
    void itWritesAndRemembers(int harts) throws IOException {
        String network = "network: { services: { 80: " + server.getAddress().getPort() + " } }\n";
        Path machine = machine("harts" + harts, harts, network);
        Session.End wrote = run(
                machine,
                List.of(
                        "uname -a",
                        "cat /proc/cpuinfo",
                        "dmesg | grep virtio",
                        "wget -q -O /tmp/page http://10.0.2.2/page && echo fetched",
                        "mke2fs /dev/vda >/dev/null && mount /dev/vda /mnt && echo mounted",
                        "for i in $(seq " + COPIES + "); do cat /tmp/page; done >/mnt/data; sync; ls -l /mnt/data",
                        "poweroff"));
        assertThat(wrote.out())
                .containsPattern("Linux kit 6\\.\\d+\\.\\d+\\S* #1 SMP Debian .* riscv64 GNU/Linux")
                .containsPattern("virtio_blk virtio\\d: \\[vda\\] 524288 512-byte logical blocks")
                .contains("\nfetched\r\n", "\nmounted\r\n", " " + COPIES * PAGE.length + " ")
                .contains("reboot: Power down");
        assertThat(Pattern.compile("^processor\\s+: ", Pattern.MULTILINE)
                        .matcher(wrote.out())
                        .results())
                .hasSize(harts);
        assertThat(wrote.exitCode()).as(wrote.err()).isEqualTo(ExitCode.SUCCESS);

        Session.End read = run(machine, List.of("mount /dev/vda /mnt && md5sum /mnt/data", "poweroff"));
        assertThat(read.out()).contains(digest() + "  /mnt/data");
        assertThat(read.exitCode()).as(read.err()).isEqualTo(ExitCode.SUCCESS);
    }

    private static String digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("MD5");
            for (int i = 0; i < COPIES; i++) {
                digest.update(PAGE);
            }
            return "%032x".formatted(new BigInteger(1, digest.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @DisplayName("equal boots with two harts end in equal states")
    void equalBootsEndInEqualStates() throws IOException {
        List<String> commands = List.of("cat /proc/interrupts", "poweroff");
        String first =
                run(machine("first", 2, ""), commands, "--json", "--hash").out();
        String second =
                run(machine("second", 2, ""), commands, "--json", "--hash").out();
        assertThat(first).contains("\"outcome\": \"off\"", "\"instructions\"", "\"state\"");
        assertThat(first).isEqualTo(second);
    }

    @Test
    @DisplayName("what the lab's page shows is what happens")
    void whatTheLabsPageShowsIsWhatHappens() throws IOException {
        Path lab = Files.createDirectories(folder.resolve(LAB));
        link(lab);
        for (String file : List.of("machine.yaml", "dialogue.yaml")) {
            Files.copy(Session.REPOSITORY.resolve(LAB).resolve(file), lab.resolve(file));
        }
        Session.typing("").kit("image", "fetch", IMAGE, "--in", lab.toString()); // only the disk is missing
        Excerpts page = Excerpts.of(Session.REPOSITORY.resolve(LAB).resolve("README.md"));
        assertThat(page.all()).hasSize(3);
        for (Excerpts.Excerpt excerpt : page.all()) {
            String[] command = excerpt.command().toArray(String[]::new);
            excerpt.requireIn(Session.typing("").at(folder).kit(command).out());
        }
    }
}
