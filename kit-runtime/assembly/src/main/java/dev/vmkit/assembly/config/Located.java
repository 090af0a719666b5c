package dev.vmkit.assembly.config;

import dev.vmkit.language.text.Span;

/** A value and where it was written. */
public record Located<T>(T value, Span at) {}
