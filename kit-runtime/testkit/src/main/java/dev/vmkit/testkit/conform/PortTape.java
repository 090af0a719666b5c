package dev.vmkit.testkit.conform;

import dev.vmkit.machine.memory.Window;
import java.util.ArrayList;
import java.util.List;

/** A space of ports that gives what a vector says is read, and keeps what really goes over it. */
final class PortTape implements Window {
    private final long size;
    private List<Vector.Transfer> expected = List.of();
    private final List<Vector.Transfer> done = new ArrayList<>();

    /** @param size how many ports there are */
    PortTape(long size) {
        this.size = size;
    }

    @Override
    public long size() {
        return size;
    }

    /** From now on this is expected. */
    void expect(List<Vector.Transfer> transfers) {
        expected = transfers;
        done.clear();
    }

    /** What went over the ports since then. */
    List<Vector.Transfer> done() {
        return done;
    }

    @Override
    public long read(long offset, int width) {
        int next = done.size();
        long value = next < expected.size() && !expected.get(next).write()
                ? expected.get(next).value()
                : 0;
        done.add(new Vector.Transfer(offset, value, false));
        return value;
    }

    @Override
    public void write(long offset, int width, long value) {
        done.add(new Vector.Transfer(offset, value, true));
    }
}
