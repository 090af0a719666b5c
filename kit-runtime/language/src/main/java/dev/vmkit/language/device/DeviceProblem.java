package dev.vmkit.language.device;

import dev.vmkit.language.text.Problem;

/** What can be wrong with the definition of a device. */
public enum DeviceProblem implements Problem {
    NOT_A_DEVICE("K801", "not a definition of a device", """
        The file of a device is a mapping that starts with 'device: NAME'. The page docs/reference/devices.md lists \
        all its keys.\
        """),
    BEHAVIOUR("K802", "two behaviours", """
        A device is either written in Java, and then 'class:' names its DeviceModel and registers are documentation, \
        or its behaviour stands in the file: 'on-read', 'on-write', 'on-input', 'on-timer', 'on-reset', 'on-line', \
        'on-look', 'functions', 'state'. It cannot have both.\
        """),
    OVERLAP("K803", "two registers at one address", """
        Two registers share address units. That is allowed only if one of them is read-only and the other \
        write-only, as the receive and transmit registers of a serial port are; or, for a device in Java, if 'when:' says \
        in words when each of them is seen.\
        """),
    SIZE("K804", "a size that does not fit", """
        'size' is the number of address units the device covers, 0 if it has no registers, perhaps times a parameter: '8 * stride'. \
        Every register must lie within it. A register's width is a multiple of the address unit and at most 64 bits.\
        """),
    RANGE("K805", "a value that does not fit its width", """
        A reset value, a mask or a field needs more bits than its register has.\
        """),
    CHOICE("K806", "not one of the words allowed here", """
        The key takes one of a few words, which the message lists.\
        """),
    NAME("K807", "a name that cannot be used", """
        Names of registers, fields, state and connections are used in the semantics language, so they consist of letters, \
        digits and '_' and start with a letter; each may be used once, because a body could not say which is meant. \
        Names of parameters may contain '-', which a body writes '_'.\
        """),
    PARAMETER("K808", "a value that its parameter does not allow", """
        A parameter has a type (number, size, frequency, time, duration, flag, text, file), perhaps a range ('least', 'most') \
        and perhaps 'choices'. The default must obey them, and so must the value a machine file gives.\
        """),
    HANDLER("K809", "a handler that would never run", """
        'on-input' runs when a byte comes in over a connection of kind stream, and this device declares none. \
        'on-read' needs a register that can be read, 'on-write' one that can be written. 'on-line' and 'inputs' belong \
        together: an interrupt controller says which inputs it has and what happens when one is raised or lowered. \
        'on-look' and a connection of kind surface belong together, too: what people see, and where.\
        """),
    LOOK("K810", "a look that changes something", """
        'on-look' runs whenever somebody looks at the device, which may be often or never. So that the machine does the \
        same in either case, it may read registers, state and the time, and paint on surfaces, but write nothing, and raise, \
        send and ask for nothing.\
        """);

    private final String code;
    private final String title;
    private final String explanation;

    DeviceProblem(String code, String title, String explanation) {
        this.code = code;
        this.title = title;
        this.explanation = explanation;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String explanation() {
        return explanation;
    }
}
