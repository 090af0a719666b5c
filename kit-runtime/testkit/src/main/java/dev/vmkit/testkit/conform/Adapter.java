package dev.vmkit.testkit.conform;

import java.util.List;

/** A format of public test material, and how a processor is tried by a file of it. Has no state of its own. */
public sealed interface Adapter permits Chip8, Cpm, Lc3, Nand2Tetris, SingleStep, SuccessTrap {

    /** All of them, in the order of their names. */
    static List<Adapter> all() {
        return List.of(new Chip8(), new Cpm(), new Lc3(), new Nand2Tetris(), new SingleStep(), new SuccessTrap());
    }

    /** As it is called on the command line: {@code single-step}. */
    String name();

    /** What it is, in one sentence. */
    String about();

    /** What can be set by {@code --set}. */
    List<Setting> settings();

    /** Whether a file that lies in a folder is such material, by its name. */
    boolean reads(String fileName);

    /**
     * Tries a processor by a file.
     *
     * @throws dev.vmkit.language.text.MistakeException if the file, or a setting, cannot be understood
     */
    FileResult run(Material material, Processor processor, Settings settings, Progress progress);
}
