package dev.vmkit.machine.clock;

/** The stretch of instructions that runs right now. */
public interface Slice {
    /** Nothing runs. */
    Slice NONE = new Slice() {
        @Override
        public long executed() {
            return 0;
        }

        @Override
        public void stopWithin(long ticks) {}
    };

    /** Instructions executed since it began, without the one that is executing. */
    long executed();

    /** Something is due: end after at most this many instructions more, at the soonest after the one that is executing. */
    void stopWithin(long ticks);
}
