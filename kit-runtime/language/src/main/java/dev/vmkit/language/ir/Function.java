package dev.vmkit.language.ir;

import java.util.List;

/**
 * A function of the definition. Parameters are its first local slots. Functions do not recurse.
 *
 * @param parameterNames what each parameter is called, for printing
 * @param parameterWidths bits of each parameter
 * @param resultWidths bits of each result; empty for none, two for a pair
 */
public record Function(
        String name,
        List<String> parameterNames,
        List<Integer> parameterWidths,
        List<Integer> resultWidths,
        Stmt body,
        int locals) {}
