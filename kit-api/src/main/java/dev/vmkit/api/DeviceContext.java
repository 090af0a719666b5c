package dev.vmkit.api;

import java.util.OptionalLong;

/** All that a device is given. Names are those that the device's YAML declares; others are an error. */
@Stable(Use.CALL)
public interface DeviceContext {
    /** The device's name in the machine file, for messages. */
    String name();

    /** Values of the parameters, defaults filled in, checked against their declared types and ranges. */
    Parameters parameters();

    /** The interrupt output of that name; if the machine file leaves it unconnected, setting it does nothing. */
    InterruptLine interrupt(String name);

    /**
     * One wire of an interrupt output that has one for each hart ({@code per: hart}).
     *
     * @param hart within [0, {@link #harts})
     */
    InterruptLine interrupt(String name, int hart);

    /** How many harts the machine has. */
    int harts();

    /** The stream of characters of that name; if unconnected, nothing comes in and output is dropped. */
    ByteStream stream(String name);

    /** Access to the memory that the machine file grants. */
    DmaPort dma();

    /** Virtual time. */
    Clock clock();

    /** The block store of that name. */
    BlockStore store(String name);

    /** The network of that name; if unconnected, nothing comes in and frames are lost. */
    NetworkPort network(String name);

    /** The surface of that name, on which the device shows a picture. */
    Surface surface(String name);

    /** The sound of that name, by which the device is heard. */
    Sound sound(String name);

    /** The machine's power switch. */
    PowerSwitch power();

    /**
     * The address of a symbol of the loaded program, for a device that talks to a program through its memory. Programs
     * are loaded after devices are made: ask when it is needed.
     */
    OptionalLong symbol(String name);
}
