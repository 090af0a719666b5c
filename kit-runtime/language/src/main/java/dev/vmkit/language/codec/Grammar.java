package dev.vmkit.language.codec;

import dev.vmkit.language.ir.Instruction;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.isa.Alias;
import dev.vmkit.language.isa.Operand;
import dev.vmkit.language.text.MistakeException;
import dev.vmkit.language.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What can be written in one instruction set's assembly: its mnemonics, forms and aliases. */
final class Grammar {
    final Isa isa;
    final Spelling spelling;
    final Encoder encoder;
    /** By mnemonic, folded. */
    private final Map<String, List<Template>> mnemonics = new LinkedHashMap<>();
    /** What stands before the equals sign of mnemonics that have one, folded. */
    private final Set<String> assigned;
    /** By mnemonic, folded. */
    private final Map<String, List<AliasTemplate>> aliases = new LinkedHashMap<>();
    /** What prefix operators mean. */
    final Map<String, Expression> operators = new TreeMap<>();

    final DirectiveNames directives;

    Grammar(Isa isa) {
        this.isa = isa;
        this.spelling = new Spelling(isa.model());
        this.encoder = Encoder.of(isa);
        this.directives = new DirectiveNames(isa.model().asm().directives());
        reserveRegisters();
        PartPool pool = new PartPool(spelling);
        for (Instruction i : isa.instructions()) {
            for (Template t : Template.of(i, pool, false)) {
                mnemonics
                        .computeIfAbsent(spelling.fold(t.head()), head -> new ArrayList<>())
                        .add(t);
            }
        }
        this.assigned = mnemonics.keySet().stream()
                .filter(head -> head.contains("="))
                .map(head -> head.substring(0, head.indexOf('=')))
                .collect(Collectors.toUnmodifiableSet());
        reserveLiterals();
        isa.model().aliases().forEach(this::addAlias);
        isa.model().asm().operators().forEach(this::addOperator);
    }

    private void reserveRegisters() {
        for (Instruction i : isa.instructions()) {
            for (Operand o : i.form().operands()) {
                if (o instanceof Operand.Register r) {
                    r.file().names().forEach(spelling::reserve);
                    r.file().also().keySet().forEach(spelling::reserve);
                } else if (o instanceof Operand.Choice) {
                    OperandWords.of(o).keySet().forEach(spelling::reserve);
                }
            }
        }
    }

    private void reserveLiterals() {
        for (List<Template> group : mnemonics.values()) {
            for (Template t : group) {
                for (Template.Part part : t.parts()) {
                    if (part instanceof Template.Literal l
                            && Character.isLetter(l.text().charAt(0))) {
                        spelling.reserve(l.text());
                    }
                }
            }
        }
    }

    private void addAlias(Alias alias) {
        AliasTemplate template = AliasTemplate.of(alias, spelling);
        aliases.computeIfAbsent(spelling.fold(template.head()), head -> new ArrayList<>())
                .add(template);
    }

    private void addOperator(String name, String meaning) {
        try {
            operators.put(name, meaning(spelling, meaning));
        } catch (MistakeException unreadable) {
            // CodecChecks reports it; here the operator is not known.
        }
    }

    /** What a prefix operator means, as an expression over {@code v}; throws if it cannot be read. */
    static Expression meaning(Spelling spelling, String meaning) {
        List<Token> tokens = Tokenizer.tokens(spelling, Text.synthetic("operator", meaning), 0);
        ExpressionParser.Parsed parsed = ExpressionParser.parse(spelling, tokens, 0, ExpressionParser.Where.OPERATOR);
        Token rest = tokens.get(parsed.next());
        if (!(rest instanceof Token.End)) {
            throw MistakeException.of(AsmProblem.OPERATOR, rest.span(), "unexpected " + rest.describe(), "");
        }
        return parsed.expression();
    }

    /** The forms of a mnemonic, or the one form of an id; empty if the word is neither. */
    List<Template> forms(String head) {
        List<Template> forms = mnemonics.get(spelling.fold(head));
        return forms != null ? forms : byId(head);
    }

    private List<Template> byId(String head) {
        return isa.instructions().stream()
                .filter(i -> head.startsWith(i.id()))
                .flatMap(i -> Template.of(i, new PartPool(spelling), true).stream())
                .filter(t -> t.head().equals(head))
                .toList();
    }

    List<AliasTemplate> aliases(String head) {
        return aliases.getOrDefault(spelling.fold(head), List.of());
    }

    /** Every alias, in the order of the definition. */
    List<AliasTemplate> aliases() {
        return aliases.values().stream().flatMap(List::stream).toList();
    }

    /** All mnemonics and their forms. */
    Map<String, List<Template>> mnemonics() {
        return mnemonics;
    }

    /** Whether a line may start with this word. */
    boolean isHead(String word) {
        return !forms(word).isEmpty() || !aliases(word).isEmpty();
    }

    /** Whether instructions begin by this word and an equals sign, as {@code D=A}: then it is no constant that is defined. */
    boolean isAssignment(String word) {
        return assigned.contains(spelling.fold(word));
    }

    /** How many letters of a run without blanks are the head: one if it is a sign that is one, as in {@code @5}, else all. */
    int headLength(String run) {
        boolean sign = !run.isEmpty() && !Tokenizer.partOfWord(run.charAt(0)) && isHead(run.substring(0, 1));
        return sign ? 1 : run.length();
    }

    /** Whether a label may be called so. */
    boolean isFree(String name) {
        return !spelling.isReserved(name) && !new NumberReader(spelling).isNumber(name);
    }

    /** Every word a line may start with, for suggestions. */
    TreeSet<String> heads() {
        TreeSet<String> heads = new TreeSet<>();
        mnemonics.values().forEach(group -> heads.add(group.getFirst().head()));
        aliases.values().forEach(group -> heads.add(group.getFirst().head()));
        return heads;
    }
}
