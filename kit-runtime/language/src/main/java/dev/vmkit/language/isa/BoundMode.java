package dev.vmkit.language.isa;

import dev.vmkit.language.text.Text;
import java.util.Optional;

/**
 * What a mode operand of a body stands for in one form. The place {@code at} is computed once, when the body first
 * mentions the operand: first {@code pre}, then the place, then the access, then {@code then}.
 *
 * @param mode the mode's name
 * @param at a place that can be read and written
 * @param get an expression that can only be read
 * @param set statements that take the value {@code v}
 */
public record BoundMode(
        String mode,
        Optional<Text> at,
        Optional<Text> get,
        Optional<Text> set,
        Optional<Text> pre,
        Optional<Text> then,
        int cycles) {}
