package dev.vmkit.plugins.devices;

import dev.vmkit.api.ByteStream;
import dev.vmkit.api.Device;
import dev.vmkit.api.DeviceContext;
import dev.vmkit.api.StateTree;

/**
 * A serial port after National Semiconductor's data sheet "PC16550D Universal Asynchronous Receiver/Transmitter with
 * FIFOs" (June 1995), section 8. A character is sent the moment it is written, so the transmitter is always empty; a
 * character stays on the line until the guest looks for it or has enabled its interrupt, and there is room, so none is lost
 * outside of loopback, not even those that come before the guest clears its FIFO. Words always have 8 bits.
 */
final class Uart16550 implements Device {
    private final ByteStream stream;
    private final long stride;
    private final Receiver receiver;
    private final Modem modem = new Modem();
    private final InterruptLogic interrupts;
    private int divisor;
    private int lineControl;
    private int scratch;

    Uart16550(DeviceContext context) {
        stream = context.stream("serial");
        stride = context.parameters().number("stride");
        receiver = new Receiver(context.clock(), context.parameters().number("clock"), this::update);
        interrupts = new InterruptLogic(context.interrupt("irq"), receiver, modem);
        stream.onInput(this::fillIfAwaited);
        reset();
    }

    /** The registers an access covers, one a byte lane; bytes between registers read 0. */
    @Override
    public long read(long offset, int width) {
        long value = 0;
        for (int lane = 0; lane < width / 8; lane++) {
            long at = offset + lane;
            if (at % stride == 0) {
                value |= (long) read((int) (at / stride)) << 8 * lane;
            }
        }
        return value;
    }

    @Override
    public void write(long offset, int width, long value) {
        for (int lane = 0; lane < width / 8; lane++) {
            long at = offset + lane;
            if (at % stride == 0) {
                write((int) (at / stride), (int) (value >>> 8 * lane) & 0xFF);
            }
        }
    }

    private boolean divisorLatch() {
        return (lineControl & 0x80) != 0;
    }

    private int read(int register) {
        int value = switch (register) {
            case 0 -> divisorLatch() ? divisor & 0xFF : receive();
            case 1 -> divisorLatch() ? divisor >>> 8 : interrupts.enabled();
            case 2 -> identifyInterrupt();
            case 3 -> lineControl;
            case 4 -> modem.control();
            case 5 -> lineStatus();
            case 6 -> modem.takeStatus();
            case 7 -> scratch;
            default -> 0;
        };
        update();
        return value;
    }

    private void write(int register, int value) {
        switch (register) {
            case 0 -> {
                if (divisorLatch()) {
                    divisor = divisor & 0xFF00 | value;
                } else {
                    transmit(value);
                }
            }
            case 1 -> {
                if (divisorLatch()) {
                    divisor = divisor & 0xFF | value << 8;
                } else {
                    interrupts.enable(value);
                    fillIfAwaited();
                }
            }
            case 2 -> receiver.control(value);
            case 3 -> lineControl = value;
            case 4 -> modem.control(value);
            case 7 -> scratch = value;
            default -> {
                // Line status and modem status are for factory testing (8.4, 8.8): writes are ignored.
            }
        }
        receiver.characterTime(divisor, lineControl);
        update();
    }

    /** RBR. The next character is fetched at once only if an interrupt is to announce it. */
    private int receive() {
        fill();
        int value = receiver.take();
        fillIfAwaited();
        return value;
    }

    private int identifyInterrupt() {
        fillIfAwaited();
        return interrupts.identify();
    }

    private int lineStatus() {
        fill();
        return receiver.takeStatus() | InterruptLogic.TRANSMITTER_EMPTY;
    }

    private void transmit(int value) {
        if (modem.loopback()) {
            receiver.put(value);
        } else {
            stream.write(value);
        }
        interrupts.transmitted();
    }

    private void fillIfAwaited() {
        if (interrupts.awaitsData()) {
            fill();
        }
    }

    private void fill() {
        while (!modem.loopback() && receiver.hasRoom() && stream.ready()) {
            receiver.put(stream.read());
        }
        update();
    }

    private void update() {
        interrupts.drive();
    }

    /** MR, section 8.1 table III. */
    @Override
    public void reset() {
        lineControl = 0;
        divisor = 0;
        scratch = 0;
        receiver.reset();
        modem.reset();
        interrupts.reset();
        receiver.characterTime(divisor, lineControl);
        update();
    }

    @Override
    public StateTree save() {
        return StateTree.EMPTY
                .with("divisor", divisor)
                .with("lcr", lineControl)
                .with("scr", scratch)
                .with("receiver", receiver.save())
                .with("modem", modem.save())
                .with("interrupts", interrupts.save());
    }

    @Override
    public void load(StateTree state) {
        int newDivisor = (int) state.number("divisor", 0, 0xFFFF);
        int newLineControl = (int) state.number("lcr", 0, 0xFF);
        int newScratch = (int) state.number("scr", 0, 0xFF);
        Receiver.check(state.tree("receiver"));
        Modem.check(state.tree("modem"));
        InterruptLogic.check(state.tree("interrupts"));
        divisor = newDivisor;
        lineControl = newLineControl;
        scratch = newScratch;
        modem.load(state.tree("modem"));
        interrupts.load(state.tree("interrupts"));
        receiver.characterTime(divisor, lineControl);
        receiver.load(state.tree("receiver"));
        update();
    }
}
