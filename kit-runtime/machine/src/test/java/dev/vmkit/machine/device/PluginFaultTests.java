package dev.vmkit.machine.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmkit.api.Device;
import dev.vmkit.api.DeviceContext;
import dev.vmkit.api.DeviceModel;
import dev.vmkit.api.StateTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Devices in Java that fail, each in another place. */
class PluginFaultTests {
    private static final String YAML =
            "device: thing-model\nclass: x.Y\nsize: 4\nconnects: { irq: { kind: interrupt } }\n";

    private final DeviceRig rig = new DeviceRig();

    /** Fails wherever it is told to. */
    private record Failing(String place, DeviceContext context) implements Device {
        Failing {
            if (place.equals("timer")) {
                context.clock().at(1, () -> {
                    throw new IllegalStateException("in the timer");
                });
            }
        }

        private void failIn(String here) {
            if (place.equals(here)) {
                throw new IndexOutOfBoundsException("in " + here);
            }
        }

        @Override
        public long read(long offset, int width) {
            failIn("read");
            return -1;
        }

        @Override
        public void write(long offset, int width, long value) {
            failIn("write");
        }

        @Override
        public void reset() {
            failIn("reset");
        }

        @Override
        public StateTree save() {
            failIn("save");
            return StateTree.EMPTY;
        }

        @Override
        public void load(StateTree state) {
            failIn("load");
        }
    }

    private RunningDevice failing(String place) {
        return rig.java(YAML, context -> new Failing(place, context));
    }

    @ParameterizedTest
    @ValueSource(strings = {"read", "write", "reset", "save", "load", "timer"})
    void what_a_device_throws_carries_its_name(String place) {
        RunningDevice device = failing(place);
        assertThatThrownBy(() -> {
                    device.window().read(0, 8);
                    device.window().write(0, 8, 0);
                    device.reset();
                    device.save();
                    device.load(StateTree.EMPTY);
                    rig.clock.skipTo(1);
                    rig.clock.runDue();
                })
                .isInstanceOf(PluginFault.class)
                .hasMessageStartingWith("device 'thing' (thing-model, plugin things) failed: java.lang.")
                .hasMessageEndingWith("in " + (place.equals("timer") ? "the timer" : place));
    }

    @Test
    void a_value_wider_than_the_access_is_cut() {
        assertThat(failing("nowhere").window().read(0, 16)).isEqualTo(0xFFFF);
    }

    @Test
    void a_model_that_throws_or_gives_nothing_is_named() {
        DeviceModel throwing = context -> {
            throw new UnsupportedOperationException("not today");
        };
        assertThatThrownBy(() -> rig.java(YAML, throwing))
                .isInstanceOf(PluginFault.class)
                .hasMessageContaining("not today");
        assertThatThrownBy(() -> rig.java(YAML, context -> null))
                .isInstanceOf(PluginFault.class)
                .hasMessageContaining("create gave null");
    }

    @Test
    void a_model_may_refuse_its_parameters_with_a_message_for_the_learner() {
        DeviceModel picky = context -> {
            throw new IllegalArgumentException("the cache is larger than the disk");
        };
        assertThatThrownBy(() -> rig.java(YAML, picky))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage("the cache is larger than the disk");
    }

    @Test
    void a_plug_that_the_definition_does_not_declare_is_the_plugins_mistake() {
        assertThatThrownBy(() -> rig.java(YAML, context -> {
                    context.stream("irq");
                    return new Failing("", context);
                }))
                .isInstanceOf(PluginFault.class)
                .hasMessageContaining("the definition of thing-model declares no stream called 'irq'");
        RunningDevice fine = rig.java(YAML, context -> {
            context.interrupt("irq").set(true);
            return new Failing("", context);
        });
        assertThat(fine.part().plugin()).isEqualTo("things");
    }

    @Test
    void endless_recursion_in_a_device_does_not_bring_the_host_down() {
        RunningDevice device = rig.java(YAML, context -> new Failing("", context));
        assertThatThrownBy(() -> device.part().run(PluginFaultTests::recurse))
                .isInstanceOf(PluginFault.class)
                .hasCauseInstanceOf(StackOverflowError.class);
    }

    private static void recurse() {
        recurse();
    }
}
