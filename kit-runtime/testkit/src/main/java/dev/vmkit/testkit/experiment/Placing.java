package dev.vmkit.testkit.experiment;

import dev.vmkit.api.Image;
import dev.vmkit.assembly.experiment.ExperimentProblem;
import dev.vmkit.assembly.experiment.Word;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.MistakeException;
import dev.vmkit.language.yaml.Values;
import dev.vmkit.machine.board.Machine;
import dev.vmkit.machine.hart.Hart;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Puts words into a machine's memory. */
final class Placing {
    private Placing() {}

    /**
     * In the machine's order of bytes, now and whenever the guest resets it.
     *
     * @throws MistakeException if there is no such place, or two words lie in one
     */
    static void put(Machine machine, List<Word> words) {
        for (int i = 0; i < words.size(); i++) {
            requireApart(machine, words.subList(0, i), words.get(i));
            put(machine, words.get(i));
        }
    }

    private static void requireApart(Machine machine, List<Word> others, Word word) {
        int bytes = unitBytes(machine);
        for (Word other : others) {
            if (Math.abs(address(machine, word) - address(machine, other)) * bytes < Word.BYTES) {
                throw mistake(word, "'" + word.place() + "' and '" + other.place() + "' are not 8 bytes apart");
            }
        }
    }

    private static int unitBytes(Machine machine) {
        Hart first = machine.harts().getFirst().hart();
        return first.space(first.isa().model().fetch().name()).unitBytes();
    }

    private static void put(Machine machine, Word word) {
        Hart first = machine.harts().getFirst().hart();
        boolean big = first.space(first.isa().model().fetch().name()).big();
        byte[] bytes = ByteBuffer.allocate(Word.BYTES)
                .order(big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN)
                .putLong(word.value())
                .array();
        Image image = new Image(
                "",
                List.of(new Image.Segment("", address(machine, word), bytes, Word.BYTES)),
                OptionalLong.empty(),
                Map.of());
        if (!machine.install(image).isEmpty()) {
            throw mistake(word, "there is no memory at '" + word.place() + "'");
        }
    }

    private static long address(Machine machine, Word word) {
        Long label = machine.symbols().get(word.place().value());
        return label != null ? label : number(word);
    }

    private static long number(Word word) {
        return new Values(new Diagnostics())
                .number(word.place())
                .filter(n -> n.signum() >= 0 && n.bitLength() <= Long.SIZE)
                .orElseThrow(() -> mistake(word, "'" + word.place() + "' is no address and no label of the program"))
                .longValue();
    }

    private static MistakeException mistake(Word word, String message) {
        return MistakeException.of(ExperimentProblem.PLACE, word.place().span(), message, "");
    }
}
