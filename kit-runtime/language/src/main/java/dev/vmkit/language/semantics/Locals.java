package dev.vmkit.language.semantics;

import dev.vmkit.language.ir.Expr;
import dev.vmkit.language.text.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The local names of a body, innermost block last, and its slots. */
final class Locals {
    /** A local name. {@code constant} is its value if that is known when the definition is read. */
    record Local(String name, int slot, Type type, boolean mutable, Span span, Expr.@Nullable Const constant) {}

    private List<Map<String, Local>> blocks = new ArrayList<>(List.of(new HashMap<>()));
    private int slots;

    /** How many slots have been given out. */
    int count() {
        return slots;
    }

    int newSlot() {
        return slots++;
    }

    void open() {
        blocks.add(new HashMap<>());
    }

    void close() {
        blocks.removeLast();
    }

    /** Hides all names until {@link #unhide}, for text that belongs elsewhere; slots go on. */
    List<Map<String, Local>> hide() {
        List<Map<String, Local>> hidden = blocks;
        blocks = new ArrayList<>(List.of(new HashMap<>()));
        return hidden;
    }

    void unhide(List<Map<String, Local>> hidden) {
        blocks = hidden;
    }

    void add(Local local) {
        blocks.getLast().put(local.name, local);
    }

    @Nullable
    Local find(String name) {
        for (int i = blocks.size() - 1; i >= 0; i--) {
            Local found = blocks.get(i).get(name);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    void addNamesTo(Collection<String> names) {
        blocks.forEach(block -> names.addAll(block.keySet()));
    }
}
