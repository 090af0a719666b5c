package dev.vmkit.assembly.config;

import dev.vmkit.language.text.Text;

/** A key that the part defines, not the machine file's format: a parameter or a connection. */
public record Setting(Text key, Text value) {
    public String name() {
        return key.value();
    }
}
