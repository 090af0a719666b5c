package dev.vmkit.assembly.config;

import dev.vmkit.language.text.Span;
import dev.vmkit.language.text.Text;
import java.util.Optional;

/**
 * What firmware and an operating system are told when they start.
 *
 * @param arguments the kernel's command line
 * @param initrd a file with the kernel's first file system
 * @param deviceTree a file with a flattened device tree, in place of the one that describes this machine
 * @param span where {@code boot:} stands
 */
public record BootConfig(Optional<Text> arguments, Optional<Text> initrd, Optional<Text> deviceTree, Span span) {}
