package dev.vmkit.api;

/** Ends or restarts the machine, after the current instruction. */
@Stable(Use.CALL)
public interface PowerSwitch {
    /**
     * Switches the machine off.
     *
     * @param status the guest's verdict: 0 for success, otherwise its error number
     */
    void off(int status);

    /** Resets the machine: harts and devices start as after power-on, memory keeps its contents. */
    void reset();
}
