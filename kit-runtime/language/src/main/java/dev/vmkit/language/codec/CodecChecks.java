package dev.vmkit.language.codec;

import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.isa.AsmSettings;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.MistakeException;
import dev.vmkit.language.text.Suggestion;

/** Checks what an instruction set's encodings and syntax must keep so that assembler and disassembler are inverse. */
public final class CodecChecks {
    private CodecChecks() {}

    /**
     * Reports overlapping encodings, unreachable forms, ambiguous syntax, and aliases, operators and directives that cannot
     * be understood.
     */
    public static void check(Isa isa, Diagnostics diagnostics) {
        Grammar grammar = new Grammar(isa);
        OverlapCheck.check(isa, diagnostics);
        new AmbiguityCheck(grammar, diagnostics).run();
        grammar.aliases().forEach(alias -> checkAlias(grammar, alias, diagnostics));
        checkSettings(grammar, diagnostics);
    }

    /** What an alias stands for must be forms, or other aliases, whatever stands in its holes. */
    private static void checkAlias(Grammar grammar, AliasTemplate alias, Diagnostics diagnostics) {
        for (AliasTemplate.Line line : alias.lines()) {
            FormMatcher matcher = new FormMatcher(
                    grammar.spelling, AliasTemplate.withPlaceholders(line), ExpressionParser.Where.ALIAS);
            boolean isForm =
                    !matcher.match(grammar.forms(line.head())).matches().isEmpty();
            if (!isForm && grammar.aliases(line.head()).isEmpty()) {
                diagnostics.report(
                        AsmProblem.ALIAS,
                        alias.alias().span(),
                        "alias '" + alias.describe() + "': '" + line.describe() + "' is no instruction",
                        Suggestion.didYouMean(line.head(), grammar.heads()));
            }
        }
    }

    private static void checkSettings(Grammar grammar, Diagnostics diagnostics) {
        AsmSettings asm = grammar.isa.model().asm();
        asm.operators().forEach((name, meaning) -> {
            try {
                Grammar.meaning(grammar.spelling, meaning);
            } catch (MistakeException e) {
                diagnostics.report(
                        AsmProblem.OPERATOR,
                        grammar.isa.model().span(),
                        "operator '" + name + "' of the assembly: cannot read \"" + meaning + "\": " + e.getMessage());
            }
        });
        asm.directives().forEach((name, meaning) -> {
            if (grammar.directives.find(meaning).isEmpty()) {
                diagnostics.report(
                        AsmProblem.UNKNOWN_DIRECTIVE,
                        grammar.isa.model().span(),
                        "directive '" + name + "' stands for '" + meaning + "', which is none",
                        Suggestion.didYouMean(meaning, grammar.directives.all()));
            }
        });
    }
}
