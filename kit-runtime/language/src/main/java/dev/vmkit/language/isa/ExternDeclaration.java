package dev.vmkit.language.isa;

import dev.vmkit.language.text.Span;
import dev.vmkit.language.text.Text;
import java.util.List;

/**
 * A typed hole that a device or a Java method fills.
 *
 * @param head the whole head as written, {@code bool key_down(b4 key)}
 * @param device the name of the connection through which a machine provides it; empty for a method of the plugin
 * @param reads, writes registers it touches; all others are untouched
 */
public record ExternDeclaration(
        String name,
        Text head,
        String device,
        List<String> reads,
        List<String> writes,
        boolean mayTrap,
        boolean blocks,
        Span span) {}
