package dev.vmkit.machine.trace;

import dev.vmkit.language.isa.Space;
import dev.vmkit.machine.hart.Hart;
import dev.vmkit.machine.memory.AddressSpace;
import dev.vmkit.machine.memory.Bytes;
import dev.vmkit.machine.memory.Mapping;
import dev.vmkit.machine.memory.Ram;
import dev.vmkit.machine.trace.TraceEvent.MemoryWrite;
import java.util.ArrayList;
import java.util.List;

/** Notes every write to the memory of a hart, through the observers that also serve self-modifying code. */
final class WriteLog {
    private record Written(AddressSpace space, Mapping mapping, int offset, int length) {}

    private final List<Written> written = new ArrayList<>();

    WriteLog(Hart hart) {
        hart.isa().model().spaces().values().stream()
                .map(Space::name)
                .map(hart::space)
                .distinct()
                .forEach(this::watch);
    }

    private void watch(AddressSpace space) {
        for (Mapping mapping : space.mappings()) {
            if (mapping.region() instanceof Ram ram) {
                ram.observe((r, offset, length) -> note(new Written(space, mapping, offset, length), r));
                for (int page = 0; page < ram.pages(); page++) {
                    ram.watch(page);
                }
            }
        }
    }

    private void note(Written write, Ram ram) {
        written.add(write);
        int last = (write.offset() + write.length() - 1) >>> Ram.PAGE_SHIFT;
        for (int page = write.offset() >>> Ram.PAGE_SHIFT; page <= last; page++) {
            ram.watch(page);
        }
    }

    void clear() {
        written.clear();
    }

    /** What was written since {@link #clear}, with the values that are there now. */
    List<MemoryWrite> list() {
        List<MemoryWrite> writes = new ArrayList<>();
        for (Written w : written) {
            byte[] bytes = ((Ram) w.mapping().region()).bytes();
            for (int done = 0; done < w.length(); ) {
                int width = widest(w.length() - done);
                long address =
                        w.mapping().start() + (w.offset() + done) / w.space().unitBytes();
                long value =
                        Bytes.get(bytes, w.offset() + done, width, w.space().big());
                writes.add(new MemoryWrite(w.space().name(), address, width, value));
                done += width / 8;
            }
        }
        return writes;
    }

    /** The widest access within some bytes, in bits. */
    private static int widest(int bytes) {
        return 8 * Integer.highestOneBit(Math.min(bytes, 8));
    }
}
