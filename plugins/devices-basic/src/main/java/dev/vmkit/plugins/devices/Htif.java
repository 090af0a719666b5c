package dev.vmkit.plugins.devices;

import dev.vmkit.api.ByteStream;
import dev.vmkit.api.Clock;
import dev.vmkit.api.Device;
import dev.vmkit.api.DeviceContext;
import dev.vmkit.api.DmaPort;
import dev.vmkit.api.StateTree;
import dev.vmkit.api.Timer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.OptionalLong;

/**
 * The host-target interface: a program writes a command into its own variable {@code tohost}, the host looks there now
 * and then, clears it, and answers in {@code fromhost}. It has no registers. The commands are those of the RISC-V
 * front-end server (riscv-isa-sim, fesvr): bits 63 to 56 device, 55 to 48 command, the rest payload.
 */
final class Htif implements Device {
    private static final int SYSTEM = 0;
    private static final int CONSOLE = 1;
    private static final int CONSOLE_READ = 0;
    private static final int CONSOLE_WRITE = 1;
    private static final long PAYLOAD = 0xFFFF_FFFF_FFFFL;
    private static final long NO_DEADLINE = -1;

    private final DeviceContext context;
    private final DmaPort memory;
    private final ByteStream console;
    private final Clock clock;
    private final long period;
    private final SystemCalls calls;
    private Timer timer = () -> {};
    private long deadline = NO_DEADLINE;
    private boolean reading;

    Htif(DeviceContext context) {
        this.context = context;
        memory = context.dma();
        console = context.stream("console");
        clock = context.clock();
        period = context.parameters().number("poll");
        calls = new SystemCalls(memory, console, context.power());
        reset();
    }

    @Override
    public void reset() {
        reading = false;
        pollAt(clock.now() + period);
    }

    private void pollAt(long at) {
        timer.cancel();
        deadline = at;
        timer = clock.at(at, this::poll);
    }

    private void poll() {
        deadline = NO_DEADLINE;
        OptionalLong command = address("tohost");
        if (command.isPresent()) {
            look(command.getAsLong());
            pollAt(clock.now() + period);
        }
    }

    private OptionalLong address(String name) {
        long given = context.parameters().number(name);
        return given != 0 ? OptionalLong.of(given) : context.symbol(name);
    }

    private void look(long tohost) {
        long command = load(tohost);
        if (command != 0) {
            store(tohost, 0);
            obey(command);
        }
        if (reading && console.ready()) {
            reading = false;
            answer(CONSOLE, CONSOLE_READ, 0x100 | console.read());
        }
    }

    private void obey(long command) {
        int device = (int) (command >>> 56);
        int code = (int) (command >>> 48) & 0xFF;
        long payload = command & PAYLOAD;
        if (device == SYSTEM && code == 0) {
            if (calls.call(payload)) {
                answer(SYSTEM, 0, 1);
            }
        } else if (device == CONSOLE && code == CONSOLE_WRITE) {
            console.write((int) payload & 0xFF);
        } else if (device == CONSOLE && code == CONSOLE_READ) {
            reading = true;
        }
    }

    private void answer(int device, int code, long payload) {
        address("fromhost").ifPresent(at -> store(at, (long) device << 56 | (long) code << 48 | payload));
    }

    private long load(long address) {
        byte[] bytes = new byte[8];
        return memory.read(address, bytes, 0, 8)
                ? ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong()
                : 0;
    }

    private void store(long address, long value) {
        byte[] bytes = new byte[8];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(value);
        memory.write(address, bytes, 0, 8);
    }

    @Override
    public long read(long offset, int width) {
        return 0;
    }

    @Override
    public void write(long offset, int width, long value) {
        // There are no registers.
    }

    @Override
    public StateTree save() {
        return StateTree.EMPTY.with("deadline", deadline).with("reading", reading ? 1 : 0);
    }

    @Override
    public void load(StateTree state) {
        long at = state.number("deadline", NO_DEADLINE, Long.MAX_VALUE);
        reading = state.flag("reading");
        timer.cancel();
        deadline = at;
        if (at != NO_DEADLINE) {
            pollAt(at);
        }
    }
}
