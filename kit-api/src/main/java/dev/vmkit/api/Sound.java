package dev.vmkit.api;

/**
 * Where people hear a device: a buzzer, a loudspeaker. What is heard belongs to no state of the machine, which does the same
 * whether anybody listens or not; a device that loads a snapshot says again what it plays.
 */
@Experimental(Use.CALL)
public interface Sound {
    /**
     * From now on has 128 samples of a bit each heard over and over. What is heard already goes on as if nothing were asked.
     *
     * @param first the first 64 samples, the highest bit first
     * @param second the others
     * @param nanos how long each is; less than 1 counts as 1
     */
    void play(long first, long second, long nanos);

    /** From now on nothing is heard. */
    void silence();
}
