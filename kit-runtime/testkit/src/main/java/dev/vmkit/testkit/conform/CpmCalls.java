package dev.vmkit.testkit.conform;

import dev.vmkit.language.text.MistakeException;
import dev.vmkit.machine.hart.Hart;
import dev.vmkit.machine.memory.AddressSpace;
import dev.vmkit.testkit.example.Places;
import dev.vmkit.testkit.subject.Bits;
import java.util.Map;
import java.util.Optional;

/** The calls of CP/M 2.2 that exercisers make: the number in C, a character in E, a text in memory from DE to a dollar. */
final class CpmCalls {
    private static final int END = 0;
    private static final int CHARACTER = 2;
    private static final int TEXT = 9;

    /** Characters; a program that prints more prints for ever. */
    private static final int MOST = 1 << 18;

    /** Characters of the last line that are worth showing. */
    private static final int SHOWN = 80;

    private final Places places;
    private final AddressSpace memory;
    private final StringBuilder printed = new StringBuilder();

    CpmCalls(Hart hart, AddressSpace memory) {
        this.places = new Places(hart, Map.of());
        this.memory = memory;
    }

    private long register(String name) {
        return places.read(name)
                .map(Bits::value)
                .orElseThrow(() -> MistakeException.of(
                        ConformProblem.NAME,
                        "a CP/M program calls by register '" + name + "', which stands for nothing here",
                        places.hint(name)));
    }

    /** Whether the program has come to its end. */
    boolean ends() {
        return register("C") == END;
    }

    /** Answers a call; what is wrong with it, if it cannot be. */
    Optional<String> answer() {
        int call = (int) register("C");
        switch (call) {
            case CHARACTER -> printed.append((char) register("E"));
            case TEXT -> text(register("DE"));
            default -> {
                return Optional.of("it makes call " + call + ", which is not answered here");
            }
        }
        return printed.length() > MOST ? Optional.of("it prints more than " + MOST + " characters") : Optional.empty();
    }

    private void text(long from) {
        for (long i = 0; i <= memory.mask(); i++) {
            char character = (char) memory.load(from + i & memory.mask(), Byte.SIZE);
            if (character == '$') {
                return;
            }
            printed.append(character);
        }
    }

    /** All that was printed. */
    String printed() {
        return printed.toString();
    }

    /** The line that is being printed, or its end. */
    String lastLine() {
        String text = printed.substring(Math.max(0, printed.length() - SHOWN)).stripTrailing();
        return text.substring(text.lastIndexOf('\n') + 1).strip();
    }
}
