package dev.vmkit.api;

/** Something whose state can be written down and taken up again. */
@Stable(Use.IMPLEMENT)
public interface Snapshotable {
    /** Everything that decides future behaviour, as a plain tree of named values. Changes nothing. */
    StateTree save();

    /**
     * Takes up a saved state. The tree may come from anywhere: check every value before any is used.
     *
     * @throws IllegalArgumentException if it is not a state of this thing; then nothing has changed
     */
    void load(StateTree state);
}
