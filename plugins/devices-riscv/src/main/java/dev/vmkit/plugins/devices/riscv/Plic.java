package dev.vmkit.plugins.devices.riscv;

import dev.vmkit.api.DeviceContext;
import dev.vmkit.api.InterruptController;
import dev.vmkit.api.StateTree;
import java.util.ArrayList;
import java.util.List;

/**
 * The platform-level interrupt controller: {@link Sources} that devices raise, and two {@link Context}s a hart, machine
 * mode and supervisor mode, each of which takes what is most urgent among the sources that it has enabled.
 */
final class Plic implements InterruptController {
    private static final long PENDING = 0x1000;
    private static final long ENABLE = 0x2000;
    private static final long ENABLE_STRIDE = 0x80;
    private static final long CONTEXT = 0x20_0000;
    private static final long CONTEXT_STRIDE = 0x1000;
    private static final int THRESHOLD = 0;
    private static final int CLAIM = 4;

    private final Sources sources = new Sources();
    private final List<Context> contexts = new ArrayList<>();

    Plic(DeviceContext context) {
        for (int hart = 0; hart < context.harts(); hart++) {
            contexts.add(new Context(sources, context.interrupt("machine", hart)));
            contexts.add(new Context(sources, context.interrupt("supervisor", hart)));
        }
    }

    @Override
    public void line(int number, boolean raised) {
        sources.line(number, raised);
        notifyHarts();
    }

    private void notifyHarts() {
        contexts.forEach(Context::drive);
    }

    /** Where no register is, and across two, 0 is read. */
    @Override
    public long read(long offset, int width) {
        if (offset % 4 != 0) {
            return 0;
        }
        if (offset >= CONTEXT) {
            return readContext((int) ((offset - CONTEXT) / CONTEXT_STRIDE), (int) (offset % CONTEXT_STRIDE));
        }
        if (offset >= ENABLE) {
            int context = (int) ((offset - ENABLE) / ENABLE_STRIDE);
            int word = (int) (offset % ENABLE_STRIDE / 4);
            return context < contexts.size() ? contexts.get(context).enabled(word) : 0;
        }
        return offset >= PENDING
                ? sources.pendingWord((int) (offset - PENDING) / 4)
                : sources.priority((int) offset / 4);
    }

    private long readContext(int number, int register) {
        if (number >= contexts.size()) {
            return 0;
        }
        Context context = contexts.get(number);
        return switch (register) {
            case THRESHOLD -> context.threshold();
            case CLAIM -> claim(context);
            default -> 0;
        };
    }

    private int claim(Context context) {
        int source = context.claim();
        notifyHarts();
        return source;
    }

    @Override
    public void write(long offset, int width, long value) {
        if (offset % 4 == 0) {
            writeWord(offset, (int) value);
            notifyHarts();
        }
    }

    private void writeWord(long offset, int value) {
        if (offset >= CONTEXT) {
            writeContext((int) ((offset - CONTEXT) / CONTEXT_STRIDE), (int) (offset % CONTEXT_STRIDE), value);
        } else if (offset >= ENABLE) {
            int context = (int) ((offset - ENABLE) / ENABLE_STRIDE);
            if (context < contexts.size()) {
                contexts.get(context).enable((int) (offset % ENABLE_STRIDE / 4), value);
            }
        } else if (offset < PENDING) {
            sources.priority((int) offset / 4, value);
        }
    }

    private void writeContext(int number, int register, int value) {
        if (number < contexts.size() && register == THRESHOLD) {
            contexts.get(number).threshold(value);
        } else if (number < contexts.size() && register == CLAIM) {
            contexts.get(number).complete(value);
        }
    }

    @Override
    public void reset() {
        sources.reset();
        contexts.forEach(Context::reset);
        notifyHarts();
    }

    @Override
    public StateTree save() {
        StateTree state = StateTree.EMPTY.with("sources", sources.save());
        for (int i = 0; i < contexts.size(); i++) {
            state = state.with("context" + i, contexts.get(i).save());
        }
        return state;
    }

    @Override
    public void load(StateTree state) {
        List<StateTree> saved = new ArrayList<>();
        for (int i = 0; i < contexts.size(); i++) {
            saved.add(Context.checked(state.tree("context" + i)));
        }
        sources.load(state.tree("sources")); // which checks it first
        for (int i = 0; i < contexts.size(); i++) {
            contexts.get(i).load(saved.get(i));
        }
        notifyHarts();
    }
}
