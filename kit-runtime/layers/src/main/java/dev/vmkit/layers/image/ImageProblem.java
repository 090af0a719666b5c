package dev.vmkit.layers.image;

import dev.vmkit.language.text.Problem;

/** What can be wrong with program files and where they go. */
public enum ImageProblem implements Problem {
    MALFORMED("K601", "a program file that cannot be read", """
        The file breaks the rules of its format: it is cut off, an offset or a size points outside of it, a checksum \
        does not fit. The message says what was found. Make the file anew, or check that it was copied as binary.\
        """),
    UNKNOWN_FORMAT("K602", "a program of unknown format", """
        The file's name and first bytes do not tell how to read it. Say so: 'load: { file: program, format: raw, at: \
        0x1000 }'. Formats are asm, elf, intel-hex, linux-image, lc3tools-object, lc3-object, hack-text, raw, and those that plugins bring.\
        """),
    WRONG_MACHINE("K603", "a program for another machine", """
        The file says for which architecture it was made, and this machine has another. Compile the program for this \
        machine, or change 'cpu:'. An instruction set says by 'elf: { machine: 243, class: 64 }' which programs it \
        runs.\
        """),
    OUTSIDE_MEMORY("K604", "a program that lies outside memory", """
        The program, or a part of it, is to be put at addresses where this machine has no memory. Link it for \
        another address, or give the machine memory there.\
        """),
    OVERLAP("K605", "two programs at the same addresses", """
        Firmware and programs are loaded side by side, so no two of them may claim the same addresses.\
        """),
    ADDRESS("K606", "it is not clear where a program goes", """
        A raw file does not say where it goes, so 'at:' must. All other formats say it themselves, and 'at:' would \
        contradict them; assembly says it by '.org'.\
        """),
    UNIT("K607", "a program that does not consist of whole address units", """
        Where one address stands for 16 bits or more, a program consists of whole such units; and a format that \
        counts addresses in bytes suits only machines whose unit is a byte.\
        """);

    private final String code;
    private final String title;
    private final String explanation;

    ImageProblem(String code, String title, String explanation) {
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
