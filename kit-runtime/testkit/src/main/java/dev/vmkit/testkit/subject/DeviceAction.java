package dev.vmkit.testkit.subject;

/** What is done to a device. Offsets count address units from the device's first, widths are bits. */
public sealed interface DeviceAction {
    /** A guest reads. Comes to {@link DeviceOutcome.Value} or {@link DeviceOutcome.Refused}. */
    record Read(long offset, int width) implements DeviceAction {}

    /** A guest writes. Comes to {@link DeviceOutcome.Nothing} or {@link DeviceOutcome.Refused}. */
    record Write(long offset, int width, long value) implements DeviceAction {}

    /** Virtual time passes. */
    record Pass(long nanos) implements DeviceAction {}

    /** Characters come in over its first stream. */
    record Type(String text) implements DeviceAction {}

    /** An input of an interrupt controller changes. */
    record Line(int number, boolean raised) implements DeviceAction {}

    /** Memory that it may reach is set. */
    record Poke(long address, int width, long value) implements DeviceAction {}

    /** Memory that it may reach is read. Comes to {@link DeviceOutcome.Value}. */
    record Peek(long address, int width) implements DeviceAction {}

    /** It is reset. */
    record Reset() implements DeviceAction {}

    /** Its state is saved, and a new device goes on from it. */
    record Resume() implements DeviceAction {}

    /** One looks at what it shows to the outside. Comes to {@link DeviceOutcome.Seen}. */
    record Look() implements DeviceAction {}
}
