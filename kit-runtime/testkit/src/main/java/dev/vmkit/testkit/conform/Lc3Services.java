package dev.vmkit.testkit.conform;

import dev.vmkit.language.text.MistakeException;
import dev.vmkit.machine.hart.Hart;
import dev.vmkit.machine.memory.AddressSpace;
import dev.vmkit.testkit.example.Places;
import dev.vmkit.testkit.subject.Bits;
import java.util.Map;
import java.util.Optional;

/**
 * The operating system of an LC-3: each vector leads to an RTI of its own, where the processor is stopped and answered (Patt &amp;
 * Patel, 3rd edition, table A.2). A program may put vectors of its own in place of them, or routines where those lead.
 */
final class Lc3Services {
    private static final int VECTORS = 0x200;
    private static final int EXCEPTIONS = 0x100;
    private static final long ROUTINES = 0x200;
    private static final int RTI = 0x8000;
    private static final int WORD = 16;

    /** Where the supervisor's stack begins, unless the definition calls its pointer otherwise: below the program. */
    private static final long STACK = 0x3000;

    private final Hart hart;
    private final Lc3Console console;
    private final AddressSpace memory;
    private final Places places;
    private final String prompt;
    private boolean ended;

    /** @param prompt what service x23 prints before it reads */
    Lc3Services(Hart hart, AddressSpace memory, Lc3Console console, String prompt) {
        this.hart = hart;
        this.console = console;
        this.memory = memory;
        this.places = new Places(hart, Map.of());
        this.prompt = prompt;
        places.write("ssp", STACK);
        for (int vector = 0; vector < VECTORS; vector++) {
            memory.store(vector, WORD, ROUTINES + vector);
            memory.store(ROUTINES + vector, WORD, RTI);
            hart.breakpoints().add(ROUTINES + vector);
        }
    }

    /** Answers no more at an address where the program has a word of its own. */
    void leave(long address) {
        hart.breakpoints().remove(address);
    }

    /** Makes the program the supervisor, with a stack. */
    void promote() {
        if (!places.write("PRIV", 0)) {
            throw unknown("PRIV");
        }
        places.write("R6", STACK);
    }

    private MistakeException unknown(String name) {
        return MistakeException.of(
                ConformProblem.NAME, "an LC-3 has '" + name + "', which stands for nothing here", places.hint(name));
    }

    /** Whether the program has come to its HALT. */
    boolean ended() {
        return ended;
    }

    /** Answers at an address where the processor was stopped; what is wrong, if nobody can. */
    Optional<String> answer(long address) {
        int vector = (int) (address - ROUTINES);
        switch (vector) {
            case 0x20 -> {
                return read();
            }
            case 0x21 -> console.print(register());
            case 0x22 -> text(1);
            case 0x23 -> {
                console.print(prompt);
                Optional<String> wrong = read();
                console.print(register());
                console.print('\n');
                return wrong;
            }
            case 0x24 -> text(2);
            case 0x25 -> ended = true;
            default -> {
                return Optional.of(
                        vector < EXCEPTIONS
                                ? "it calls TRAP x%02X, which is not answered here".formatted(vector)
                                : "it raises exception x%02X, which nothing handles".formatted(vector - EXCEPTIONS));
            }
        }
        return Optional.empty();
    }

    private Optional<String> read() {
        if (!console.typed()) {
            return Optional.of("it asks for more than is typed");
        }
        places.write("R0", console.read());
        return Optional.empty();
    }

    /** Prints a text from the address in R0 to a character 0, so many of them in a word. */
    private void text(int characters) {
        long from = register();
        for (long i = 0; i <= memory.mask(); i++) {
            long word = memory.load(from + i & memory.mask(), WORD);
            for (int c = 0; c < characters; c++) {
                long character = word >> c * Byte.SIZE & 0xFF;
                if (character == 0) {
                    return;
                }
                console.print(character);
            }
        }
    }

    private long register() {
        return places.read("R0").map(Bits::value).orElseThrow(() -> unknown("R0"));
    }
}
