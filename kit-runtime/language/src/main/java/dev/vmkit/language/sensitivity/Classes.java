package dev.vmkit.language.sensitivity;

import dev.vmkit.language.isa.Privilege.Setting;
import java.util.List;
import java.util.Set;

/**
 * What an instruction is, where a kernel written for the one mode of a pair runs in the other. The definitions are Popek and
 * Goldberg's, state by state: what is sensitive does no harm in a state in which it traps.
 *
 * @param low, high what it may do in each mode
 * @param control what it may change of the processor's control in the high mode from states in which it does not trap in the
 *     low one
 * @param differences what it may leave different in the two modes from states that differ in the mode alone, the mode
 *     itself aside, where it traps in neither
 * @param mayTrapOnlyHigh whether there may be states from which it completes in the low mode and traps in the high one
 * @param mediated whether what it finds in memory depends on the mode by way of address translation or protection
 * @param settings what makes it trap in the low mode where it otherwise does not; each does by itself
 */
public record Classes(
        InstructionCase what,
        InMode low,
        InMode high,
        Set<String> control,
        Set<String> differences,
        boolean mayTrapOnlyHigh,
        boolean mediated,
        List<Setting> settings) {
    public Classes {
        control = Set.copyOf(control);
        differences = Set.copyOf(differences);
        settings = List.copyOf(settings);
    }

    /** It always traps in the low mode and may complete in the high one. */
    public boolean isPrivileged() {
        return !low.completes() && high.completes();
    }

    /** It traps in both modes, such as a call of the kernel. */
    public boolean trapsAlways() {
        return !low.completes() && !high.completes();
    }

    /** It may change the processor's control, in either mode. */
    public boolean isControlSensitive() {
        return !low.controls().isEmpty() || !high.controls().isEmpty();
    }

    /** It may do something else in the one mode than in the other, and does not trap. */
    public boolean isModeSensitive() {
        return !differences.isEmpty() || mayTrapOnlyHigh;
    }

    /** A program may learn from it where its memory lies. */
    public boolean isLocationSensitive() {
        return !low.locations().isEmpty() || !high.locations().isEmpty();
    }

    /** A program may learn from it of control, of the time, or of the world outside. */
    public boolean isResourceSensitive() {
        return !low.resources().isEmpty() || !high.resources().isEmpty();
    }

    public boolean isSensitive() {
        return isControlSensitive() || isModeSensitive() || isLocationSensitive() || isResourceSensitive();
    }

    /** Sensitive in a state in which it does not trap in the low mode, so that a monitor would not learn of it. */
    public boolean isCritical() {
        return low.completes() && (isUserSensitive() || isModeSensitive() || !control.isEmpty());
    }

    /** Critical, and no setting makes it trap. */
    public boolean isCriticalWhateverIsSet() {
        return isCritical() && settings.isEmpty();
    }

    /** Sensitive where it completes in the low mode, even if only that mode is looked at. */
    public boolean isUserSensitive() {
        return low.completes() && low.isSensitive();
    }

    /** A monitor has nothing to do with it. */
    public boolean isInnocuous() {
        return !isSensitive() && !isPrivileged() && !trapsAlways();
    }
}
