package dev.vmkit.language.isa;

import dev.vmkit.language.text.Span;
import dev.vmkit.language.text.Text;

/** A name for several registers side by side, {@code A @ F}, most significant first. */
public record RegisterView(String name, Text expression, Span span) {}
