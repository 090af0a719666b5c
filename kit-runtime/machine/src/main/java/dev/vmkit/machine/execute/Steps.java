package dev.vmkit.machine.execute;

import dev.vmkit.language.codec.Decoding;
import dev.vmkit.language.ir.Function;
import java.util.Optional;

/** Makes steps and procedures that run faster than those the interpreter has by itself, where it can. */
public interface Steps {
    /** Can make none. */
    Steps NONE = new Steps() {
        @Override
        public int worthwhile() {
            return Integer.MAX_VALUE;
        }

        @Override
        public Optional<Step> step(Decoding.Decoded decoded) {
            return Optional.empty();
        }

        @Override
        public Optional<Procedure> procedure(Function function) {
            return Optional.empty();
        }
    };

    /** How many different instructions a program has that is worth the effort, or how often a function is called that is. */
    int worthwhile();

    /** The step of an instruction; it does what its body and the definition's {@code step} hook say. */
    Optional<Step> step(Decoding.Decoded decoded);

    /** A function to be called between instructions. */
    Optional<Procedure> procedure(Function function);

    /** For how many instruction forms it has such steps. */
    default int forms() {
        return 0;
    }

    /** Makes it for a hart. */
    @FunctionalInterface
    interface Factory {
        Steps create(GuestCode guest);
    }
}
