package dev.vmkit.api;

/** A device that other devices interrupt, and which passes on what is urgent. Its YAML says which inputs it has. */
@Stable(Use.IMPLEMENT)
public interface InterruptController extends Device {
    /**
     * An input was raised or lowered; may repeat the level it has. All are low after power-on and reset. Loading a state
     * tells nothing: the levels of the inputs are part of the controller's own.
     *
     * @param number within the inputs that the YAML declares
     */
    void line(int number, boolean raised);
}
