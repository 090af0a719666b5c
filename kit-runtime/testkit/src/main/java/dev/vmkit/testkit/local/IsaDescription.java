package dev.vmkit.testkit.local;

import dev.vmkit.language.codec.Decoding;
import dev.vmkit.language.codec.Disassembler;
import dev.vmkit.language.codec.Encoder;
import dev.vmkit.language.codec.OperandDomain;
import dev.vmkit.language.codec.Symbols;
import dev.vmkit.language.ir.Function;
import dev.vmkit.language.ir.Instruction;
import dev.vmkit.language.ir.IrPrinter;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.isa.Privilege;
import dev.vmkit.language.isa.RegisterFile;
import dev.vmkit.testkit.subject.Answer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a definition means, in words that are equal where the meaning is. */
final class IsaDescription {
    private static final int SAMPLES = 16;
    private static final int MOST = 64;

    private final Isa isa;
    private final Encoder encoder;
    private final Disassembler disassembler;
    private final Map<String, String> functions = new TreeMap<>();

    private IsaDescription(Isa isa) {
        this.isa = isa;
        this.encoder = Encoder.of(isa);
        this.disassembler = Disassembler.of(isa);
        isa.functions().forEach((name, function) -> functions.put(name, IrPrinter.print(function)));
    }

    static Answer of(Isa isa) {
        IsaDescription description = new IsaDescription(isa);
        Map<String, String> encodings = new LinkedHashMap<>();
        Map<String, String> semantics = new LinkedHashMap<>();
        for (Instruction instruction : isa.instructions()) {
            encodings.put(instruction.id(), description.encoding(instruction));
            semantics.put(instruction.id(), description.withFunctions(IrPrinter.print(instruction)));
        }
        return new Answer.Described(encodings, semantics, description.frame());
    }

    /** Bits and lines of some operands. */
    private String encoding(Instruction instruction) {
        return OperandDomain.of(isa, instruction)
                .values(SAMPLES, 1)
                .limit(MOST)
                .map(values -> Arrays.toString(encoder.encode(instruction, values)) + " " + line(instruction, values))
                .collect(Collectors.joining("\n"));
    }

    private String line(Instruction instruction, long[] values) {
        int size = encoder.size(instruction, values);
        return disassembler.print(new Decoding.Decoded(instruction, values, size), 0, Symbols.NONE);
    }

    /** The text, and those of all functions that it mentions, or that these mention. */
    private String withFunctions(String text) {
        Map<String, String> mentioned = new TreeMap<>();
        mention(text, mentioned);
        return text + String.join("", mentioned.values());
    }

    private void mention(String text, Map<String, String> mentioned) {
        functions.forEach((name, body) -> {
            if (text.contains(name + "(") && mentioned.putIfAbsent(name, body) == null) {
                mention(body, mentioned);
            }
        });
    }

    private Map<String, String> frame() {
        Map<String, String> frame = new LinkedHashMap<>();
        for (RegisterFile file : isa.model().registers()) {
            frame.put(
                    "register " + file.name(),
                    "%s %d %x %x %s %s"
                            .formatted(
                                    file.names(), file.width(), file.reset(), file.ones(), file.fields(), file.role()));
        }
        isa.model().privilege().ifPresent(privilege -> frame.put("privilege", words(privilege)));
        isa.traps()
                .forEach(trap -> frame.put(
                        "trap " + trap.name(), trap.declaration().attributes().toString()));
        isa.trapHook().ifPresent(hook -> frame.put("what a trap does", hook(hook)));
        isa.interruptHook().ifPresent(hook -> frame.put("what an interrupt does", hook(hook)));
        isa.pending().ifPresent(hook -> frame.put("when an interrupt is taken", hook(hook)));
        isa.due().ifPresent(hook -> frame.put("when something is due between instructions", hook(hook)));
        isa.resetHook().ifPresent(hook -> frame.put("what a reset does", hook(hook)));
        isa.stepHook().ifPresent(hook -> frame.put("what happens between instructions", hook(hook)));
        return frame;
    }

    private String hook(Function hook) {
        return withFunctions(IrPrinter.print(hook));
    }

    private static String words(Privilege privilege) {
        String parts = privilege.parts().stream()
                .map(part -> words(part.bits()) + " " + part.kind())
                .collect(Collectors.joining(", "));
        String shared = privilege.shared().stream().map(IsaDescription::words).collect(Collectors.joining(", "));
        return words(privilege.mode()) + " " + privilege.modes() + " " + privilege.kernel() + " " + parts + " "
                + shared;
    }

    private static String words(Privilege.Bits bits) {
        return bits.name() + " " + bits.range();
    }
}
