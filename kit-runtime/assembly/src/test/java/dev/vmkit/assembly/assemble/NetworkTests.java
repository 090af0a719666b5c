package dev.vmkit.assembly.assemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmkit.assembly.Golden;
import dev.vmkit.language.text.MistakeException;
import dev.vmkit.layers.network.NetworkRules;
import dev.vmkit.machine.board.HostInput;
import dev.vmkit.machine.board.Machine;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkTests {
    private static final String BOARD = """
        kit: 1
        machine: m
        cpu: { isa: tiny }
        memory: { ram: { from: 0x0000, to: 0xEFFF } }
        devices:
          card: { model: card }
        """;

    @TempDir
    private Path folder;

    private TestMachine test;

    @BeforeEach
    void folder() {
        test = new TestMachine(folder);
    }

    @Test
    void leads_where_the_machine_file_says() {
        ResolvedMachine machine = test.resolved(BOARD
                + "network: { services: { 80: 8080, 443: 8443 }, forward: { 8022: 22 }, names: [Web.Test, a] }\n");
        Golden.check(
                "assemble/network.txt",
                ResolvedPrinter.print(machine)
                        .lines()
                        .filter(l -> l.contains("10.0") || l.startsWith("network"))
                        .reduce("", (all, line) -> all + line + "\n"));
    }

    @Test
    void leads_nowhere_if_the_machine_file_says_nothing() {
        ResolvedNetwork network = test.resolved(BOARD).network().orElseThrow();
        assertThat(network.device()).isEqualTo("card");
        assertThat(network.rules()).isEqualTo(NetworkRules.NONE);
    }

    @Test
    void gets_rules_from_elsewhere_that_count_more() {
        ResolvedNetwork network = test.resolved(BOARD + "network: { services: { 80: 8080, 81: 8081 } }\n")
                .network()
                .orElseThrow()
                .and(new NetworkRules(Map.of(80, 9090), Map.of(8022, 22), Set.of()));
        assertThat(network.rules().services()).isEqualTo(Map.of(80, 9090, 81, 8081));
        assertThat(network.rules().forwards()).isEqualTo(Map.of(8022, 22));
    }

    @Test
    void mistakes_in_its_rules_are_told_all_at_once() {
        refused(
                "network-rules",
                BOARD
                        + "network: { services: { 0: 80, 80: 65536, 81: x, 0x52: 1, 82: 2 }, names: [a..b, -c], ports:"
                        + " 1 }\n");
    }

    @Test
    void a_machine_without_a_card_has_none() {
        refused(
                "network-nowhere",
                BOARD.replace("devices:\n  card: { model: card }\n", "") + "network: { names: a }\n");
    }

    @Test
    void a_machine_with_two_cards_is_refused() {
        refused("network-twice", BOARD + "  other: { model: card }\n");
    }

    private void refused(String golden, String yaml) {
        assertThat(test.resolve(yaml)).isEmpty();
        Golden.check("assemble/" + golden + ".txt", test.messages());
    }

    @Test
    void a_port_of_the_host_that_is_taken_is_a_mistake_of_the_machine_file() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            ResolvedMachine machine =
                    test.resolved(BOARD + "network: { forward: { " + taken.getLocalPort() + ": 22 } }\n");
            assertThatThrownBy(() -> build(machine))
                    .isInstanceOf(MistakeException.class)
                    .hasMessageContaining("port " + taken.getLocalPort() + " of the host cannot be had");
        }
    }

    @Test
    void the_ports_of_the_host_are_free_again_when_the_machine_is_closed() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            port = free.getLocalPort();
        }
        ResolvedMachine plan = test.resolved(BOARD + "network: { forward: { " + port + ": 22 } }\n");
        build(plan).close();
        try (Machine machine = build(plan)) {
            assertThat(machine.network()).isPresent();
        }
    }

    private static Machine build(ResolvedMachine plan) {
        return Construction.build(plan, HostInput.NONE, value -> {});
    }
}
