package dev.vmkit.api;

import org.pf4j.ExtensionPoint;

/**
 * A kind of device, written in Java. Its YAML file names this class ({@code class:}) and declares its parameters,
 * connections and registers; a device that needs no Java has its behaviour in that file instead. Needs a public
 * constructor without arguments and keeps no state: machines share it.
 */
@Stable(Use.IMPLEMENT)
public interface DeviceModel extends ExtensionPoint {
    /**
     * Makes a device for one machine, in its state after reset.
     *
     * @throws IllegalArgumentException with a message for the learner, if the parameters do not fit each other
     */
    Device create(DeviceContext context);
}
