package dev.vmkit.language.codec;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** How directives are spelt: the kit's names, which many assemblers share, and those of one instruction set. */
final class DirectiveNames {
    private static final Map<String, Directive> COMMON = Map.ofEntries(
            Map.entry(".byte", Directive.DATA_8),
            Map.entry(".int8", Directive.DATA_8),
            Map.entry(".half", Directive.DATA_16),
            Map.entry(".int16", Directive.DATA_16),
            Map.entry(".int32", Directive.DATA_32),
            Map.entry(".dword", Directive.DATA_64),
            Map.entry(".quad", Directive.DATA_64),
            Map.entry(".int64", Directive.DATA_64),
            Map.entry(".word", Directive.WORD),
            Map.entry(".ascii", Directive.STRING),
            Map.entry(".asciz", Directive.ZERO_TERMINATED),
            Map.entry(".string", Directive.ZERO_TERMINATED),
            Map.entry(".stringz", Directive.ZERO_TERMINATED),
            Map.entry(".fill", Directive.FILL),
            Map.entry(".space", Directive.FILL),
            Map.entry(".blkw", Directive.FILL),
            Map.entry(".zero", Directive.FILL),
            Map.entry(".org", Directive.ORIGIN),
            Map.entry(".orig", Directive.ORIGIN),
            Map.entry(".align", Directive.ALIGN),
            Map.entry(".balign", Directive.ALIGN),
            Map.entry(".p2align", Directive.ALIGN_POWER),
            Map.entry(".even", Directive.EVEN),
            Map.entry(".equ", Directive.CONSTANT),
            Map.entry(".set", Directive.CONSTANT),
            Map.entry(".global", Directive.GLOBAL),
            Map.entry(".globl", Directive.GLOBAL),
            Map.entry(".entry", Directive.ENTRY),
            Map.entry(".end", Directive.END),
            Map.entry(".section", Directive.SECTION),
            Map.entry(".text", Directive.TEXT),
            Map.entry(".data", Directive.DATA),
            Map.entry(".rodata", Directive.DATA),
            Map.entry(".bss", Directive.DATA));

    private final Map<String, Directive> names = new HashMap<>(COMMON);

    private final Map<String, String> own;

    /** The common names, and {@code own} ones, each for a common one; case does not count. */
    DirectiveNames(Map<String, String> own) {
        this.own = own;
        own.forEach((name, common) -> {
            Directive meaning = COMMON.get(common.toLowerCase(Locale.ROOT));
            if (meaning != null) {
                names.put(name.toLowerCase(Locale.ROOT), meaning);
            }
        });
    }

    Optional<Directive> find(String name) {
        return Optional.ofNullable(names.get(name.toLowerCase(Locale.ROOT)));
    }

    /** How this instruction set spells a common name. */
    String spelt(String common) {
        return own.entrySet().stream()
                .filter(e -> e.getValue().equalsIgnoreCase(common))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(common);
    }

    /** All names, for suggestions. */
    TreeSet<String> all() {
        return new TreeSet<>(names.keySet());
    }
}
