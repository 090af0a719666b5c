package dev.vmkit.layers.image;

import java.util.Map;

/** Architectures by the number an ELF file carries in {@code e_machine} (gABI, chapter 4, and its registry). */
public final class ElfMachine {
    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(2, "SPARC"),
            Map.entry(3, "Intel 80386"),
            Map.entry(4, "Motorola 68000"),
            Map.entry(8, "MIPS"),
            Map.entry(20, "PowerPC"),
            Map.entry(21, "PowerPC"),
            Map.entry(22, "IBM System/390"),
            Map.entry(40, "ARM"),
            Map.entry(42, "SuperH"),
            Map.entry(43, "SPARC V9"),
            Map.entry(50, "Itanium"),
            Map.entry(62, "x86-64"),
            Map.entry(65, "PDP-11"),
            Map.entry(83, "AVR"),
            Map.entry(92, "OpenRISC"),
            Map.entry(94, "Xtensa"),
            Map.entry(105, "MSP430"),
            Map.entry(183, "AArch64"),
            Map.entry(220, "Z80"),
            Map.entry(243, "RISC-V"),
            Map.entry(247, "eBPF"),
            Map.entry(254, "MOS 6502"),
            Map.entry(258, "LoongArch"));

    private ElfMachine() {}

    /** Architecture and word size in words, such as "RISC-V 64-bit". */
    public static String words(int machine, boolean wide) {
        return NAMES.getOrDefault(machine, "machine " + machine) + (wide ? " 64-bit" : " 32-bit");
    }
}
