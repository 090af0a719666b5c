package dev.vmkit.docs.wrong.language.yaml;

import dev.vmkit.docs.wrong.language.text.Source;

/** Closes a circle with the package it comes from. */
public interface Tree {
    Source source();
}
