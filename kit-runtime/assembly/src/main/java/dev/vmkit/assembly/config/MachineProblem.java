package dev.vmkit.assembly.config;

import dev.vmkit.language.text.Problem;

/** What can be wrong with a machine file, and with the machine it describes. */
public enum MachineProblem implements Problem {
    VERSION("K101", "a machine file of another version", """
        A machine file starts with 'kit: 1', the version of its format. A file of a later version may mean by its \
        words what this kit does not know, so it is refused. Use the kit that the file was written for.\
        """),
    QUANTITY("K102", "a quantity without a proper unit", """
        Sizes are given in B, KiB, MiB or GiB (1024 of the one before), frequencies in Hz, kHz, MHz or GHz, \
        durations in ns, us, ms or s: 128 MiB, 1.5 MHz, 500 ms. 'MB' and 'M' are \
        refused because to some they mean 1,000,000 and to others 1,048,576 bytes.\
        """),
    EXTENT("K103", "it is not clear how far memory goes", """
        A piece of memory is given either by its first address and its size, 'at: 0x80000000, size: 128 MiB', or \
        by its first and last address, 'from: 0x0000, to: 0xFDFF'. Memory with 'file:' may leave the size out: it \
        is as large as the file.\
        """),
    UNKNOWN_PART("K104", "no such part", """
        No plugin offers an instruction set or a device of this name. 'kit list' shows all parts; a plugin of your \
        own is found if its folder lies in a directory given by --plugins.\
        """),
    OVERLAP("K105", "two regions claim the same addresses", """
        Memory and devices of one address space must not overlap: at every address there is one thing or nothing. \
        The message names both regions and their first and last addresses. Move one, or make it smaller.\
        """),
    OUTSIDE("K106", "a region outside the address space", """
        Addresses of the instruction set have a certain number of bits; a region that goes past the last address \
        could never be reached completely.\
        """),
    MEMORY_LIMIT("K107", "more memory than allowed", """
        All memory of a machine together may not exceed a limit, 2 GiB unless 'limits: { memory: ... }' says \
        otherwise, so that a slip of the pen does not take the host's memory. One piece of memory has at most \
        2 GiB less one page.\
        """),
    ALIGNMENT("K108", "a size that does not fit the address unit", """
        Where one address stands for several bytes, memory has a whole number of such units; a region has at least \
        one.\
        """),
    INTERRUPT("K109", "not an interrupt phrase", """
        Where an interrupt leads is said in words: 'cpu', 'cpu 0x80', 'cpu 0x80 level 4', 'plic 10'. A device with \
        several outputs names them: '{ timer: cpu 7, software: cpu 3 }'.\
        """),
    INTERRUPT_TARGET("K110", "an interrupt that leads nowhere", """
        An interrupt leads to 'cpu' or to a device that is an interrupt controller, one whose definition has 'inputs:', \
        at one of its inputs; a processor's definition says which inputs and levels it has, and where there are levels \
        one is said. Only outputs that the device has can be connected. Interrupts must not go round in a circle, and \
        an output with a wire for each hart leads to 'cpu' alone.\
        """),
    SETTING("K111", "a parameter that does not fit", """
        The device's definition says which parameters and connections it has, of what type and within which range. \
        'kit list part NAME' prints them.\
        """),
    MISSING_SETTING("K112", "a parameter without a value", """
        The device's definition has a parameter without a default, so every machine must give it a value.\
        """),
    CONSOLE("K113", "a console without a stream", """
        'console:' names the device that gets what is typed and whose output is shown, so that device must have a \
        stream of characters. Two devices are named as '{ types-into: keyboard, shows: screen }'.\
        """),
    FILE("K114", "a file that cannot be read", """
        A file that the machine names does not exist, is a directory, may not be read, or is too large. Paths are \
        relative to the folder of the machine file.\
        """),
    ENGINE("K115", "no such engine", """
        An engine executes instructions. Leave 'engine:' out for the kit's choice.\
        """),
    VARIANT("K116", "the instruction set has no such choice", """
        The definition of the instruction set lists its variants, parameters and features, with the values that \
        parameters may have; the machine file chose something else.\
        """),
    UNKNOWN_NAME("K117", "no such thing in this machine", """
        The machine file refers to a memory, a device or an address space by a name that stands nowhere in it or \
        in the instruction set.\
        """),
    PLACE("K118", "a device without a place", """
        A device with registers needs an address: 'at: 0x10000000'. One without registers has none.\
        """),
    START("K119", "no first instruction", """
        Where execution starts is said by 'cpu: { starts-at: ... }', by the firmware, by the program, or by the \
        instruction set; here nobody says it, or the address is not that of memory.\
        """),
    TWICE("K120", "a thing given twice", """
        A name stands for one thing: memories and devices share their names, and an interrupt output or a setting \
        is connected once.\
        """),
    EXTERN("K121", "an instruction set that lacks a part of its own", """
        The definition of the instruction set declares functions under 'externs:' that it does not define itself. \
        Its plugin brings a class that implements IsaFunctions, is marked @Extension, and has a public method of \
        the same name with only long parameters.\
        """),
    BOOT("K126", "a machine that cannot be booted so", """
        'boot:' tells firmware and operating systems what they find in memory and registers when they start. The \
        definition of the instruction set says by its own 'boot:' how that is done, and the machine needs memory to \
        put it into.\
        """),
    DISK("K127", "a disk that cannot be used", """
        A disk is a file that holds its bytes, 'image:'; with 'overlay:' a second one takes what the guest writes, and \
        was made for an image of the same size. Either cannot be opened, is in use by somebody else, or the second \
        is not an overlay. An overlay whose table contradicts itself is damaged: delete it, and the disk is as the \
        image has it.\
        """),
    NETWORK("K128", "a network that cannot be", """
        'network:' says what the guest reaches, and by which ports of the host the guest is reached: \
        '{ services: { 80: 8080 }, forward: { 8022: 22 } }'. It belongs to the one device that has a network, and the \
        ports of the host to be forwarded must be free.\
        """),
    GUESTS("K129", "guests that a host cannot have", """
        Guests share the memory of the 'hardware:', all of them together, and run by one technique. A guest is a \
        machine file, the hardware's if it names none, with other programs, memory or settings of devices. All have \
        the instruction set of the hardware.\
        """),
    TECHNIQUE("K130", "a technique that cannot run the guests", """
        'technique:' says how a monitor lets guests run: trap-and-emulate, shadow-paging, binary-translation, \
        paravirtual, hardware-assisted. Not every one can run every instruction set: where an instruction neither \
        works in the least privileged mode as in the most privileged one nor traps there, the monitor would never \
        know of it.\
        """),
    TIMESHARE("K131", "programs that cannot share a machine so", """
        Programs under 'timeshare:' run in the least privileged mode of the hardware's instruction set, whose definition \
        says by 'privilege:' which one that is. Each fits into the core, which is a part of the hardware's memory; sizes \
        are in words, what lies at one address. 'calls:' says by which instruction they call the monitor, and where the \
        number of the service, what it is given and what it gives back are; 'services:' gives numbers to services.\
        """),
    OTHER_KIND("K132", "a file of another kind where a machine is wanted", """
        A machine file has a 'cpu:'. A host with guests has 'hypervisor:' or 'timeshare:', an experiment 'experiment:', a \
        workload 'workload:', a suite 'suite:', and so on: the message says which it is, and what to do with it.\
        """);

    private final String code;
    private final String title;
    private final String explanation;

    MachineProblem(String code, String title, String explanation) {
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
