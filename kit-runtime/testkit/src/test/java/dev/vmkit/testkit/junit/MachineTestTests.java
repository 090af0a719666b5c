package dev.vmkit.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@org.junit.jupiter.api.DisplayName("A machine in a test")
class MachineTestTests {
    private static final String MACHINE = "src/test/resources/machine/adds.yaml";
    private static final String PLUGINS = "src/test/resources/machine/plugin";

    @MachineTest(machine = MACHINE, plugins = PLUGINS)
    void starts_with_the_registers_of_its_file_and_runs_to_its_end(TestedMachine machine) {
        machine.at("A").is(2).runs(10).endsWell().at("A").is(5).at("A").isNot(4);
    }

    @MachineTest(machine = MACHINE, plugins = PLUGINS)
    void takes_what_is_put_into_it(TestedMachine machine) {
        assertThat(machine.with("A", 9).runs(10).at("A").value()).isEqualTo(12);
    }

    @MachineTest(machine = MACHINE, plugins = PLUGINS)
    void says_what_is_not_as_it_should_be(TestedMachine machine) {
        machine.runs(10);
        assertThatThrownBy(() -> machine.at("A").is(4)).hasMessage("A should be 4, and is 5");
        assertThatThrownBy(() -> machine.at("B")).hasMessageStartingWith("the machine has no 'B'");
        assertThatThrownBy(() -> machine.shows("x")).hasMessage("the console should show 'x', and shows ''");
    }
}
