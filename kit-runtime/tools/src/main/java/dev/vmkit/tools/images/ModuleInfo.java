package dev.vmkit.tools.images;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a kernel module says about itself: its section {@code .modinfo}, which holds texts of the form {@code key=value} with
 * zero bytes between them.
 *
 * @param depends the names of the modules that it needs
 * @param aliases patterns of what it serves, such as {@code fs-ext4}
 */
record ModuleInfo(List<String> depends, List<String> aliases) {
    private static final int MOST = 1 << 20;

    /** Of a module that is sound so far; {@link IndexOutOfBoundsException} if it is not. */
    static ModuleInfo of(ElfObject module) {
        byte[] content = module.content(module.section(".modinfo")
                .filter(section -> section.stored() <= MOST)
                .orElseThrow(() -> new IndexOutOfBoundsException("it has no section .modinfo of a sound size")));
        List<String> texts = List.of(new String(content, StandardCharsets.UTF_8).split("\0"));
        return new ModuleInfo(values(texts, "depends"), values(texts, "alias"));
    }

    private static List<String> values(List<String> texts, String key) {
        return texts.stream()
                .filter(text -> text.startsWith(key + "="))
                .flatMap(text -> Stream.of(text.substring(key.length() + 1).split(",")))
                .filter(value -> !value.isEmpty())
                .toList();
    }
}
