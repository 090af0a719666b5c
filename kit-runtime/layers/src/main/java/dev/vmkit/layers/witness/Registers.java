package dev.vmkit.layers.witness;

import dev.vmkit.language.isa.BitRange;
import dev.vmkit.language.isa.IsaModel;
import dev.vmkit.language.isa.RegisterFile;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The registers of an instruction set, one by one. */
final class Registers {
    /** One of a file. */
    record Register(RegisterFile file, int index) {
        String name() {
            return file.count() == 1 ? file.name() : file.names().get(index);
        }

        int slot() {
            return file.slot() + index;
        }

        boolean isZero() {
            return file.zero().isPresent() && file.zero().getAsInt() == index;
        }

        /** What it holds after reset. */
        long reset() {
            return isZero() ? 0 : (file.reset() | file.ones()) & file.mask();
        }

        /** The bits that a name of this register, of its file, or of a field of it stands for. */
        Optional<BitRange> part(String called) {
            if (called.equals(file.name())) {
                return Optional.of(new BitRange(file.width() - 1, 0));
            }
            String prefix = file.name() + ".";
            return called.startsWith(prefix)
                    ? Optional.ofNullable(file.fields().get(called.substring(prefix.length())))
                    : Optional.empty();
        }

        /** The value as a write would leave it. */
        long cut(long value) {
            return isZero() ? 0 : (value | file.ones()) & file.mask();
        }
    }

    private final Map<String, Register> byName = new LinkedHashMap<>();

    Registers(IsaModel model) {
        for (RegisterFile file : model.registers()) {
            for (int i = 0; i < file.count(); i++) {
                Register register = new Register(file, i);
                byName.put(register.name(), register);
            }
        }
    }

    Iterable<Register> all() {
        return byName.values();
    }

    /** All names but that of the program counter. */
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>(byName.keySet());
        names.removeIf(name -> named(name).file().isPc());
        return names;
    }

    Register named(String name) {
        return Objects.requireNonNull(byName.get(name), name);
    }
}
