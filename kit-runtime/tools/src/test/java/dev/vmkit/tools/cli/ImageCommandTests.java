package dev.vmkit.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.tools.images.DebianMirror;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.cpio.CpioArchiveEntry;
import org.apache.commons.compress.archivers.cpio.CpioArchiveInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Images by name, from an archive on this machine that is laid out and signed like Debian's. */
class ImageCommandTests {
    private static final String NAME = "debian-13-riscv64";

    @TempDir
    private Path home;

    @TempDir
    private Path cache;

    private DebianMirror mirror;
    private Path keyring;

    private record Shown(int exitCode, String out, String err) {}

    @BeforeEach
    void startServer() throws IOException {
        mirror = new DebianMirror();
        keyring = mirror.keyring(home.resolve("keys.gpg"));
    }

    @AfterEach
    void stopServer() {
        mirror.close();
    }

    private Shown kit(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Surroundings surroundings = new Surroundings(
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                home,
                false,
                Map.of("XDG_CACHE_HOME", cache.toString(), "KIT_MIRROR", mirror.url()),
                home);
        int exitCode = Kit.execute(surroundings, arguments);
        return new Shown(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private Shown fetch(String... more) {
        List<String> arguments = new ArrayList<>(List.of("image", "fetch", NAME, "--keyring", keyring.toString()));
        arguments.addAll(Arrays.asList(more));
        return kit(arguments.toArray(String[]::new));
    }

    private Path image(String file) {
        return cache.resolve("vmkit/images").resolve(NAME).resolve(file);
    }

    /** The members of the first file system, with their contents. */
    private Map<String, String> initrd() throws IOException {
        Map<String, String> members = new TreeMap<>();
        byte[] bytes = Files.readAllBytes(image("initrd.cpio"));
        try (CpioArchiveInputStream in = new CpioArchiveInputStream(new ByteArrayInputStream(bytes))) {
            for (CpioArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                members.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
            }
        }
        return members;
    }

    @Test
    void fetchingLeavesAMachineFileAndSaysWhereItIs() throws IOException {
        Shown shown = fetch();
        assertThat(shown.err()).contains("Debian 13.0 (trixie) from " + mirror.url());
        assertThat(shown.exitCode()).isEqualTo(ExitCode.SUCCESS);
        assertThat(shown.out()).isEqualTo(image("machine.yaml") + "\n");
        assertThat(image("Image")).hasContent("the kernel");
        assertThat(image("disk.img")).hasSize(256 << 20);
        assertThat(image("machine.yaml"))
                .content()
                .contains("harts: 1", "size: 256 MiB")
                .doesNotContain("@");
        assertThat(kit("image", "path", NAME).out()).isEqualTo(shown.out());
        assertThat(kit("image", "list").out()).contains(NAME, image("").toString());
    }

    @Test
    void theFirstFileSystemHoldsWhatTheGuestNeeds() throws IOException {
        fetch();
        Map<String, String> members = initrd();
        assertThat(members)
                .containsEntry("bin/busybox", "the shell")
                .containsEntry("init", "bin/busybox")
                .containsKeys("etc/inittab", "etc/init.d/rcS", "dev/console", "proc", "sys")
                .doesNotContainKey("lib/modules/6.12.1-riscv64/unneeded.ko");
        assertThat(members.get("lib/modules/6.12.1-riscv64/modules.dep"))
                .contains(
                        "virtio_net.ko: net_failover.ko failover.ko\n",
                        "ext4.ko: crc16.ko mbcache.ko jbd2.ko\n",
                        "virtio_rng.ko:\n");
        assertThat(members.get("lib/modules/6.12.1-riscv64/modules.alias")).contains("alias alias-ext4 ext4\n");
    }

    @Test
    void theSamePackagesGiveTheSameBytes() throws IOException {
        fetch();
        byte[] first = Files.readAllBytes(image("initrd.cpio"));
        assertThat(fetch("--force").exitCode()).isEqualTo(ExitCode.SUCCESS);
        assertThat(image("initrd.cpio")).hasBinaryContent(first);
    }

    @Test
    void whatWasFetchedIsNotFetchedAgain() throws IOException {
        fetch();
        int asked = mirror.server().asked().size();
        Files.writeString(image("machine.yaml"), "mine");
        Files.write(image("disk.img"), new byte[] {1, 2, 3});
        assertThat(fetch().out()).isEqualTo(image("machine.yaml") + "\n");
        assertThat(mirror.server().asked()).hasSize(asked);
        assertThat(image("machine.yaml")).hasContent("mine");
        fetch("--force");
        assertThat(mirror.server().asked()).hasSize(asked + 1); // the release; the packages have not changed
        assertThat(image("machine.yaml")).content().contains("machine: debian");
        assertThat(image("disk.img")).hasSize(3);
    }

    @Test
    void theBoardIsToOrder() throws IOException {
        fetch("--harts", "2", "--memory", "128 MiB", "--disk", "1MiB");
        assertThat(image("machine.yaml")).content().contains("harts: 2", "size: 128 MiB");
        assertThat(image("disk.img")).hasSize(1 << 20);
        fetch("--harts=4");
        assertThat(image("machine.yaml")).content().contains("harts: 4", "size: 256 MiB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--harts=0", "--harts=9", "--memory=95MiB", "--memory=2GiB", "--disk=1000", "--disk=0MiB"})
    void aBoardThatNobodyBuildsIsRefused(String option) {
        Shown shown = fetch(option);
        assertThat(shown.exitCode()).isEqualTo(ExitCode.MISTAKE);
        assertThat(shown.err()).contains("kit: ");
        assertThat(cache).isEmptyDirectory();
    }

    @Test
    void anImageLiesWhereThePersonWants() {
        assertThat(fetch("--in", "here").out()).isEqualTo(home.resolve("here/machine.yaml") + "\n");
        assertThat(home.resolve("here/Image")).exists();
    }

    @Test
    void removingDeletesTheImageAndOnlyThat() throws IOException {
        fetch();
        Files.writeString(image("notes.txt"), "mine");
        assertThat(kit("image", "remove", NAME, "--downloads").exitCode()).isEqualTo(ExitCode.SUCCESS);
        assertThat(image("").toFile().list()).containsExactly("notes.txt");
        assertThat(cache.resolve("vmkit/downloads")).isEmptyDirectory();
        assertThat(kit("image", "path", NAME).exitCode()).isEqualTo(ExitCode.MISTAKE);
        assertThat(kit("image", "path", NAME).err()).contains("has not been fetched; do: kit image fetch " + NAME);
    }

    @Test
    void removingDeletesWhatAnInterruptedFetchLeft() throws IOException {
        fetch();
        for (String left : List.of("unpacked-deb-123.tar", "Image.part", "initrd.cpio.part", "machine.yaml.part")) {
            Files.writeString(image(left), "half");
        }
        kit("image", "remove", NAME);
        assertThat(image("")).doesNotExist();
    }

    @Test
    void withoutTheServerItIsSaidSo() {
        mirror.close();
        Shown shown = fetch();
        assertThat(shown.exitCode()).isEqualTo(ExitCode.FAILURE);
        assertThat(shown.err()).contains("cannot be reached").contains("is this machine online?");
    }

    @Test
    void aPackageThatWasChangedIsRefused() {
        byte[] kernel = mirror.server().get(DebianMirror.KERNEL_FILE).clone();
        kernel[kernel.length / 2] ^= 1;
        mirror.server().put(DebianMirror.KERNEL_FILE, kernel);
        Shown shown = fetch();
        assertThat(shown.exitCode()).isEqualTo(ExitCode.FAILURE);
        assertThat(shown.err()).contains("has the SHA-256 digest").contains("was announced");
        assertThat(image("machine.yaml")).doesNotExist();
    }

    @Test
    void aReleaseThatSomebodyElseSignedIsRefused() throws IOException {
        try (DebianMirror other = new DebianMirror()) {
            mirror.server().put("dists/trixie/InRelease", other.server().get("dists/trixie/InRelease"));
        }
        Shown shown = fetch();
        assertThat(shown.exitCode()).isEqualTo(ExitCode.FAILURE);
        assertThat(shown.err()).contains("has no signature that counts").contains("the key is not known");
    }

    @Test
    void whileTheMirrorIsUpdatedAnotherNameOfTheReleaseIsAsGood() throws IOException {
        mirror.publish("stable", "trixie");
        mirror.server().put(DebianMirror.INDEX, new byte[100]);
        assertThat(fetch().exitCode()).isEqualTo(ExitCode.SUCCESS);
    }

    @Test
    void anotherReleaseUnderThatNameIsNotTaken() throws IOException {
        mirror.publish("stable", "forky");
        mirror.server().put(DebianMirror.INDEX, new byte[100]);
        Shown shown = fetch();
        assertThat(shown.exitCode()).isEqualTo(ExitCode.FAILURE);
        assertThat(shown.err()).contains("the archive is inconsistent", "try again later, or another one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "/etc/passwd", "pool/../../x", "http://elsewhere/x", "a b"})
    void anIndexThatLeadsElsewhereIsRefused(String path) throws IOException {
        mirror.add("busybox-static", "", path, new byte[1]);
        mirror.publish("trixie", "trixie");
        Shown shown = fetch();
        assertThat(shown.exitCode()).isEqualTo(ExitCode.FAILURE);
        assertThat(shown.err()).contains("the package index gives '" + path + "' as the file of busybox-static");
    }

    @Test
    void aPackageThatIsNoneIsRefused() throws IOException {
        mirror.add("busybox-static", "", "pool/broken.deb", "no package".getBytes(StandardCharsets.US_ASCII));
        mirror.publish("trixie", "trixie");
        Shown shown = fetch();
        assertThat(shown.exitCode()).isEqualTo(ExitCode.FAILURE);
        assertThat(shown.err()).contains("busybox-static is no sound Debian package");
    }

    @Test
    void anUnknownNameIsMetWithTheKnownOnes() {
        Shown shown = kit("image", "fetch", "windows");
        assertThat(shown.exitCode()).isEqualTo(ExitCode.MISTAKE);
        assertThat(shown.err()).contains("there is no image 'windows'; there is " + NAME);
    }

    @Test
    void theCommandAloneSaysWhatMayFollow() {
        Shown shown = kit("image");
        assertThat(shown.exitCode()).isEqualTo(ExitCode.MISTAKE);
        assertThat(shown.err()).contains("'image' is followed by list, fetch, path, remove or cpm");
    }
}
