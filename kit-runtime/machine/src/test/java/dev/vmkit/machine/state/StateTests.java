package dev.vmkit.machine.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmkit.api.Snapshotable;
import dev.vmkit.api.StateTree;
import dev.vmkit.machine.memory.Ram;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StateTests {
    private final Ram ram = new Ram(0x2800, 1, true);
    private final RamState memory = new RamState(ram);

    @Test
    void pagesOfZerosAreLeftOut() {
        ram.bytes()[0x1010] = 5;
        ram.bytes()[0x27FF] = 6;

        assertThat(memory.save().tree("pages").values()).containsOnlyKeys("0x00001000", "0x00002000");
        assertThat(memory.save().tree("pages").bytes("0x00002000")).hasSize(0x800);
    }

    @Test
    void memoryComesBackAndWhoWatchesIsToldOnlyWhereItChanges() {
        ram.bytes()[0x1010] = 5;
        StateTree saved = memory.save();
        ram.bytes()[0x1010] = 7;
        ram.bytes()[0x20] = 8;
        StringBuilder told = new StringBuilder();
        ram.observe((r, offset, length) -> told.append(offset).append(' '));
        ram.watch(0);
        ram.watch(1);
        ram.watch(2);

        memory.load(saved);

        assertThat(ram.bytes()[0x1010]).isEqualTo((byte) 5);
        assertThat(ram.bytes()[0x20]).isZero();
        assertThat(told.toString()).isEqualTo("0 4096 ");
    }

    @Test
    void aStateThatIsNoneOfThisMemoryChangesNothing() {
        ram.bytes()[0] = 9;
        StateTree good = memory.save();

        for (StateTree bad : new StateTree[] {
            StateTree.EMPTY,
            good.with("bytes", 0x2000),
            good.with("pages", pages("0x00000800", 4096)),
            good.with("pages", pages("0x00003000", 4096)),
            good.with("pages", pages("-4096", 4096)),
            good.with("pages", pages("first", 4096)),
            good.with("pages", pages("0x00002000", 4096)),
            good.with("pages", StateTree.EMPTY.with("0x00000000", 1))
        }) {
            assertThatThrownBy(() -> memory.load(bad)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(ram.bytes()[0]).isEqualTo((byte) 9);
    }

    private static StateTree pages(String name, int length) {
        return StateTree.EMPTY.with(name, new byte[length]);
    }

    @Test
    void differencesAreNamedAndReadable() {
        ram.bytes()[0x1010] = 5;
        StateTree left = whole(memory.save(), 1);
        ram.bytes()[0x1012] = 6;
        ram.bytes()[0x0003] = 7;
        StateTree right = whole(memory.save(), 2);

        assertThat(StateDifference.between(left, right))
                .extracting(StateDifference::toString)
                .containsExactly(
                        "hart 0 x5: 0x1 / 0x2",
                        "ram pages 0x00000000 + 0x3: 0x0 / 0x7",
                        "ram pages 0x00001000 + 0x12: 0x0 / 0x6");
        assertThat(StateDifference.between(left, left)).isEmpty();
    }

    private static StateTree whole(StateTree ram, long x5) {
        return StateTree.EMPTY
                .with("ram", ram)
                .with("hart 0", StateTree.EMPTY.with("isa", "tiny").with("x5", x5));
    }

    @Test
    void equalStatesHaveEqualHashesInWhateverOrderTheyWerePut() {
        StateTree one = StateTree.EMPTY.with("a", 1).with("b", "text");
        StateTree other = StateTree.EMPTY.with("b", "text").with("a", 1);

        assertThat(StateHash.of(one)).isEqualTo(StateHash.of(other)).hasSize(64);
        assertThat(StateHash.of(one)).isNotEqualTo(StateHash.of(one.with("a", 2)));
        assertThat(StateHash.of(StateTree.EMPTY))
                .as("printf 'vmkit state 1\\n\\0\\0\\0\\0' | sha256sum")
                .isEqualTo("1fdbbe08e81d204923b79abffa0576aa029262f63ed913279fd4d86793d54073");
    }

    @Test
    void aStateSurvivesBeingWrittenAndRead() throws IOException {
        ram.bytes()[0x1010] = 5;
        StateTree state = whole(memory.save(), -1).with("empty", StateTree.EMPTY);

        assertThat(StateCodec.read(new ByteArrayInputStream(bytes(state)))).isEqualTo(state);
    }

    @Test
    void bytesThatAreNoStateAreRefused() throws IOException {
        byte[] good = bytes(whole(memory.save(), 1));

        for (int length = 0; length < good.length; length++) {
            refused(Arrays.copyOf(good, length));
        }
        refused(Arrays.copyOf(good, good.length + 1));
        int count = "vmkit state 1\n".length();
        for (int b = 0; b < 4; b++) {
            byte[] bad = good.clone();
            bad[count + b] = (byte) 0xFF;
            refused(bad);
        }
    }

    private static void refused(byte[] bytes) {
        assertThatThrownBy(() -> StateCodec.read(new ByteArrayInputStream(bytes)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aStateThatIsNestedTooDeepIsRefused() throws IOException {
        StateTree tree = StateTree.EMPTY;
        for (int i = 0; i < 40; i++) {
            tree = StateTree.EMPTY.with("in", tree);
        }
        byte[] bytes = bytes(tree);

        assertThatThrownBy(() -> StateCodec.read(new ByteArrayInputStream(bytes)))
                .hasMessage("too many levels");
    }

    private static byte[] bytes(StateTree state) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StateCodec.write(state, out);
        return out.toByteArray();
    }

    @Test
    void ifOnePartRefusesNoPartChanges() {
        Map<String, Snapshotable> parts = new LinkedHashMap<>();
        parts.put("ram", memory);
        parts.put("small", new RamState(new Ram(0x10, 1, true)));
        CompositeState all = new CompositeState(parts);
        ram.bytes()[1] = 1;
        StateTree saved = all.save();
        ram.bytes()[1] = 2;

        StateTree bad = saved.with("small", StateTree.EMPTY.with("bytes", 3));

        assertThatThrownBy(() -> all.load(bad)).hasMessage("small: bytes is 3, not within 16 to 16");
        assertThat(ram.bytes()[1]).isEqualTo((byte) 2);
        all.load(saved);
        assertThat(ram.bytes()[1]).isEqualTo((byte) 1);
        assertThatThrownBy(() -> all.load(StateTree.EMPTY)).hasMessageContaining("not of [ram, small]");
    }
}
