package dev.vmkit.language.codec;

import dev.vmkit.language.ir.Instruction;
import dev.vmkit.language.isa.Operand;
import dev.vmkit.language.isa.Syntax;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a form is written behind its mnemonic. Operands that are part of the mnemonic ({@code BR{cc}}) have their values
 * already: there is one template for each mnemonic that results.
 *
 * @param head the mnemonic, or the form's id in its place
 * @param preset values of the operands within the mnemonic
 */
record Template(Instruction instruction, String head, List<Part> parts, Map<Integer, Long> preset) {

    /** A piece of the line behind the mnemonic. */
    sealed interface Part {}

    /** A token that must stand there. */
    record Literal(String text) implements Part {}

    /** An operand, with the words for its values. */
    record Hole(int index, Operand operand, Map<String, Long> words, int longestWord) implements Part {

        /** Whether an expression may stand here. */
        boolean isNumber() {
            return operand instanceof Operand.Immediate
                    || operand instanceof Operand.Leb
                    || operand instanceof Operand.Custom;
        }

        static Hole of(int index, Operand operand, Spelling spelling) {
            Map<String, Long> words = new LinkedHashMap<>();
            int longest = 0;
            for (Map.Entry<String, Long> word : OperandWords.of(operand).entrySet()) {
                int count = Tokenizer.count(spelling, word.getKey());
                String written = count > 1 ? Tokenizer.joined(spelling, word.getKey()) : word.getKey();
                words.putIfAbsent(spelling.fold(written), word.getValue());
                longest = Math.max(longest, count);
            }
            return new Hole(index, operand, words, longest);
        }
    }

    /** The templates of a form: one for each mnemonic, and again with {@code id} in place of the mnemonic. */
    static List<Template> of(Instruction instruction, PartPool pool, boolean byId) {
        List<Syntax.Token> tokens = instruction.form().syntax().tokens();
        int end = endOfMnemonic(tokens);
        List<Syntax.Token> mnemonic = end < 0 ? tokens : tokens.subList(0, end);
        List<Part> parts = parts(instruction, end < 0 ? List.of() : tokens.subList(end, tokens.size()), pool);
        List<Template> templates = new ArrayList<>();
        templates.add(new Template(instruction, "", parts, Map.of()));
        for (int i = 0; i < mnemonic.size(); i++) {
            Syntax.Token token = mnemonic.get(i);
            if (byId && i == 0 && token instanceof Syntax.Literal) {
                token = new Syntax.Literal(instruction.id());
            }
            templates = extended(templates, token);
        }
        return templates;
    }

    /** The first gap, or behind a sign with which a line begins, as {@code @}; negative if all is mnemonic. */
    private static int endOfMnemonic(List<Syntax.Token> tokens) {
        return isSign(tokens.getFirst()) && tokens.size() > 1 ? 1 : tokens.indexOf(new Syntax.Gap());
    }

    /** Whether it is a sign and no word, as {@code @}. */
    static boolean isSign(Syntax.Token token) {
        return token instanceof Syntax.Literal l
                && l.text().length() == 1
                && !Tokenizer.partOfWord(l.text().charAt(0));
    }

    private static List<Template> extended(List<Template> before, Syntax.Token token) {
        List<Template> after = new ArrayList<>();
        for (Template t : before) {
            switch (token) {
                case Syntax.Literal l -> after.add(new Template(t.instruction, t.head + l.text(), t.parts, t.preset));
                case Syntax.Hole h ->
                    OperandWords.withinMnemonic(t.operand(h.operand())).forEach((word, value) -> {
                        Map<Integer, Long> preset = new TreeMap<>(t.preset);
                        preset.put(h.operand(), value);
                        after.add(new Template(t.instruction, t.head + word, t.parts, preset));
                    });
                case Syntax.Gap g -> after.add(t);
            }
        }
        return after;
    }

    private static List<Part> parts(Instruction instruction, List<Syntax.Token> tokens, PartPool pool) {
        List<Part> parts = new ArrayList<>();
        for (Syntax.Token token : tokens) {
            switch (token) {
                case Syntax.Literal l ->
                    Tokenizer.tokens(pool.spelling(), l.text())
                            .forEach(t -> parts.add(pool.literal(Tokenizer.text(t))));
                case Syntax.Hole h ->
                    parts.add(
                            pool.hole(h.operand(), instruction.form().operands().get(h.operand())));
                case Syntax.Gap g -> {}
            }
        }
        return List.copyOf(parts);
    }

    /** Whether the first parts are the very same as those of another template; parts that are equal may be told apart. */
    boolean beginsAs(Template other, int count) {
        if (count > parts.size() || count > other.parts.size()) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            if (parts.get(i) != other.parts.get(i)) {
                return false;
            }
        }
        return true;
    }

    List<Operand> operands() {
        return instruction.form().operands();
    }

    Operand operand(int index) {
        return instruction.form().operands().get(index);
    }

    /** The values known from the mnemonic, others 0. */
    long[] presetValues() {
        long[] values = new long[instruction.form().operands().size()];
        preset.forEach((index, value) -> values[index] = value);
        return values;
    }

    /** As the reference card writes it: {@code ADD {dr}, {sr1}, {imm5}}. */
    String describe() {
        StringBuilder line = new StringBuilder();
        for (Syntax.Token token : instruction.form().syntax().tokens()) {
            switch (token) {
                case Syntax.Literal l -> line.append(l.text());
                case Syntax.Gap g -> line.append(' ');
                case Syntax.Hole h -> line.append(operand(h.operand()).name());
            }
        }
        return line.toString();
    }
}
