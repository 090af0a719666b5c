package dev.vmkit.language.codec;

import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.isa.Syntax;
import java.util.ArrayList;
import java.util.List;

/**
 * Prints instructions so that the assembler makes the same bits of them. Immutable.
 *
 * <p>It does not trust itself: of the lines that could be written it takes the first that the assembler reads as the
 * instruction it came from.
 */
public final class Disassembler {
    private final OperandPrinter operands;
    private final AliasPrinter aliases;
    private final LineCheck check;

    private Disassembler(Grammar grammar) {
        this.operands = new OperandPrinter(grammar);
        this.aliases = new AliasPrinter(grammar, operands);
        this.check = new LineCheck(grammar);
    }

    public static Disassembler of(Isa isa) {
        return new Disassembler(new Grammar(isa));
    }

    /**
     * The assembly line of an instruction at an address. An alias is used where one fits; where the assembler would choose
     * another form for the line, the form's id is written in place of the mnemonic ({@code ORA/abs $0}).
     */
    public String print(Decoding.Decoded decoded, long address, Symbols symbols) {
        List<String> lines = new ArrayList<>(aliases.print(decoded, address, symbols));
        lines.add(line(decoded, address, symbols, false));
        if (!symbols.addresses().isEmpty()) {
            lines.add(line(decoded, address, Symbols.NONE, false));
        }
        return lines.stream()
                .filter(line -> check.means(line, decoded, address, symbols.addresses()))
                .findFirst()
                .orElseGet(() -> line(decoded, address, Symbols.NONE, true));
    }

    /** The line in the form's own syntax, with its id in place of the mnemonic or without. */
    private String line(Decoding.Decoded decoded, long address, Symbols symbols, boolean byId) {
        StringBuilder line = new StringBuilder();
        List<Syntax.Token> tokens = decoded.instruction().form().syntax().tokens();
        for (int i = 0; i < tokens.size(); i++) {
            switch (tokens.get(i)) {
                case Syntax.Literal l -> line.append(byId && i == 0 ? id(decoded, tokens) : l.text());
                case Syntax.Gap g -> line.append(' ');
                case Syntax.Hole h -> line.append(operand(decoded, h.operand(), address, symbols));
            }
        }
        return line.toString().strip();
    }

    /** The id of the form; what follows a sign directly must not run together with it. */
    private static String id(Decoding.Decoded decoded, List<Syntax.Token> tokens) {
        boolean joined =
                tokens.size() > 1 && tokens.get(1) instanceof Syntax.Hole && Template.isSign(tokens.getFirst());
        return decoded.instruction().id() + (joined ? " " : "");
    }

    private String operand(Decoding.Decoded decoded, int index, long address, Symbols symbols) {
        return operands.print(
                decoded.instruction().form().operands().get(index),
                decoded.values()[index],
                address,
                address + decoded.units(),
                symbols);
    }
}
