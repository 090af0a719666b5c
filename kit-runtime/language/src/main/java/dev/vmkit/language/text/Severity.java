package dev.vmkit.language.text;

/** How grave a message is: an error stops the flow that found it, a warning does not. */
public enum Severity {
    ERROR,
    WARNING
}
