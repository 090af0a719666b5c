package dev.vmkit.api;

/** A wire that asks for attention while it is raised. Level-triggered; setting the level it has changes nothing. */
@Stable(Use.CALL)
public interface InterruptLine {
    void set(boolean raised);
}
