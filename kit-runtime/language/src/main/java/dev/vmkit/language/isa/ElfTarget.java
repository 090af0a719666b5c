package dev.vmkit.language.isa;

/**
 * What the header of an ELF file for an instruction set says (System V ABI, chapter 4).
 *
 * @param machine the number in {@code e_machine}, within [0, 65535]
 * @param width 32 or 64, the file's class
 */
public record ElfTarget(int machine, int width) {}
