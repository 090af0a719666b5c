package dev.vmkit.assembly.config;

import dev.vmkit.language.text.Span;
import dev.vmkit.language.text.Text;
import java.util.Optional;

/**
 * Where an interrupt output leads: {@code plic 10}, {@code cpu 0x80 level 4}.
 *
 * @param output the device's output, if the file names one; otherwise all outputs
 * @param target {@code cpu} or the name of an interrupt controller
 * @param line the target's input; the one that the device's definition suggests if empty
 * @param level its priority, where the target knows priorities
 */
public record InterruptConfig(
        Optional<Text> output, Text target, Optional<Located<Long>> line, Optional<Located<Long>> level, Span at) {}
