package dev.vmkit.language.codec;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An assembly source as read, before addresses are known.
 *
 * @param sections in the order in which they are first mentioned
 * @param entry where execution starts, if the source says so
 * @param mentioned symbols that must be defined although nothing is made of them
 */
record Source(
        List<Section> sections,
        SymbolTable symbols,
        @Nullable Expression entry,
        List<Expression.Symbol> mentioned) {}
