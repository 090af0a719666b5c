package dev.vmkit.api;

/** Virtual time. It advances with executed instructions alone, so that equal runs see equal times. */
@Stable(Use.CALL)
public interface Clock {
    /** Nanoseconds of virtual time since power-on. */
    long now();

    /**
     * Has something run when virtual time reaches {@code at}, between two instructions; at once after the current one if
     * that time has passed. Events of one time run in the order of the devices in the machine file, and those of one
     * device in the order it asked for them. Events are not part of a snapshot: a device asks again for its own when it
     * loads one.
     */
    Timer at(long at, Runnable event);

    /** Ticks a virtual second of the machine's time counter, within [1, 1,000,000,000]. */
    long timebase();

    /** The machine's time counter: ticks since power-on, the same number for every hart and device. */
    long time();

    /**
     * As {@link #at}, when the time counter reaches a value.
     *
     * @param time unsigned; one that is never reached has the event never run
     */
    Timer atTime(long time, Runnable event);
}
