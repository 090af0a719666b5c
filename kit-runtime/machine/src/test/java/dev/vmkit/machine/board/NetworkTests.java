package dev.vmkit.machine.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.vmkit.api.InterruptLine;
import dev.vmkit.api.NetworkPort;
import dev.vmkit.api.StateTree;
import dev.vmkit.language.isa.ByteOrder;
import dev.vmkit.machine.hart.Hart;
import dev.vmkit.machine.hart.Stop;
import dev.vmkit.machine.memory.AddressSpace;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NetworkTests {
    private static final long MILLISECOND = 1_000_000;

    private final FakeHost host = new FakeHost();
    private final List<String> seen = new ArrayList<>();

    /** A network of the host where time passes only while somebody waits, and frames come at given times. */
    private static final class FakeHost implements HostNetwork, Doorbell {
        private final List<byte[]> sent = new ArrayList<>();
        private final ArrayDeque<Integer> answers = new ArrayDeque<>();
        private boolean live;
        private long time;
        private long nextAt = Long.MAX_VALUE;
        private int waits;
        private int resets;
        private boolean closed;

        @Override
        public void sent(byte[] frame) {
            sent.add(frame);
        }

        @Override
        public Optional<byte[]> arrived(Moment now) {
            if (time >= nextAt) {
                nextAt = Long.MAX_VALUE;
                return Optional.of(frame(0xAA));
            }
            return Optional.ofNullable(answers.poll()).map(NetworkTests::frame);
        }

        @Override
        public boolean live() {
            return live;
        }

        @Override
        public Optional<Doorbell> bell() {
            return Optional.of(this);
        }

        @Override
        public void ring() {}

        @Override
        public void await(long nanos) {
            waits++;
            time = Math.min(time + nanos, Math.max(time, nextAt));
        }

        @Override
        public void reset() {
            resets++;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private static byte[] frame(int mark) {
        byte[] frame = new byte[NetworkPort.HEADER];
        frame[0] = (byte) mark;
        return frame;
    }

    /** A machine that idles, wakes for each frame and notes when it came, and has something to do every so often. */
    private Machine machine(HostNetwork network, long period) {
        MachineBuilder builder = new MachineBuilder("toy", 1_000_000_000).hostTime(() -> host.time);
        AddressSpace mem = new AddressSpace("mem", 16, 8, ByteOrder.LITTLE, false);
        builder.space(mem).hart("cpu", ToyEngine.hart(mem, (hart, pc) -> idle(hart)));
        InterruptLine line = builder.wire(builder.harts().getFirst(), 0, 0);
        Network cable = builder.network(network);
        var clock = builder.partClock();
        cable.onFrame(() -> {
            cable.receive().ifPresent(frame -> seen.add((frame[0] & 0xFF) + " at " + clock.now()));
            line.set(true);
            line.set(false);
        });
        if (period > 0) {
            clock.at(period, new Runnable() {
                @Override
                public void run() {
                    clock.at(clock.now() + period, this);
                    line.set(true);
                    line.set(false);
                }
            });
        }
        return builder.build();
    }

    private static Optional<Stop> idle(Hart hart) {
        hart.await();
        return Optional.empty();
    }

    @Test
    void sends_what_is_a_frame_and_loses_what_is_none() {
        Network cable = new Network(host);
        byte[] frame = frame(1);
        cable.send(frame);
        frame[0] = 9;
        cable.send(new byte[NetworkPort.HEADER - 1]);
        cable.send(new byte[NetworkPort.LONGEST]);
        cable.send(new byte[NetworkPort.LONGEST + 1]);
        assertThat(host.sent).extracting(sent -> sent.length).containsExactly(14, 1514);
        assertThat(host.sent.getFirst()[0]).isEqualTo((byte) 1);
    }

    @Test
    void takes_no_more_from_the_host_than_a_device_may_leave_waiting() {
        Network cable = new Network(host);
        for (int i = 0; i < 100; i++) {
            host.answers.add(i);
        }
        cable.pickUp(new Moment(0, 0, false));
        assertThat(host.answers).hasSize(100 - Network.ROOM);
        cable.receive();
        cable.pickUp(new Moment(1, 0, false));
        assertThat(host.answers).hasSize(99 - Network.ROOM);
    }

    @Test
    void gives_what_the_host_answers_at_once_to_a_machine_that_idles() {
        host.answers.add(1);
        Machine machine = machine(host, 0);
        assertThat(machine.run(Limits.NONE)).isEqualTo(new Outcome.IdleForever());
        assertThat(seen).containsExactly("1 at 0");
        assertThat(host.waits).isZero();
    }

    @Test
    void skips_idle_time_while_nothing_can_come_by_itself() {
        machine(host, 5 * MILLISECOND).run(Limits.instructions(10));
        assertThat(host.waits).isZero();
        assertThat(host.time).isZero();
    }

    @Test
    void gives_the_host_as_much_time_as_passes_for_a_guest_that_idles_while_frames_may_come() {
        host.live = true;
        Machine machine = machine(host, 5 * MILLISECOND);
        machine.run(Limits.instructions(11));
        assertThat(host.time)
                .isBetween(machine.clock().now() - MILLISECOND, machine.clock().now());
    }

    @Test
    void saves_up_waits_that_are_too_short_to_sleep_for() {
        host.live = true;
        Machine machine = machine(host, MILLISECOND / 10);
        machine.run(Limits.instructions(101));
        assertThat(host.time)
                .isBetween(machine.clock().now() - MILLISECOND, machine.clock().now());
        assertThat(host.waits).isLessThan(15);
    }

    @Test
    void wakes_the_machine_at_the_time_at_which_a_frame_came() {
        host.live = true;
        host.nextAt = 7 * MILLISECOND;
        machine(host, 5 * MILLISECOND).run(Limits.instructions(5));
        assertThat(seen).singleElement().asString().startsWith("170 at 7");
    }

    @Test
    void waits_without_end_for_a_frame_that_may_come_but_no_longer_than_the_run_may_take() {
        host.live = true;
        Machine machine = machine(host, 0);
        assertThat(machine.run(Limits.NONE.within(3000 * MILLISECOND))).isEqualTo(new Outcome.TimeReached());
        assertThat(host.time).isEqualTo(3000 * MILLISECOND);
    }

    @Test
    void repeats_a_run_from_its_log() {
        host.live = true;
        host.answers.add(3);
        host.nextAt = 7 * MILLISECOND;
        Machine machine = machine(host, 5 * MILLISECOND);
        InputLog log = new InputLog();
        machine.record(log::add);
        machine.run(Limits.instructions(20));
        List<String> first = List.copyOf(seen);
        assertThat(first).hasSize(2);

        seen.clear();
        Machine again = machine(new ReplayedNetwork(InputLog.parse(log.toText())), 5 * MILLISECOND);
        again.run(Limits.instructions(20));
        assertThat(seen).isEqualTo(first);
        assertThat(again.save()).isEqualTo(machine.save());
    }

    @Test
    void saves_the_frames_that_nobody_has_taken() {
        Network cable = new Network(host);
        host.answers.add(5);
        host.answers.add(6);
        cable.pickUp(new Moment(0, 0, false));
        Network other = new Network(host);
        other.load(cable.save());
        assertThat(other.save()).isEqualTo(cable.save());
        assertThat(other.receive().orElseThrow()[0]).isEqualTo((byte) 5);
        assertThat(host.resets).isEqualTo(1);
    }

    @Test
    void refuses_a_state_that_is_none_and_stays_as_it_was() {
        Network cable = new Network(host);
        host.answers.add(5);
        cable.pickUp(new Moment(0, 0, false));
        StateTree before = cable.save();
        StateTree crowd = StateTree.EMPTY;
        for (int i = 0; i <= Network.ROOM; i++) {
            crowd = crowd.with(Integer.toString(i), frame(i));
        }
        for (StateTree bad : List.of(crowd, before.with("1", new byte[3]), before.with("1", 7))) {
            assertThatIllegalArgumentException().isThrownBy(() -> cable.load(bad));
        }
        assertThat(cable.save()).isEqualTo(before);
    }

    @Test
    void drops_at_power_on_what_was_meant_for_the_machine_before() {
        Machine machine = machine(host, 0);
        machine.powerOn();
        assertThat(host.resets).isEqualTo(1);
        machine.close();
        assertThat(host.closed).isTrue();
    }

    @Test
    void lets_no_wait_for_a_pipe_keep_frames_from_coming() {
        StringBuilder typed = new StringBuilder();
        boolean[] ready = {false};
        MachineBuilder builder = new MachineBuilder("toy", 1_000_000_000).hostTime(() -> host.time);
        AddressSpace mem = new AddressSpace("mem", 16, 8, ByteOrder.LITTLE, false);
        builder.space(mem).hart("cpu", ToyEngine.hart(mem, (hart, pc) -> Optional.empty()));
        builder.network(host);
        Console console = builder.console(
                new PipedInput(
                        () -> {
                            assertThat(ready[0]).isTrue();
                            ready[0] = false;
                            return 'x';
                        },
                        () -> ready[0]),
                value -> {});
        console.onInput(() -> typed.append((char) console.read()));
        host.live = true;
        Machine machine = builder.build();
        machine.run(Limits.instructions(2 * Polls.MOST_TICKS));
        for (int i = 0; i < 2 * PipedInput.PATIENCE; i++) {
            assertThat(console.ready()).isFalse();
        }
        ready[0] = true;
        machine.run(Limits.instructions(2 * Polls.MOST_TICKS));
        assertThat(typed).hasToString("x");
    }
}
