package dev.vmkit.tools.bench;

import dev.vmkit.tools.starter.Starter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A processor with nothing but memory, for programs that have no end: they are stopped after so many instructions, and the
 * digest of the machine's state is what must be equal. QEMU knows no such machine.
 *
 * @param isa the instruction set
 * @param program the name of its source
 */
record SmallBoard(Isa isa, String program) implements Board {
    private static final int LIMIT_REACHED = 4;

    enum Isa {
        MOS6502,
        STUDENT
    }

    @Override
    public Prepared prepare(Path folder, long rounds) throws IOException {
        Path board = folder.resolve("board");
        Path source = switch (isa) {
            case MOS6502 -> mos6502(board);
            case STUDENT -> student(board);
        };
        List<String> command = new ArrayList<>();
        if (isa == Isa.STUDENT) {
            command.addAll(List.of("--plugins", board.toString()));
        }
        command.addAll(List.of(
                "--hash",
                "--instructions",
                Long.toString(rounds),
                board.resolve("machine.yaml").toString(),
                source.toString()));
        return new Prepared(command, Optional.empty(), LIMIT_REACHED, Optional.empty());
    }

    /** A machine with the 6502 that comes with the kit. */
    private Path mos6502(Path board) throws IOException {
        Supply.copy("mos6502/machine.yaml", board);
        return Supply.copy("mos6502/" + program, board);
    }

    /** A plugin that was just begun, with its machine. */
    private Path student(Path board) throws IOException {
        if (!Files.exists(board)) {
            Starter.ISA.write(board, "student");
        }
        return Supply.copy("student/" + program, board);
    }
}
