package dev.vmkit.machine.execute;

/** A step that is a tree of closures. */
final class ClosureStep extends Step {
    private final Frame frame;
    private final Action body;

    ClosureStep(Frame frame, Action body, int units, int cycles) {
        super(units, cycles);
        this.frame = frame;
        this.body = body;
    }

    @Override
    protected long run(Surroundings surroundings, long[] registers, long pc, long next) {
        frame.next = next;
        body.run(frame);
        return frame.next;
    }
}
