package dev.vmkit.tools.cli;

import java.util.function.Supplier;

/**
 * What a person's keys mean. Ctrl-A is for the kit, as QEMU has it, together with the key after it; all others are for the
 * guest.
 */
final class TerminalKeys {
    static final String HELP = """
        Ctrl-A x  end the machine
        Ctrl-A i  how far the machine is
        Ctrl-A a  send a Ctrl-A to the guest
        Ctrl-A h  this help
        """;

    private static final int ESCAPE = 1; // Ctrl-A

    private final Supplier<LineDiscipline> discipline;
    private final Wishes wishes;
    private boolean escaped;

    /** What keys ask for. */
    interface Wishes {
        /** The guest gets a byte. */
        void send(int value);

        void quit();

        /** Keys go to another guest from now on, where there are several. */
        default void next() {}

        void inform();

        void help();
    }

    /**
     * Keys for a guest, or for several of which one has the keys.
     *
     * @param discipline of the guest that has them now
     */
    TerminalKeys(Supplier<LineDiscipline> discipline, Wishes wishes) {
        this.discipline = discipline;
        this.wishes = wishes;
    }

    /** A byte from the terminal. */
    void press(int key) {
        if (escaped) {
            escaped = false;
            command(key);
        } else if (key == ESCAPE) {
            escaped = true;
        } else if (discipline.get().ends(key)) {
            wishes.quit();
        } else {
            wishes.send(discipline.get().key(key));
        }
    }

    private void command(int key) {
        switch (key) {
            case 'x', 'X' -> wishes.quit();
            case 'i', 'I' -> wishes.inform();
            case 'n', 'N' -> wishes.next();
            case 'a', 'A', ESCAPE -> wishes.send(ESCAPE);
            default -> wishes.help();
        }
    }
}
