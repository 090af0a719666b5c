package dev.vmkit.machine.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmkit.api.InterruptLine;
import dev.vmkit.api.Surface.Picture;
import dev.vmkit.language.isa.ByteOrder;
import dev.vmkit.machine.hart.Hart;
import dev.vmkit.machine.memory.AddressSpace;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToLongBiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A machine and its input: scripted, from a pipe, typed by a person, from a log; and how runs end when it has ended. */
class MachineInputTests extends ToyMachine {
    private final StringBuilder shown = new StringBuilder();

    /** Reads whatever is there, one byte an instruction, and shows it. */
    private Machine echo(HostInput input) {
        Console console = builder.console(input, value -> shown.append((char) value));
        return machine((hart, pc) -> {
            if (console.ready()) {
                console.write(console.read());
            }
            return go();
        });
    }

    @Test
    void has_scripted_input_there_as_soon_as_the_guest_asks() {
        Machine machine = echo(new ScriptedInput("abc".getBytes(StandardCharsets.US_ASCII)));
        machine.run(Limits.instructions(3));
        assertThat(shown).hasToString("abc");
    }

    @Test
    void reads_a_pipe_only_for_a_guest_that_asks_again_and_again() {
        AtomicLong reads = new AtomicLong();
        Machine machine = echo(new PipedInput(() -> reads.incrementAndGet() > 2 ? -1 : 'x', () -> true));
        machine.run(Limits.instructions(PipedInput.PATIENCE - 1));
        assertThat(reads).hasValue(0);
        machine.run(Limits.instructions(1));
        assertThat(shown).hasToString("x");
        machine.run(Limits.instructions(10_000));
        assertThat(shown).hasToString("xx");
        assertThat(reads).hasValue(3);
    }

    @Test
    void does_not_read_a_pipe_for_a_guest_that_looks_before_it_prints() {
        AtomicLong reads = new AtomicLong();
        Console console = builder.console(new PipedInput(() -> (int) reads.incrementAndGet(), () -> true), value -> {});
        Machine machine = machine((hart, pc) -> {
            console.ready();
            console.write('.');
            return go();
        });
        machine.run(Limits.instructions(10_000));
        assertThat(reads).hasValue(0);
    }

    @Test
    void waits_for_the_pipe_when_all_harts_idle_and_tells_the_device() {
        String text = "hi";
        AtomicLong next = new AtomicLong();
        Console console = builder.console(
                new PipedInput(
                        () -> next.get() < text.length() ? text.charAt((int) next.getAndIncrement()) : -1, () -> true),
                value -> shown.append((char) value));
        Hart hart = ToyEngine.hart(mem, (h, pc) -> idle(h));
        builder.hart("cpu", hart);
        InterruptLine line = builder.wire(builder.harts().getFirst(), 0, 0);
        console.onInput(() -> {
            line.set(true);
            console.write(console.read());
            line.set(false);
        });
        assertThat(builder.build().run(Limits.NONE)).isEqualTo(new Outcome.IdleForever());
        assertThat(shown).hasToString("hi");
    }

    @Test
    void ends_when_the_guest_does_nothing_but_ask_for_input_that_has_ended() {
        Machine machine = echo(new PipedInput(() -> -1, () -> true));
        assertThat(machine.run(Limits.instructions(1_000_000))).isEqualTo(new Outcome.InputEnded());
    }

    /** Asks in vain a thousand times a second; {@code shows} is told how often it has, and where to play, and gives a colour. */
    private static Machine asking(ToLongBiFunction<Long, Loudspeaker> shows) {
        AddressSpace memory = new AddressSpace("mem", 16, 8, ByteOrder.LITTLE, false);
        MachineBuilder slow = new MachineBuilder("toy", 1_000).space(memory);
        AtomicLong asked = new AtomicLong();
        AtomicLong colour = new AtomicLong();
        slow.display("screen").show(() -> {
            Picture picture = new Picture(1, 1);
            picture.set(0, 0, colour.intValue());
            return picture;
        });
        Loudspeaker speaker = slow.speaker("speaker");
        Console console = slow.console(new PipedInput(() -> -1, () -> true), value -> {});
        slow.hart("cpu", ToyEngine.hart(memory, (hart, pc) -> {
            console.ready();
            colour.set(shows.applyAsLong(asked.incrementAndGet(), speaker));
            return go();
        }));
        return slow.build();
    }

    @Test
    void with_a_picture_it_ends_then_when_the_guest_draws_no_more() {
        Machine machine = asking((asked, _) -> Math.min(asked, 25_000));
        assertThat(machine.run(Limits.instructions(1_000_000))).isEqualTo(new Outcome.InputEnded());
        assertThat(machine.clock().ticks()).isBetween(25_000L, 50_000L);
    }

    @ParameterizedTest
    @ValueSource(longs = {50, 125, 250, 500, 1_000, 1_250, 2_500, 4_000})
    void it_does_not_end_while_something_blinks(long half) {
        Machine machine = asking((asked, _) -> asked / half % 2);
        assertThat(machine.run(Limits.instructions(1_000_000))).isEqualTo(new Outcome.BudgetReached());
    }

    @Test
    void it_does_not_end_while_a_tune_is_played() {
        Machine machine = asking((asked, speaker) -> {
            if (asked % 250 == 0 && asked < 60_000) {
                speaker.play(asked / 250 % 2, 0, 1_000);
            }
            return 0;
        });
        assertThat(machine.run(Limits.instructions(1_000_000))).isEqualTo(new Outcome.InputEnded());
        assertThat(machine.clock().ticks()).isBetween(60_000L, 85_000L);
    }

    @Test
    void it_ends_at_the_same_time_if_somebody_stops_to_look() {
        Machine watched = asking((_, _) -> 0);
        watched.run(Limits.instructions(15_000));
        watched.run(Limits.NONE);
        Machine machine = asking((_, _) -> 0);
        machine.run(Limits.NONE);
        assertThat(watched.clock().ticks()).isEqualTo(machine.clock().ticks());
    }

    @Test
    void repeats_an_interactive_run_from_its_log() throws InterruptedException {
        InteractiveInput typed = new InteractiveInput();
        Machine machine = stamping(typed);
        InputLog recorded = new InputLog();
        machine.record(recorded::add);
        machine.run(Limits.instructions(Polls.MOST_TICKS));
        typed.offer('a');
        typed.offer('b');
        machine.run(Limits.instructions(3 * Polls.MOST_TICKS));
        typed.offer('c');
        machine.run(Limits.instructions(3 * Polls.MOST_TICKS));
        List<String> first = List.copyOf(log);
        assertThat(first).hasSize(3);

        InputLog replay = InputLog.parse(recorded.toText());
        log.clear();
        Machine again = stamping(new ReplayedInput(replay));
        InputLog recordedAgain = new InputLog();
        again.record(recordedAgain::add);
        again.run(Limits.instructions(7 * Polls.MOST_TICKS));
        assertThat(log).isEqualTo(first);
        assertThat(again.save()).isEqualTo(machine.save());
        assertThat(recordedAgain.toText()).isEqualTo(recorded.toText());
    }

    /** A machine that notes at which instruction it first sees each byte. */
    private Machine stamping(HostInput input) {
        MachineBuilder own = new MachineBuilder("stamping", GIGAHERTZ);
        own.space(mem);
        Console console = own.console(input, value -> {});
        own.hart("cpu", ToyEngine.hart(mem, (hart, pc) -> {
            if (console.ready()) {
                log.add((char) console.read() + " at " + hart.retired());
            }
            return go();
        }));
        return own.build();
    }

    @Test
    void waits_for_a_person_instead_of_spinning_and_ends_when_the_person_has_gone() throws InterruptedException {
        InteractiveInput typed = new InteractiveInput();
        Console console = builder.console(typed, value -> shown.append((char) value));
        console.onInput(() -> console.write(console.read()));
        Machine machine = machine((hart, pc) -> idle(hart));
        typed.offer('y');
        typed.end();
        assertThat(machine.run(Limits.NONE)).isEqualTo(new Outcome.IdleForever());
        assertThat(shown).hasToString("y");
    }

    @Test
    void flushes_output_before_it_waits_and_when_it_ends() {
        List<String> calls = new ArrayList<>();
        builder.console(HostInput.NONE, new HostOutput() {
            @Override
            public void write(int value) {
                calls.add("write");
            }

            @Override
            public void flush() {
                calls.add("flush");
            }
        });
        machine((hart, pc) -> idle(hart)).run(Limits.NONE);
        assertThat(calls).containsExactly("flush", "flush");
    }

    @Test
    void refuses_an_input_log_that_is_none() {
        assertThatThrownBy(() -> InputLog.parse("1 2 idle console 03\nx\n")).hasMessageContaining("line 2");
        assertThatThrownBy(() -> InputLog.parse("1 2 idle network " + "00".repeat(13)))
                .hasMessageContaining("line 1");
        assertThatThrownBy(() -> InputLog.parse("1 2 idle network " + "00".repeat(1515)))
                .hasMessageContaining("line 1");
        assertThatThrownBy(() -> InputLog.parse("5 0 idle console 01\n4 0 idle console 01\n"))
                .hasMessageContaining("line 2");
    }

    @Test
    void waits_for_nobodys_time_while_others_compute() {
        AtomicLong asked = new AtomicLong();
        builder.hostTime(asked::incrementAndGet);
        builder.console(new InteractiveInput(), value -> {});
        Machine machine = machine((hart, pc) -> idle(hart));
        assertThat(machine.run(Limits.instructions(10).orIdle())).isEqualTo(new Outcome.Waiting());
        long before = machine.clock().now();
        long askedBefore = asked.get();
        assertThat(machine.restAside(1_000_000_000)).isTrue();
        assertThat(machine.clock().now() - before).isEqualTo(1_000_000_000);
        assertThat(asked).hasValue(askedBefore);
    }
}
