package dev.vmkit.tools.cli;

import dev.vmkit.language.ir.Instruction;
import dev.vmkit.language.ir.IrPrinter;
import dev.vmkit.language.ir.Isa;
import java.util.stream.Collectors;

/** What every instruction of a set does, in the IR that all engines execute. */
final class Meaning {
    private Meaning() {}

    static String of(Isa isa) {
        return isa.instructions().stream().map(Meaning::of).collect(Collectors.joining("\n"));
    }

    private static String of(Instruction instruction) {
        return IrPrinter.print(instruction);
    }
}
