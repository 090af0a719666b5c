package dev.vmkit.language.codec;

import dev.vmkit.language.ir.Instruction;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.isa.Form;
import dev.vmkit.language.isa.IsaModel;
import dev.vmkit.language.isa.Operand;
import dev.vmkit.language.text.Text;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Finds the instruction that another one stands for, with its operands. */
public final class Expansion {
    private final IsaModel model;
    private final Map<String, Instruction> instructions = new HashMap<>();

    private Expansion(Isa isa) {
        this.model = isa.model();
        isa.instructions().forEach(i -> instructions.put(i.id(), i));
        isa.instructions().forEach(i -> instructions.putIfAbsent(i.form().mnemonic(), i));
    }

    public static Expansion of(Isa isa) {
        return new Expansion(isa);
    }

    /** What it stands for in the end: itself, if for nothing else. The checker has seen to it that there is an end. */
    public Decoding.Decoded of(Decoding.Decoded decoded) {
        Decoding.Decoded last = decoded;
        while (last.instruction().form().standsFor().isPresent()) {
            last = once(last, last.instruction().form().standsFor().get());
        }
        return last;
    }

    private Decoding.Decoded once(Decoding.Decoded given, Form.StandsFor standsFor) {
        Instruction target =
                Objects.requireNonNull(instructions.get(standsFor.form().value().strip()));
        long[] values = new long[target.form().operands().size()];
        for (int i = 0; i < values.length; i++) {
            Operand wanted = target.form().operands().get(i);
            values[i] = value(
                    given, wanted, Objects.requireNonNull(standsFor.arguments().get(wanted.name())));
        }
        return new Decoding.Decoded(target, values, given.units());
    }

    private long value(Decoding.Decoded given, Operand wanted, Text argument) {
        String name = argument.value().strip();
        int own = given.instruction().form().operandIndex(name);
        if (own >= 0) {
            return given.values()[own];
        }
        return Character.isDigit(name.charAt(0)) || name.charAt(0) == '-' ? Long.decode(name) : register(wanted, name);
    }

    /** The number that an operand gives a register, or its index in its file. */
    private long register(Operand wanted, String name) {
        if (wanted instanceof Operand.Choice choice) {
            return choice.registers().indexOf(Optional.of(name));
        }
        return model.registers().stream()
                .mapToLong(file -> file.names().indexOf(name))
                .filter(index -> index >= 0)
                .findFirst()
                .orElse(0);
    }
}
