package dev.vmkit.tools.debian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vmkit.tools.download.FetchFailure;
import dev.vmkit.tools.download.Unreachable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where packages come from: from whom the person names, or from whom apt asks. */
class MirrorChoiceTests {
    @TempDir
    private Path system;

    private void write(String path, String text) throws IOException {
        Path file = system.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Mirror choose(String... environment) throws IOException {
        Map<String, String> variables = environment.length == 0 ? Map.of() : Map.of(environment[0], environment[1]);
        return new MirrorChoice(Optional.empty(), Optional.empty(), variables, system).choose();
    }

    @Test
    void withoutAnyMirrorThePersonIsTold() {
        assertThatExceptionOfType(Unreachable.class)
                .isThrownBy(this::choose)
                .withMessageContaining("--mirror URL")
                .withMessageContaining("KIT_MIRROR");
    }

    @Test
    void theCommandLineCountsMoreThanTheEnvironmentAndThatMoreThanApt() throws IOException {
        write("etc/apt/sources.list", "deb http://apt.test/debian bookworm main\n");
        assertThat(choose().base()).hasToString("http://apt.test/debian");
        assertThat(choose("KIT_MIRROR", "http://variable.test/d").base()).hasToString("http://variable.test/d");
        Optional<String> named = Optional.of("https://named.test/debian/");
        Mirror mirror = new MirrorChoice(
                        named, Optional.empty(), Map.of("KIT_MIRROR", "http://variable.test/d"), system)
                .choose();
        assertThat(mirror.file("dists/x")).hasToString("https://named.test/debian/dists/x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "deb http://apt.test/debian bookworm main contrib # a comment\n",
                "# deb http://commented.test/debian bookworm main\n deb http://apt.test/debian bookworm main\n",
                "deb-src http://source.test/debian bookworm main\ndeb http://apt.test/debian bookworm main\n",
                "deb [arch=amd64 signed-by=/k.gpg] http://apt.test/debian bookworm main\n",
                "deb http://apt.test/debian-security bookworm-security main\n"
                        + "deb http://apt.test/debian bookworm main\n",
                "deb http://other.test/nodejs/debian ./\ndeb http://apt.test/debian bookworm main\n",
                "deb http://ubuntu.test/ubuntu noble main\ndeb http://apt.test/debian bookworm main\n",
                "deb cdrom:[Debian]/ bookworm main\ndeb http://apt.test/debian bookworm main\n",
            })
    void aptsOneLineFormatIsRead(String lines) throws IOException {
        write("etc/apt/sources.list.d/x.list", lines);
        assertThat(choose().base()).hasToString("http://apt.test/debian");
    }

    @Test
    void aptsParagraphFormatIsRead() throws IOException {
        write("etc/apt/sources.list.d/debian.sources", """
            Types: deb-src
            URIs: http://source.test/debian
            Suites: bookworm
            Components: main

            Enabled: no
            Types: deb
            URIs: http://disabled.test/debian
            Suites: bookworm
            Components: main

            # the one that counts
            Types: deb deb-src
            URIs: http://apt.test/debian
            Suites: bookworm bookworm-updates
            Components: main
            Signed-By: /usr/share/keyrings/own.gpg
            """);
        write("usr/share/keyrings/own.gpg", "keys");
        Mirror mirror = choose();
        assertThat(mirror.base()).hasToString("http://apt.test/debian");
        assertThat(mirror.keyring()).hasValue(system.resolve("usr/share/keyrings/own.gpg"));
    }

    @Test
    void theKeyringOfDebiansPackageIsFound() throws IOException {
        assertThat(choose("KIT_MIRROR", "http://a.test").keyring()).isEmpty();
        write("usr/share/keyrings/debian-archive-keyring.gpg", "keys");
        assertThat(choose("KIT_MIRROR", "http://a.test").keyring()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Acquire::http::Proxy \"http://proxy.test:3142/\";\n",
                "Acquire { http { Proxy \"http://proxy.test:3142\"; Timeout \"3\"; }; };\n",
                "// Acquire::http::Proxy \"http://no.test\";\n"
                        + "/* x */ acquire::HTTP::proxy \"http://proxy.test:3142\";\n",
                "Acquire::http { Proxy \"http://proxy.test:3142\"; };\n",
            })
    void aptsProxyIsAsked(String settings) throws IOException {
        write("etc/apt/apt.conf.d/proxy", settings);
        assertThat(choose("KIT_MIRROR", "http://a.test").proxy())
                .isEqualTo(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("proxy.test", 3142)));
        assertThat(choose("KIT_MIRROR", "https://a.test").proxy()).isEqualTo(Proxy.NO_PROXY);
    }

    @Test
    void noProxyIsAskedIfAptIsToAskNone() throws IOException {
        write("etc/apt/apt.conf", "Acquire::http::Proxy \"DIRECT\";\n");
        assertThat(choose("KIT_MIRROR", "http://a.test").proxy()).isEqualTo(Proxy.NO_PROXY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "file:///debian", "http://", "http://a b/", "ftp://a.test/debian"})
    void whatIsNoAddressIsRefused(String address) {
        assertThatExceptionOfType(FetchFailure.class)
                .isThrownBy(() -> choose("KIT_MIRROR", address))
                .withMessageContaining("is no address");
    }
}
