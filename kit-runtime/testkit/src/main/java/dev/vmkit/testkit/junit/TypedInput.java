package dev.vmkit.testkit.junit;

import dev.vmkit.machine.board.HostInput;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;

/** Input that a test adds to as it goes. */
final class TypedInput implements HostInput {
    private final ArrayDeque<Integer> waiting = new ArrayDeque<>();

    void add(String text) {
        for (byte value : text.getBytes(StandardCharsets.UTF_8)) {
            waiting.addLast(value & 0xFF);
        }
    }

    @Override
    public int asked() {
        return waiting.isEmpty() ? NOTHING : waiting.removeFirst();
    }

    @Override
    public int arrived(dev.vmkit.machine.board.Moment now) {
        return asked();
    }

    @Override
    public int awaited(boolean last) {
        return asked();
    }
}
